import { type CellCounts, cellCounts, cellOf } from '../../domain/significance/cells.ts';
import type { ClassifiedClient } from '../../domain/significance/classified-client.ts';
import { spread } from '../../domain/spread.ts';
import type { Item } from './item.ts';
import type { TransactItem } from './transaction.ts';

/** Items of the Significance table that count clients by cell: one counter a cell in each, so that a move changes one item. */
export const CELLS_PART = 'cells';

/** Clients are spread over so many items: writers of one item wait for each other, and a first load writes hundreds a second. */
const SHARDS = 32;

/** Moves a client from the cell it was seen in to the one it is in now; none when it stays. A client is always counted in one shard. */
export function moveBetweenCells(table: string, seen: ClassifiedClient | undefined, client: ClassifiedClient): readonly TransactItem[] {
  const [from, to] = [seen && cellOf(seen), cellOf(client)];
  if (from === to) return [];
  const changes = [...(from ? [[from, -1] as const] : []), ...(to ? [[to, 1] as const] : [])];
  return [
    {
      Update: {
        TableName: table,
        Key: { part: CELLS_PART, record: `s${String(spread(client.clientId, SHARDS)).padStart(2, '0')}` },
        UpdateExpression: `ADD ${changes.map(([cell]) => `${cell} :${cell}`).join(', ')}`,
        ExpressionAttributeValues: Object.fromEntries(changes.map(([cell, by]) => [`:${cell}`, by])),
      },
    },
  ];
}

export const sumOfCells = (items: readonly Item[]): CellCounts =>
  cellCounts((cell) => items.reduce((total, item) => total + Number(item[cell] ?? 0), 0));
