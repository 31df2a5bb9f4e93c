import { BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { allItems } from './significance-world.ts';
import type { TableDefinition } from './simulated-aws/dynamodb/table-definition.ts';

const MOST_AT_ONCE = 25;

/** Takes everything out of the tables, so that each test begins with nothing. */
export async function emptyTables(client: DynamoDBDocumentClient, tables: readonly TableDefinition[]): Promise<void> {
  for (const { name, partitionKey, sortKey } of tables) {
    const keyOf = (item: Record<string, unknown>) => ({
      [partitionKey]: item[partitionKey],
      ...(sortKey ? { [sortKey]: item[sortKey] } : {}),
    });
    const keys = (await allItems(client, name)).map(keyOf);
    for (let at = 0; at < keys.length; at += MOST_AT_ONCE) {
      const requests = keys.slice(at, at + MOST_AT_ONCE).map((Key) => ({ DeleteRequest: { Key } }));
      await client.send(new BatchWriteCommand({ RequestItems: { [name]: requests } }));
    }
  }
}
