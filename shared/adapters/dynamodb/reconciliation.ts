import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { localDate } from '../../domain/local-date.ts';
import type { Reconciliation } from '../../ports/reconciliation.ts';

/** Kept by the import of statements. */
export const RECONCILIATION_KEY = { statementId: 'reconciliation', record: 'through' } as const;

export const reconciliation = (client: DynamoDBDocumentClient, table: string): Reconciliation => ({
  async through() {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: RECONCILIATION_KEY, ConsistentRead: true }));
    const through: unknown = Item?.['reconciledThrough'];
    return through === undefined ? undefined : localDate(String(through));
  },
});
