import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { CellCounter } from '../../ports/cell-counter.ts';
import { CELLS_PART, readShards, sumOfCells } from './cell-items.ts';
import { queryAll } from './query-all.ts';

export function cellCounter(client: DynamoDBDocumentClient, table: string): CellCounter {
  const ofCells = { KeyConditionExpression: 'part = :part', ExpressionAttributeValues: { ':part': CELLS_PART } };
  const items = () => queryAll(client, { TableName: table, ...ofCells, ConsistentRead: true });
  return {
    counts: async () => sumOfCells(await items()),
    shards: async () => readShards(await items()),
  };
}
