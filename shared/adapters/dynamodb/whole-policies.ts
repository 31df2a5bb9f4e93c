import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Pace } from '../../ports/pace.ts';
import { batchGet, type Keys } from './batch-get.ts';
import type { Item } from './item.ts';
import { areOfOneMoment, RECORDS } from './policy-items.ts';

const MOST_ATTEMPTS = 6;

/**
 * Reads policies with what belongs to them. BatchGetItem reads each item consistently, but not all at one instant: relief that is
 * committed in between would show old facts beside the new generation, and the conditions of a decision, which check the
 * generation, would let it pass. So facts and progress name the generation of the last change, and what differs is read again.
 */
export async function readWhole(
  client: DynamoDBDocumentClient,
  keys: Keys,
  { table, pace }: { readonly table: string; readonly pace: Pace },
): Promise<Readonly<Record<string, readonly Item[]>>> {
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const items = await batchGet(client, keys, pace);
    if (!isTorn(items[table] ?? [])) return items;
    await pace.sleep(pace.random() * 20 * 2 ** attempt);
  }
  throw new Error(`a policy was changed during each of ${MOST_ATTEMPTS} reads`);
}

function isTorn(records: readonly Item[]): boolean {
  const progressOf = new Map(records.filter(isRecord(RECORDS.nextCheckpoint)).map((item) => [item['policyNumber'], item]));
  return records.filter(isRecord(RECORDS.policy)).some((policy) => {
    const progress = progressOf.get(policy['policyNumber']);
    return progress !== undefined && !areOfOneMoment(policy, progress);
  });
}

const isRecord = (name: string) => (item: Item) => item['record'] === name;
