import type { Client } from '../client.ts';
import { POTENTIAL_BANDS, type PotentialBand, RESULT_BANDS, type ResultBand } from './model.ts';

/** How many clients stand in each of the nine cells. */
export type CellCounts = Readonly<Record<PotentialBand, Readonly<Record<ResultBand, number>>>>;

export type Cell = `${PotentialBand}${ResultBand}`;

export const CELLS: readonly Cell[] = POTENTIAL_BANDS.flatMap((p) => RESULT_BANDS.map((f): Cell => `${p}${f}`));

/** undefined: not classified, so in none. */
export const cellOf = ({ significance }: Pick<Client, 'significance'>): Cell | undefined =>
  significance && `${significance.potentialBand}${significance.resultBand}`;

export function cellCounts(countOf: (cell: Cell) => number): CellCounts {
  const row = (p: PotentialBand) => ({ F1: countOf(`${p}F1`), F2: countOf(`${p}F2`), F3: countOf(`${p}F3`) });
  return { P1: row('P1'), P2: row('P2'), P3: row('P3') };
}

export function addCounts(a: CellCounts, b: CellCounts): CellCounts {
  const row = (p: PotentialBand) => ({ F1: a[p].F1 + b[p].F1, F2: a[p].F2 + b[p].F2, F3: a[p].F3 + b[p].F3 });
  return { P1: row('P1'), P2: row('P2'), P3: row('P3') };
}

/** Counted from the clients themselves: what the kept counters must equal. */
export function recount(clients: Iterable<Pick<Client, 'significance'>>): CellCounts {
  const counted = new Map<Cell, number>();
  for (const client of clients) {
    const cell = cellOf(client);
    if (cell) counted.set(cell, (counted.get(cell) ?? 0) + 1);
  }
  return cellCounts((cell) => counted.get(cell) ?? 0);
}
