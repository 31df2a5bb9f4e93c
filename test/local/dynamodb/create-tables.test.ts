import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMissingTables } from '../../../infra/local/dynamodb/create-tables.ts';
import { type DynamoDbEndpoint, startDynamoDb } from '../../../infra/local/dynamodb/emulator.ts';
import { StartProblem } from '../../../infra/local/start-problem.ts';
import { noDataFolder } from '../../../infra/local/state/data-folder.ts';
import type { TableDefinition } from '../../../shared/adapters/dynamodb/tables.ts';

const PAYMENTS: TableDefinition = {
  name: 'Payments',
  partitionKey: 'paymentId',
  indexes: [{ name: 'byPolicy', partitionKey: 'policyNumber', sortKey: 'recordedAt', projection: ['amountMinor'] }],
};
const REGULATIONS: TableDefinition = {
  name: 'Regulations',
  partitionKey: 'regulationId',
  sortKey: 'version',
  numberKeys: ['version'],
  stream: true,
  indexes: [],
};

let emulator: DynamoDbEndpoint;
let client: DynamoDBClient;
beforeAll(async () => {
  emulator = await startDynamoDb(noDataFolder, undefined);
  client = new DynamoDBClient({
    endpoint: emulator.url,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  await createMissingTables(client, [PAYMENTS, REGULATIONS]);
});
afterAll(() => emulator.stop());

test('tables are created as declared: keys, indexes, stream, on demand', async () => {
  const { Table: payments } = await client.send(new DescribeTableCommand({ TableName: 'premium-control-payments' }));
  expect(payments).toMatchObject({
    KeySchema: [{ AttributeName: 'paymentId', KeyType: 'HASH' }],
    BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' },
    GlobalSecondaryIndexes: [{ IndexName: 'byPolicy', Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['amountMinor'] } }],
  });
  const { Table: regulations } = await client.send(new DescribeTableCommand({ TableName: 'premium-control-regulations' }));
  expect(regulations).toMatchObject({
    AttributeDefinitions: expect.arrayContaining([{ AttributeName: 'version', AttributeType: 'N' }]),
    StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
  });
});

test('a second start finds them as they are', async () => {
  await expect(createMissingTables(client, [PAYMENTS, REGULATIONS])).resolves.toBeUndefined();
});

test.each<[string, TableDefinition]>([
  ['other keys', { ...PAYMENTS, sortKey: 'record' }],
  ['another index', { ...PAYMENTS, indexes: [] }],
  ['an index that carries something else', { ...PAYMENTS, indexes: PAYMENTS.indexes.map((index) => ({ ...index, projection: 'ALL' })) }],
  ['a stream', { ...PAYMENTS, stream: true }],
])('a kept table is not used under a declaration with %s', async (_, declared) => {
  await expect(createMissingTables(client, [declared])).rejects.toThrow(StartProblem);
});

test('an endpoint of somebody else is used as it is', async () => {
  const external = await startDynamoDb(noDataFolder, 'http://dynamodb.example:8000');
  expect(external.url).toBe('http://dynamodb.example:8000');
  await external.stop();
});
