import type { Item } from '../values/attribute-value.ts';
import { comparePositions, type Position } from './position.ts';

export type Entry = { readonly position: Position; readonly item: Item; readonly bytes: number };

/** Before (< 0), within (0) or after (> 0) a run of entries. */
export type Side = (position: Position) => number;

/** Entries in the order of their positions, found by halving. Entries never change, so that a copy shares them. */
export class SortedEntries {
  readonly #entries: Entry[];

  constructor(entries: readonly Entry[] = []) {
    this.#entries = [...entries];
  }

  copy(): SortedEntries {
    return new SortedEntries(this.#entries);
  }

  get length(): number {
    return this.#entries.length;
  }

  at(index: number): Entry | undefined {
    return this.#entries[index];
  }

  get(position: Position): Entry | undefined {
    const { from, to } = this.run((each) => comparePositions(each, position));
    return from < to ? this.#entries[from] : undefined;
  }

  put(entry: Entry): void {
    const { from, to } = this.run((each) => comparePositions(each, entry.position));
    this.#entries.splice(from, to - from, entry);
  }

  remove(position: Position): void {
    const { from, to } = this.run((each) => comparePositions(each, position));
    this.#entries.splice(from, to - from);
  }

  /** The half-open range of the entries that lie within. */
  run(side: Side): { readonly from: number; readonly to: number } {
    return { from: this.#firstWhere((each) => side(each) >= 0), to: this.#firstWhere((each) => side(each) > 0) };
  }

  #firstWhere(reached: (position: Position) => boolean): number {
    let low = 0;
    let high = this.#entries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const entry = this.#entries[middle];
      if (entry !== undefined && reached(entry.position)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
