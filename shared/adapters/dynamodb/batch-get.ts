import { BatchGetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Pace } from '../../ports/pace.ts';
import type { Item } from './item.ts';

export type Keys = Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;

const MOST_ATTEMPTS = 6;

/** Reads items of several tables in one request, consistently; asks again for what DynamoDB left out when throttled. At most 100 keys. */
export async function batchGet(client: DynamoDBDocumentClient, keys: Keys, pace: Pace): Promise<Readonly<Record<string, readonly Item[]>>> {
  const found: Record<string, Item[]> = {};
  let request = Object.fromEntries(Object.entries(keys).map(([table, Keys]) => [table, { Keys: [...Keys], ConsistentRead: true }]));
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const { Responses, UnprocessedKeys } = await client.send(new BatchGetCommand({ RequestItems: request }));
    for (const [table, items] of Object.entries(Responses ?? {})) found[table] = [...(found[table] ?? []), ...items];
    if (!UnprocessedKeys || Object.keys(UnprocessedKeys).length === 0) return found;
    request = UnprocessedKeys as typeof request;
    await pace.sleep(pace.random() * 20 * 2 ** attempt);
  }
  throw new Error(`DynamoDB left keys unprocessed ${MOST_ATTEMPTS} times`);
}
