import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { policyNumberKey } from '../../domain/policy-number-match.ts';
import type { Pace } from '../../ports/pace.ts';
import type { PolicyNumberIndex } from '../../ports/policy-number-index.ts';
import { batchGet } from './batch-get.ts';
import type { Item } from './item.ts';
import type { TransactItem } from './transaction.ts';

const RECORD = 'key';
const PREFIX = 'key#';
const KEYS_PER_REQUEST = 100;
const REQUESTS_AT_ONCE = 4;

const keyOf = (key: string) => ({ policyNumber: `${PREFIX}${key}`, record: RECORD });

/** Several policies may share a key, and additions to a set commute: opening one waits for no other. */
export const indexNumber = (policyNumber: string, table: string): TransactItem => ({
  Update: {
    TableName: table,
    Key: keyOf(policyNumberKey(policyNumber)),
    UpdateExpression: 'ADD numbers :numbers',
    ExpressionAttributeValues: { ':numbers': new Set([policyNumber]) },
  },
});

export const policyNumberIndex = (client: DynamoDBDocumentClient, table: string, pace: Pace): PolicyNumberIndex => ({
  async find(keys) {
    const found = new Map<string, readonly string[]>();
    const rest = partsOf(keys);
    const lookUp = async () => {
      for (const part of rest) {
        const items = await batchGet(client, { [table]: part.map(keyOf) }, pace);
        for (const item of items[table] ?? []) found.set(String(item['policyNumber']).slice(PREFIX.length), numbersIn(item));
      }
    };
    await Promise.all(Array.from({ length: REQUESTS_AT_ONCE }, lookUp)); // each takes the next part that is left
    return found;
  },
});

const numbersIn = (item: Item): readonly string[] => [...(item['numbers'] as ReadonlySet<string>)].toSorted();

function* partsOf(keys: readonly string[]): Generator<readonly string[]> {
  for (let at = 0; at < keys.length; at += KEYS_PER_REQUEST) yield keys.slice(at, at + KEYS_PER_REQUEST);
}
