import { BatchGetCommand, type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { TableNames } from '../../shared/adapters/dynamodb/table-names.ts';
import { perSecond } from './bounded-loop.ts';

const CLIENTS = 500;
const AT_ONCE = 16;

/** Clients a second when nothing is done but the three requests that a client's reassessment needs: what the machine gives right now. */
export const bareReads = (client: DynamoDBDocumentClient, tables: TableNames, clients: number): Promise<number> =>
  perSecond(CLIENTS, AT_ONCE, async (n) => {
    const index = (n * 7919) % clients; // spread over all of them
    const policyNumber = `BENCH-POLICY-${index}`;
    const ofClient = { KeyConditionExpression: 'clientId = :c', ExpressionAttributeValues: { ':c': `BENCH-${index}` } };
    await client.send(new QueryCommand({ TableName: tables.Policies, IndexName: 'byClient', ...ofClient }));
    const Keys = ['policy', 'account', 'nextCheckpoint'].map((record) => ({ policyNumber, record }));
    await client.send(new BatchGetCommand({ RequestItems: { [tables.Policies]: { Keys, ConsistentRead: true } } }));
    const ofPolicy = { KeyConditionExpression: 'policyNumber = :p', ExpressionAttributeValues: { ':p': policyNumber } };
    await client.send(new QueryCommand({ TableName: tables.Payments, IndexName: 'byPolicy', ...ofPolicy }));
  });
