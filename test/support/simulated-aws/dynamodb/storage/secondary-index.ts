import { invalid, invalidParameter } from '../service-error.ts';
import type { IndexDefinition, TableDefinition } from '../table-definition.ts';
import { attributeOf, type Item, typeOf } from '../values/attribute-value.ts';
import { equalItems } from '../values/compare-values.ts';
import { sizeOfItem } from '../values/item-size.ts';
import { isEmptyKeyValue, type KeySchema, keyAttributesOf, keySchemaOf, refuseTooLong } from './key-schema.ts';
import { comparePositions, type Position, positionOf } from './position.ts';
import type { Entry } from './sorted-entries.ts';

/** What an index is made of; its entries are kept by the table. */
export type IndexSchema = {
  readonly name: string;
  readonly keys: KeySchema;
  readonly tableKeys: KeySchema;
  /** undefined: every attribute */
  readonly projected: ReadonlySet<string> | undefined;
};

export const indexSchemaOf = (index: IndexDefinition, table: TableDefinition): IndexSchema => {
  const keys = keySchemaOf(index, table);
  const tableKeys = keySchemaOf(table, table);
  const keyNames = [...keyAttributesOf(keys), ...keyAttributesOf(tableKeys)].map(({ name }) => name);
  const included = typeof index.projection === 'string' ? [] : index.projection;
  return { name: index.name, keys, tableKeys, projected: index.projection === 'ALL' ? undefined : new Set([...keyNames, ...included]) };
};

/** One write that the index needs; a changed index key takes two. Units are those of the entry's size, 1 per KB begun. */
export type IndexChange = { readonly remove?: Entry; readonly put?: Entry };

export const changesOf = (schema: IndexSchema, before: Item | undefined, after: Item | undefined): readonly IndexChange[] => {
  const [old, fresh] = [entryOf(schema, before), entryOf(schema, after)];
  if (old !== undefined && fresh !== undefined && comparePositions(old.position, fresh.position) === 0) {
    return equalItems(old.item, fresh.item) ? [] : [{ remove: old, put: fresh }];
  }
  return [...(old === undefined ? [] : [{ remove: old }]), ...(fresh === undefined ? [] : [{ put: fresh }])];
};

/** Sparse: an item without one of the index's key attributes has no entry. */
const entryOf = (schema: IndexSchema, item: Item | undefined): Entry | undefined => {
  if (item === undefined || keyAttributesOf(schema.keys).some(({ name }) => attributeOf(item, name) === undefined)) return undefined;
  const projected = projectedItem(schema, item);
  return { position: indexPosition(schema, projected), item: projected, bytes: sizeOfItem(projected) };
};

export const indexPosition = (schema: IndexSchema, item: Item): Position => positionOf([schema.keys, schema.tableKeys], item);

const projectedItem = ({ projected }: IndexSchema, item: Item): Item =>
  projected === undefined ? item : Object.fromEntries(Object.entries(item).filter(([name]) => projected.has(name)));

/** An index key may be missing from an item, but not of another type, empty or too long. */
export const checkIndexKeys = (schema: IndexSchema, item: Item): void => {
  for (const attribute of keyAttributesOf(schema.keys)) {
    const value = attributeOf(item, attribute.name);
    if (value === undefined) continue;
    if (typeOf(value) !== attribute.type) {
      throw invalidParameter(
        `Type mismatch for Index Key ${attribute.name} Expected: ${attribute.type} Actual: ${typeOf(value)} IndexName: ${schema.name}`,
      );
    }
    if (isEmptyKeyValue(value)) {
      throw invalid(
        `One or more parameter values are not valid. A value specified for a secondary index key is not supported. The AttributeValue for a key attribute cannot contain an empty string value. IndexName: ${schema.name}, IndexKey: ${attribute.name}`,
      );
    }
    refuseTooLong(attribute, item);
  }
};
