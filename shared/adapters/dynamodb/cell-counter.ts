import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { CellCounter } from '../../ports/cell-counter.ts';
import { CELLS_PART, sumOfCells } from './cell-items.ts';
import { queryAll } from './query-all.ts';

export const cellCounter = (client: DynamoDBDocumentClient, table: string): CellCounter => ({
  async counts() {
    const ofCells = { KeyConditionExpression: 'part = :part', ExpressionAttributeValues: { ':part': CELLS_PART } };
    return sumOfCells(await queryAll(client, { TableName: table, ...ofCells, ConsistentRead: true }));
  },
});
