import { type DynamoDBDocumentClient, QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { Refusal } from '../../domain/refusal.ts';
import type { Cursor, Page, PageRequest } from '../../ports/page.ts';
import type { Item } from './item.ts';

const MOST_PAGES = 50; // of 1 MB each: what one policy or client can ever have

/** All items of a query, page after page. @throws at 50 MB, which no single policy or client reaches. */
export async function queryAll(client: DynamoDBDocumentClient, input: QueryCommandInput): Promise<readonly Item[]> {
  const items: Item[] = [];
  let from: Item | undefined;
  for (let page = 1; page <= MOST_PAGES; page++) {
    const answer = await client.send(new QueryCommand({ ...input, ExclusiveStartKey: from }));
    items.push(...(answer.Items ?? []));
    from = answer.LastEvaluatedKey;
    if (!from) return items;
  }
  throw new Error(`a query of ${input.TableName} did not end within ${MOST_PAGES} pages`);
}

/** One page of a list. */
export async function queryPage(client: DynamoDBDocumentClient, input: QueryCommandInput, page: PageRequest): Promise<Page<Item>> {
  const answer = await client
    .send(new QueryCommand({ ...input, Limit: page.limit, ExclusiveStartKey: page.cursor }))
    .catch(refuseCursor(page));
  const items = answer.Items ?? [];
  return answer.LastEvaluatedKey ? { items, cursor: answer.LastEvaluatedKey as Cursor } : { items };
}

/** A cursor is the caller's to send: one that DynamoDB cannot start from is his mistake, not our fault. */
export const refuseCursor = (page: PageRequest) => (error: unknown) => {
  if (page.cursor && error instanceof Error && error.name === 'ValidationException')
    throw new Refusal('INVALID_CURSOR', 'cursor must be one that this list answered');
  throw error;
};
