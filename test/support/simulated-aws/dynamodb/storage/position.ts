import { type AttributeValue, attributeOf, type Item } from '../values/attribute-value.ts';
import { sortable } from '../values/compare-values.ts';
import { type KeySchema, keyAttributesOf } from './key-schema.ts';

/**
 * Where an entry stands: hash of the partition, partition, sort key and, in an index, the key of the item in its table.
 * Partitions lie in the order of their hash, as in DynamoDB, so that no test comes to rely on the order of a scan.
 */
export type Position = readonly [hash: string, partition: string, ...rest: string[]];

export const partitionPosition = (partition: AttributeValue): Position => {
  const encoded = sortable(partition);
  return [hashOf(encoded), encoded];
};

/** An absent value counts as the lowest: only the starting key of an index whose item went away has any. */
export const positionOf = (schemas: readonly KeySchema[], item: Item): Position => {
  const [partition = '', ...rest] = schemas.flatMap(keyAttributesOf).map(({ name }) => {
    const value = attributeOf(item, name);
    return value === undefined ? '' : sortable(value);
  });
  return [hashOf(partition), partition, ...rest];
};

export const comparePositions = (a: Position, b: Position): number => {
  for (const [index, part] of a.entries()) {
    const other = b[index] ?? '';
    if (part !== other) return part < other ? -1 : 1;
  }
  return a.length - b.length;
};

/** FNV-1a, 32 bits: any fixed scattering will do. */
const hashOf = (text: string): string => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
};
