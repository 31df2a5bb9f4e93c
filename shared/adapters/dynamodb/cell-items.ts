import type { CellShard } from '../../domain/significance/audit-cells.ts';
import { type CellCounts, cellCounts, cellOf } from '../../domain/significance/cells.ts';
import type { ClassifiedClient } from '../../domain/significance/classified-client.ts';
import { spread } from '../../domain/spread.ts';
import type { Item } from './item.ts';
import type { TransactItem } from './transaction.ts';

/** Items of the Significance table that count clients by cell: one counter a cell in each, so that a move changes one item. */
export const CELLS_PART = 'cells';

/** Clients are spread over so many items: writers of one item wait for each other, and a first load writes hundreds a second. */
const SHARDS = 32;

const shardOf = (n: number): string => `s${String(n).padStart(2, '0')}`;

/** A client is always counted in the same one. */
export const shardOfClient = (clientId: string): string => shardOf(spread(clientId, SHARDS));

/** How often a client of the shard changed cells, so that who counts the clients knows whether they stood still. */
const MOVES = 'moves';

/** Moves a client from the cell it was seen in to the one it is in now; none when it stays. */
export function moveBetweenCells(table: string, seen: ClassifiedClient | undefined, client: ClassifiedClient): readonly TransactItem[] {
  const [from, to] = [seen && cellOf(seen), cellOf(client)];
  if (from === to) return [];
  const changes = [...(from ? [[from, -1] as const] : []), ...(to ? [[to, 1] as const] : []), [MOVES, 1] as const];
  return [
    {
      Update: {
        TableName: table,
        Key: { part: CELLS_PART, record: shardOfClient(client.clientId) },
        UpdateExpression: `ADD ${changes.map(([name]) => `${name} :${name}`).join(', ')}`,
        ExpressionAttributeValues: Object.fromEntries(changes.map(([name, by]) => [`:${name}`, by])),
      },
    },
  ];
}

export const sumOfCells = (items: readonly Item[]): CellCounts =>
  cellCounts((cell) => items.reduce((total, item) => total + Number(item[cell] ?? 0), 0));

export function readShards(items: readonly Item[]): readonly CellShard[] {
  const byShard = new Map(items.map((item) => [item['record'], item]));
  return Array.from({ length: SHARDS }, (_, n) => {
    const shard = shardOf(n);
    const item = byShard.get(shard) ?? {};
    return { shard, counts: sumOfCells([item]), moves: Number(item[MOVES] ?? 0) };
  });
}
