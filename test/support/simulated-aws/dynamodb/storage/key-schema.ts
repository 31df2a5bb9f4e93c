import { invalid, invalidParameter } from '../service-error.ts';
import type { TableDefinition } from '../table-definition.ts';
import { type AttributeValue, attributeOf, type Item, typeOf } from '../values/attribute-value.ts';
import { sizeOfValue } from '../values/item-size.ts';

export type KeyAttribute = { readonly name: string; readonly type: 'S' | 'N'; readonly longest: number };

/** The attributes of a primary key or an index key: the partition first, then perhaps the sort key. */
export type KeySchema = readonly [KeyAttribute, KeyAttribute?];

const LONGEST_PARTITION_BYTES = 2048;
const LONGEST_SORT_BYTES = 1024;

export const keySchemaOf = (
  keys: { readonly partitionKey: string; readonly sortKey?: string },
  { numberKeys = [] }: Pick<TableDefinition, 'numberKeys'>,
): KeySchema => {
  const attribute = (name: string, longest: number): KeyAttribute => ({ name, type: numberKeys.includes(name) ? 'N' : 'S', longest });
  const partition = attribute(keys.partitionKey, LONGEST_PARTITION_BYTES);
  return keys.sortKey === undefined ? [partition] : [partition, attribute(keys.sortKey, LONGEST_SORT_BYTES)];
};

export const keyAttributesOf = (schema: KeySchema): readonly KeyAttribute[] => schema.filter((each) => each !== undefined);

/** The key given for a read or a delete must consist of exactly the key attributes, each of its type. */
export const checkKey = (schema: KeySchema, key: Item): Item => {
  const attributes = keyAttributesOf(schema);
  const fits = attributes.every(({ name, type }) => typeIn(key, name) === type);
  if (!fits || Object.keys(key).length !== attributes.length) throw invalid('The provided key element does not match the schema');
  for (const attribute of attributes) refuseUnusable(attribute, key);
  return key;
};

/** The key within an item to be put. */
export const keyOfNewItem = (schema: KeySchema, item: Item): Item => {
  for (const attribute of keyAttributesOf(schema)) {
    const actual = typeIn(item, attribute.name);
    if (actual === undefined) throw invalidParameter(`Missing the key ${attribute.name} in the item`);
    if (actual !== attribute.type) {
      throw invalidParameter(`Type mismatch for key ${attribute.name} expected: ${attribute.type} actual: ${actual}`);
    }
    refuseUnusable(attribute, item);
  }
  return keyOf(schema, item);
};

export const keyOf = (schema: KeySchema, item: Item): Item =>
  Object.fromEntries(
    keyAttributesOf(schema).flatMap(({ name }) => {
      const value = attributeOf(item, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );

export const isEmptyKeyValue = (value: AttributeValue): boolean => 'S' in value && value.S === '';

/** Shared with index keys, which have the same limits. */
export const refuseTooLong = ({ name, longest }: KeyAttribute, item: Item): void => {
  const value = attributeOf(item, name);
  if (value === undefined || sizeOfValue(value) <= longest) return;
  throw invalidParameter(
    longest === LONGEST_PARTITION_BYTES
      ? `Size of hashkey has exceeded the maximum size limit of${longest} bytes`
      : `Aggregated size of all range keys has exceeded the size limit of ${longest} bytes`,
  );
};

const refuseUnusable = (attribute: KeyAttribute, item: Item): void => {
  const value = attributeOf(item, attribute.name);
  if (value !== undefined && isEmptyKeyValue(value)) {
    throw invalid(
      `One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: ${attribute.name}`,
    );
  }
  refuseTooLong(attribute, item);
};

const typeIn = (item: Item, name: string) => {
  const value = attributeOf(item, name);
  return value === undefined ? undefined : typeOf(value);
};
