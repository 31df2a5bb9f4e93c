import type { TableDefinition } from '../table-definition.ts';
import type { Item } from '../values/attribute-value.ts';
import { sizeOfItem } from '../values/item-size.ts';
import { type Consumption, indexWriteUnits, writeUnits } from './capacity.ts';
import { type KeySchema, keySchemaOf } from './key-schema.ts';
import { type Position, positionOf } from './position.ts';
import { changesOf, type IndexChange, type IndexSchema, indexSchemaOf } from './secondary-index.ts';
import { SortedEntries } from './sorted-entries.ts';
import { StreamLog, type StreamRecord } from './stream-log.ts';

export type Index = { readonly schema: IndexSchema; readonly entries: SortedEntries };

export type Write = { readonly key: Item; readonly after: Item | undefined };

/** What a write asks of one index, and whether it may happen now: see `MemoryDatabaseOptions.holdIndexUpdate`. */
export type IndexUpdate = { readonly table: string; readonly index: string; readonly key: Item };
export type HoldIndexUpdate = (update: IndexUpdate) => boolean;

type HeldUpdate = { readonly index: Index; readonly changes: readonly IndexChange[] };

/** One table: its items, the entries of its indexes, the index updates still on their way, and the log of its stream. */
export class Table {
  readonly name: string;
  readonly keys: KeySchema;
  readonly indexes: ReadonlyMap<string, Index>;
  readonly items: SortedEntries;
  readonly #definition: TableDefinition;
  readonly #stream: StreamLog;
  #held: HeldUpdate[] = [];

  constructor(definition: TableDefinition, from?: Table) {
    this.#definition = definition;
    this.name = definition.name;
    this.keys = keySchemaOf(definition, definition);
    this.items = from?.items.copy() ?? new SortedEntries();
    this.indexes = new Map(definition.indexes.map((index) => [index.name, copyIndex(indexSchemaOf(index, definition), from)]));
    this.#stream = from?.copyOfStream() ?? new StreamLog(definition.name);
    this.#held = (from?.heldUpdates() ?? []).map(({ index, changes }) => ({ index: this.#sameIndex(index), changes }));
  }

  copy(): Table {
    return new Table(this.#definition, this);
  }

  position(item: Item): Position {
    return positionOf([this.keys], item);
  }

  get(key: Item): Item | undefined {
    return this.items.get(this.position(key))?.item;
  }

  /** What writing would take, before anything is written. */
  costOf({ key, after }: Write): Consumption {
    const entry = this.items.get(this.position(key));
    const bytes = Math.max(entry?.bytes ?? 0, after === undefined ? 0 : sizeOfItem(after));
    const indexes = [...this.indexes.values()].map(
      ({ schema }) => [schema.name, indexWriteUnits(changesOf(schema, entry?.item, after))] as const,
    );
    return { table: writeUnits(bytes), indexes: Object.fromEntries(indexes.filter(([, units]) => units > 0)) };
  }

  write({ key, after }: Write, { atMs, hold }: { readonly atMs: number; readonly hold: HoldIndexUpdate }): void {
    const position = this.position(key);
    const before = this.items.get(position)?.item;
    if (after === undefined) this.items.remove(position);
    else this.items.put({ position, item: after, bytes: sizeOfItem(after) });
    if (this.#definition.stream) this.#stream.append({ key, before, after }, atMs);
    for (const index of this.indexes.values()) this.#updateIndex(index, { key, changes: changesOf(index.schema, before, after) }, hold);
  }

  streamRecords(afterSequence: string | undefined): readonly StreamRecord[] {
    return this.#stream.after(afterSequence);
  }

  /** Lets the oldest held updates through, at most so many; says how many went. */
  releaseIndexUpdates(most: number): number {
    const released = this.#held.splice(0, most);
    for (const { index, changes } of released) apply(index, changes);
    return released.length;
  }

  copyOfStream(): StreamLog {
    return this.#stream.copy();
  }

  heldUpdates(): readonly HeldUpdate[] {
    return this.#held;
  }

  /** Updates of one index never overtake each other: behind a held one the next is held, too. */
  #updateIndex(
    index: Index,
    { key, changes }: { readonly key: Item; readonly changes: readonly IndexChange[] },
    hold: HoldIndexUpdate,
  ): void {
    if (changes.length === 0) return;
    const isHeld = hold({ table: this.name, index: index.schema.name, key }) || this.#held.some((held) => held.index === index);
    if (isHeld) this.#held.push({ index, changes });
    else apply(index, changes);
  }

  #sameIndex({ schema }: Index): Index {
    const index = this.indexes.get(schema.name);
    if (index === undefined) throw new Error(`a copy of table ${this.name} lacks the index ${schema.name}`);
    return index;
  }
}

const copyIndex = (schema: IndexSchema, from: Table | undefined): Index => ({
  schema,
  entries: from?.indexes.get(schema.name)?.entries.copy() ?? new SortedEntries(),
});

const apply = ({ entries }: Index, changes: readonly IndexChange[]): void => {
  for (const { remove, put } of changes) {
    if (remove !== undefined) entries.remove(remove.position);
    if (put !== undefined) entries.put(put);
  }
};
