import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { StatementImport, StatementStore } from '../../ports/statement-store.ts';
import type { Item } from './item.ts';
import { queryAll } from './query-all.ts';
import { RECONCILIATION_KEY } from './reconciliation.ts';

const IMPORT = 'import#';

export function statementStore(client: DynamoDBDocumentClient, table: string): StatementStore {
  return {
    async keepImport({ at, ...done }) {
      await client.send(new PutCommand({ TableName: table, Item: { ...done, record: `${IMPORT}${at}`, at } }));
    },

    async importsOf(statementId) {
      const items = await queryAll(client, {
        TableName: table,
        KeyConditionExpression: 'statementId = :id AND begins_with(#record, :import)',
        ExpressionAttributeNames: { '#record': 'record' },
        ExpressionAttributeValues: { ':id': statementId, ':import': IMPORT },
      });
      return items.map(readImport);
    },

    async reconcile(through) {
      const advance = new UpdateCommand({
        TableName: table,
        Key: RECONCILIATION_KEY,
        UpdateExpression: 'SET reconciledThrough = :through',
        ConditionExpression: 'attribute_not_exists(reconciledThrough) OR reconciledThrough < :through',
        ExpressionAttributeValues: { ':through': through },
      });
      await client.send(advance).catch(unlessFurther);
    },
  };
}

/** A later statement was imported before. */
const unlessFurther = (error: unknown): void => {
  if (!(error instanceof ConditionalCheckFailedException)) throw error;
};

function readImport(item: Item): StatementImport {
  const { record: _, ...done } = item;
  return done as unknown as StatementImport;
}
