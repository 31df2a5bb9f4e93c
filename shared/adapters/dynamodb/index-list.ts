import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Page, PageRequest } from '../../ports/page.ts';
import type { Item } from './item.ts';
import { queryPage } from './query-all.ts';

/** A partition of an index, as a list that its readers page through. */
export interface IndexPartition {
  readonly index: string;
  readonly key: string;
  readonly value: string;
}

/** Lists of a table by its indexes, a page at a time, each item as what it stands for. */
export const indexList =
  <T>(client: DynamoDBDocumentClient, table: string, read: (item: Item) => T) =>
  async ({ index, key, value }: IndexPartition, page: PageRequest): Promise<Page<T>> => {
    const query = {
      TableName: table,
      IndexName: index,
      KeyConditionExpression: '#key = :key',
      ExpressionAttributeNames: { '#key': key },
      ExpressionAttributeValues: { ':key': value },
    };
    const { items, ...rest } = await queryPage(client, query, page);
    return { ...rest, items: items.map(read) };
  };
