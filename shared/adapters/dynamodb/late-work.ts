import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { LateWork } from '../../ports/late-work.ts';
import { readIntent } from './outbox-items.ts';
import type { TableNames } from './table-names.ts';

export function lateWork(client: DynamoDBDocumentClient, tables: Pick<TableNames, 'Policies' | 'Outbox'>): LateWork {
  return {
    async checkpointsBefore(at, bucket, limit) {
      const late = {
        KeyConditionExpression: 'dueBucket = :b AND #at < :at',
        ExpressionAttributeNames: { '#at': 'at' },
        ExpressionAttributeValues: { ':b': bucket, ':at': at },
      };
      const { Items = [] } = await client.send(new QueryCommand({ TableName: tables.Policies, IndexName: 'due', ...late, Limit: limit }));
      return Items.map((item) => ({
        policyNumber: String(item['policyNumber']),
        clientId: String(item['clientOf']),
        at: String(item['at']),
      }));
    },
    async intentsBefore(at, bucket, limit) {
      const old = {
        KeyConditionExpression: '#b = :b AND #intent < :at',
        ExpressionAttributeNames: { '#b': 'bucket', '#intent': 'intent' },
        ExpressionAttributeValues: { ':b': bucket, ':at': at },
      };
      const { Items = [] } = await client.send(new QueryCommand({ TableName: tables.Outbox, ...old, Limit: limit }));
      return Items.map(readIntent);
    },
  };
}
