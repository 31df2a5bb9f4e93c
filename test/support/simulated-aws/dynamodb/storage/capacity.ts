import type { IndexChange } from './secondary-index.ts';
import type { Entry } from './sorted-entries.ts';

/** Capacity units that one request has taken from a table and its indexes. */
export type Consumption = { readonly table: number; readonly indexes: Readonly<Record<string, number>> };

const KB = 1024;

/** 1 unit per KB begun of the larger of old and new item; also 1 where nothing is written: 1500 bytes → 2. */
export const writeUnits = (bytes: number): number => Math.max(1, Math.ceil(bytes / KB));

/** 1 unit per 4 KB begun, half of that for an eventually consistent read: 4097 bytes → 2, or 1. */
export const readUnits = (bytes: number, consistent: boolean): number => Math.max(1, Math.ceil(bytes / (4 * KB))) * (consistent ? 1 : 0.5);

/** A changed entry is one write of the larger of its two sizes; a moved one is two writes. */
export const indexWriteUnits = (changes: readonly IndexChange[]): number =>
  changes.reduce((units, { remove, put }) => units + writeUnits(Math.max(bytesOf(remove), bytesOf(put))), 0);

const bytesOf = (entry: Entry | undefined): number => entry?.bytes ?? 0;

export const totalUnits = ({ table, indexes }: Consumption): number => Object.values(indexes).reduce((sum, units) => sum + units, table);

export const addConsumption = (a: Consumption, b: Consumption): Consumption => {
  const indexes = { ...a.indexes };
  for (const [name, units] of Object.entries(b.indexes)) indexes[name] = (indexes[name] ?? 0) + units;
  return { table: a.table + b.table, indexes };
};

export const nothingConsumed: Consumption = { table: 0, indexes: {} };
