import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { ALL_BUCKETS } from '../../domain/bucket.ts';
import type { Cursor, Page, PageRequest } from '../../ports/page.ts';
import type { PolicyHead } from '../../ports/policy-store.ts';
import { indexList } from './index-list.ts';
import { type HeadSource, readHeads } from './policy-heads.ts';
import { refuseCursor } from './query-all.ts';

export async function policiesOfClient(
  client: DynamoDBDocumentClient,
  source: HeadSource,
  clientId: string,
  page: PageRequest,
): Promise<Page<PolicyHead>> {
  const list = indexList(client, source.table, (item) => String(item['policyNumber']));
  const { items, ...rest } = await list({ index: 'byClient', key: 'clientId', value: clientId }, page);
  return { ...rest, items: await readHeads(client, source, items) };
}

/** Goes through the buckets of the past-due index, oldest debt first in each, until the page is full. */
export async function policiesOwingSince(
  client: DynamoDBDocumentClient,
  source: HeadSource,
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
    if (numbers.length === page.limit) return { items: await readHeads(client, source, numbers), ...(more ? { cursor: next } : {}) };
  }
  return { items: await readHeads(client, source, numbers) };
}
