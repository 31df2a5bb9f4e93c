import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Pace } from '../../ports/pace.ts';
import type { PolicyHeads } from '../../ports/policy-heads.ts';
import type { PolicyHead } from '../../ports/policy-store.ts';
import { batchGet } from './batch-get.ts';
import { readHead } from './policy-head.ts';
import { RECORDS } from './policy-items.ts';

export interface HeadSource {
  readonly table: string;
  readonly pace: Pace;
}

export const policyHeads = (client: DynamoDBDocumentClient, source: HeadSource): PolicyHeads => ({
  many: (policyNumbers) => readHeads(client, source, policyNumbers),
});

const KEYS_PER_REQUEST = 99; // of the 100 that BatchGetItem takes: three records a policy

/** Whole policies by number, in the order given. Up to 33 a request. */
export async function readHeads(
  client: DynamoDBDocumentClient,
  { table, pace }: HeadSource,
  numbers: readonly string[],
): Promise<readonly PolicyHead[]> {
  const keys = numbers.flatMap((policyNumber) => Object.values(RECORDS).map((record) => ({ policyNumber, record })));
  const items = [];
  for (let at = 0; at < keys.length; at += KEYS_PER_REQUEST) {
    items.push(...((await batchGet(client, { [table]: keys.slice(at, at + KEYS_PER_REQUEST) }, pace))[table] ?? []));
  }
  const byNumber = Map.groupBy(items, (item) => String(item['policyNumber']));
  return numbers.flatMap((number) => readHead(byNumber.get(number) ?? []) ?? []);
}
