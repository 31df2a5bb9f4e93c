import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { ALL_BUCKETS } from '../../domain/bucket.ts';
import type { Pace } from '../../ports/pace.ts';
import type { Cursor, Page, PageRequest } from '../../ports/page.ts';
import type { PolicyHead } from '../../ports/policy-store.ts';
import { batchGet } from './batch-get.ts';
import { readHead } from './policy-head.ts';
import { RECORDS } from './policy-items.ts';
import { queryPage, refuseCursor } from './query-all.ts';

interface Source {
  readonly table: string;
  readonly pace: Pace;
}

export async function policiesOfClient(
  client: DynamoDBDocumentClient,
  source: Source,
  clientId: string,
  page: PageRequest,
): Promise<Page<PolicyHead>> {
  const query = {
    TableName: source.table,
    IndexName: 'byClient',
    KeyConditionExpression: 'clientId = :c',
    ExpressionAttributeValues: { ':c': clientId },
  };
  const found = await queryPage(client, query, page);
  const items = await heads(
    client,
    source,
    found.items.map((item) => String(item['policyNumber'])),
  );
  return found.cursor ? { items, cursor: found.cursor } : { items };
}

/** Goes through the buckets of the past-due index, oldest debt first in each, until the page is full. */
export async function policiesOwingSince(
  client: DynamoDBDocumentClient,
  source: Source,
  day: string,
  page: PageRequest,
): Promise<Page<PolicyHead>> {
  const { bucket = '0', ...startKey } = page.cursor ?? {};
  let from: Cursor | undefined = Object.keys(startKey).length > 0 ? startKey : undefined;
  const numbers: string[] = [];
  for (let index = Number(bucket); index < ALL_BUCKETS.length; index++) {
    const query = {
      TableName: source.table,
      IndexName: 'pastDue',
      KeyConditionExpression: 'dueBucket = :b AND oldestDueOn < :day',
      ExpressionAttributeValues: { ':b': ALL_BUCKETS[index], ':day': day },
    };
    const answer = await client
      .send(new QueryCommand({ ...query, Limit: page.limit - numbers.length, ExclusiveStartKey: from }))
      .catch(refuseCursor(page));
    numbers.push(...(answer.Items ?? []).map((item) => String(item['policyNumber'])));
    from = answer.LastEvaluatedKey as Cursor | undefined;
    const next = from ? { bucket: String(index), ...from } : { bucket: String(index + 1) };
    const more = from !== undefined || index + 1 < ALL_BUCKETS.length;
    if (numbers.length === page.limit) return { items: await heads(client, source, numbers), ...(more ? { cursor: next } : {}) };
  }
  return { items: await heads(client, source, numbers) };
}

const KEYS_PER_REQUEST = 99; // of the 100 that BatchGetItem takes: three records a policy

/** Whole policies by number, in the order given. Up to 33 a request. */
async function heads(client: DynamoDBDocumentClient, { table, pace }: Source, numbers: readonly string[]): Promise<readonly PolicyHead[]> {
  const keys = numbers.flatMap((policyNumber) => Object.values(RECORDS).map((record) => ({ policyNumber, record })));
  const items = [];
  for (let at = 0; at < keys.length; at += KEYS_PER_REQUEST) {
    items.push(...((await batchGet(client, { [table]: keys.slice(at, at + KEYS_PER_REQUEST) }, pace))[table] ?? []));
  }
  const byNumber = Map.groupBy(items, (item) => String(item['policyNumber']));
  return numbers.flatMap((number) => readHead(byNumber.get(number) ?? []) ?? []);
}
