import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { TABLES } from '../../shared/adapters/dynamodb/tables.ts';
import { templateOf } from './support/synthesized.ts';
import { textOf } from './support/text-of.ts';

const prod = templateOf('prod');
const dev = templateOf('dev');

const tableIn = (template: typeof prod, name: string) => {
  const found = Object.entries(template.findResources('AWS::DynamoDB::Table')).find(([id]) => textOf({ Ref: id }) === `Ledger${name}`);
  return found?.[1];
};

test.each(TABLES)('$name: on demand, restorable, encrypted by our key, and not to be deleted by mistake', ({ name }) => {
  const table = tableIn(prod, name);
  expect(table).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
  expect(table?.['Properties']).toMatchObject({
    BillingMode: 'PAY_PER_REQUEST',
    DeletionProtectionEnabled: true,
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
    SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
  });
  expect(textOf(table?.['Properties'].SSESpecification.KMSMasterKeyId)).toBe('EncryptionKey.Arn');
});

test.each(TABLES)('$name has the keys and indexes of its declaration', ({ name, partitionKey, sortKey, indexes }) => {
  const { KeySchema, GlobalSecondaryIndexes = [] } = tableIn(prod, name)?.['Properties'] ?? {};
  expect(KeySchema).toEqual(keySchema(partitionKey, sortKey));
  expect(GlobalSecondaryIndexes).toEqual(
    indexes.map((index) => ({
      IndexName: index.name,
      KeySchema: keySchema(index.partitionKey, index.sortKey),
      Projection: Array.isArray(index.projection)
        ? { ProjectionType: 'INCLUDE', NonKeyAttributes: index.projection }
        : { ProjectionType: index.projection },
    })),
  );
});

test('only the Outbox has a stream, of new images', () => {
  const streams = Object.entries(prod.findResources('AWS::DynamoDB::Table')).flatMap(([id, { Properties }]) =>
    Properties.StreamSpecification ? [[textOf({ Ref: id }), Properties.StreamSpecification]] : [],
  );
  expect(streams).toEqual([['LedgerOutbox', { StreamViewType: 'NEW_IMAGE' }]]);
});

test('the key is rotated and outlives the stack', () => {
  prod.hasResource('AWS::KMS::Key', { Properties: { EnableKeyRotation: true }, DeletionPolicy: 'Retain' });
});

test('through a table, a queue or a bucket of this account the key may be used, and not otherwise', () => {
  const statement = {
    Sid: 'ThroughTablesQueuesAndBuckets',
    Condition: {
      StringEquals: {
        'kms:CallerAccount': '111122223333',
        'kms:ViaService': ['dynamodb.eu-central-1.amazonaws.com', 'sqs.eu-central-1.amazonaws.com', 's3.eu-central-1.amazonaws.com'],
      },
    },
  };
  prod.hasResourceProperties('AWS::KMS::Key', { KeyPolicy: { Statement: Match.arrayWith([Match.objectLike(statement)]) } });
});

test('a stage with made-up data is encrypted by AWS, and can be thrown away', () => {
  for (const { name } of TABLES) {
    expect(tableIn(dev, name)).toMatchObject({
      DeletionPolicy: 'Delete',
      Properties: { DeletionProtectionEnabled: false, SSESpecification: { SSEEnabled: true } },
    });
    expect(tableIn(dev, name)?.['Properties'].SSESpecification).not.toHaveProperty('KMSMasterKeyId');
    expect(tableIn(dev, name)?.['Properties'].PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled).toBe(true);
  }
});

function keySchema(partitionKey: string, sortKey: string | undefined) {
  const hash = { AttributeName: partitionKey, KeyType: 'HASH' };
  return sortKey ? [hash, { AttributeName: sortKey, KeyType: 'RANGE' }] : [hash];
}
