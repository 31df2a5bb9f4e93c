import { invalid, invalidParameter } from '../service-error.ts';
import { type KeySchema, keyAttributesOf } from '../storage/key-schema.ts';
import { type Position, positionOf } from '../storage/position.ts';
import type { IndexSchema } from '../storage/secondary-index.ts';
import type { SortedEntries } from '../storage/sorted-entries.ts';
import type { Table } from '../storage/table.ts';
import { attributeOf, type Item, typeOf } from '../values/attribute-value.ts';
import { normaliseItem } from '../values/normalise-value.ts';
import type { ScanInput } from './inputs.ts';

/** What a query or scan reads: the table itself, or one of its indexes. */
export type ReadSource = {
  readonly keys: KeySchema;
  /** The schemas whose attributes make up a starting key: of an index also that of its table. */
  readonly positionSchemas: readonly KeySchema[];
  readonly entries: SortedEntries;
  readonly index: IndexSchema | undefined;
};

export const sourceOf = (table: Table, { IndexName, ConsistentRead }: ScanInput): ReadSource => {
  if (IndexName === undefined) return { keys: table.keys, positionSchemas: [table.keys], entries: table.items, index: undefined };
  const index = table.indexes.get(IndexName);
  if (index === undefined) throw invalid(`The table does not have the specified index: ${IndexName}`);
  if (ConsistentRead === true) throw invalid('Consistent reads are not supported on global secondary indexes');
  return { keys: index.schema.keys, positionSchemas: [index.schema.keys, table.keys], entries: index.entries, index: index.schema };
};

/** An index cannot fetch from its table what it was not given. */
export const refuseUnprojected = ({ index }: ReadSource, names: readonly string[], message: string): void => {
  if (index?.projected === undefined) return;
  const missing = names.filter((name) => !index.projected?.has(name));
  if (missing.length === 0) return;
  throw invalidParameter(`Global secondary index ${index.name} does not project ${message}[${missing.join(', ')}]`);
};

const keyNames = (source: ReadSource): ReadonlySet<string> =>
  new Set(source.positionSchemas.flatMap(keyAttributesOf).map(({ name }) => name));

/** The key by which the next page goes on: [table key], of an index [index key, table key]. */
export const continuationOf = (source: ReadSource, item: Item): Item => {
  const names = keyNames(source);
  return Object.fromEntries(Object.entries(item).filter(([name]) => names.has(name)));
};

/** Exactly the attributes of a continuation, each of its type. */
export const startPosition = (source: ReadSource, startKey: Item | undefined): Position | undefined => {
  if (startKey === undefined) return undefined;
  const key = normaliseItem(startKey);
  const names = keyNames(source);
  const complete = [...names].every((name) => attributeOf(key, name) !== undefined);
  if (!complete || Object.keys(key).length !== names.size) throw invalid('The provided starting key is invalid');
  for (const { name, type } of source.positionSchemas.flatMap(keyAttributesOf)) {
    const value = attributeOf(key, name);
    if (value !== undefined && typeOf(value) === type) continue;
    throw invalid('The provided starting key is invalid: The provided key element does not match the schema');
  }
  return positionOf(source.positionSchemas, key);
};
