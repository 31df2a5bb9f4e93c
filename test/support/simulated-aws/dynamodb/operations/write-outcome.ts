import { satisfies } from '../expressions/condition-evaluator.ts';
import type { Update } from '../expressions/update.ts';
import { applyUpdate } from '../expressions/update-evaluator.ts';
import { invalid, invalidParameter, ServiceError } from '../service-error.ts';
import { checkKey, keyAttributesOf, keyOfNewItem } from '../storage/key-schema.ts';
import { checkIndexKeys } from '../storage/secondary-index.ts';
import type { Table } from '../storage/table.ts';
import type { Item } from '../values/attribute-value.ts';
import { LARGEST_ITEM_BYTES, sizeOfItem } from '../values/item-size.ts';
import { normaliseItem } from '../values/normalise-value.ts';
import type { Change, WriteAction } from './write-action.ts';

/** The key that an action aims at, checked against the schema of its table. */
export const targetOf = (table: Table, change: Change): Item => {
  if (change.kind !== 'put') {
    if (change.kind === 'update') refuseKeyUpdate(table, change.update ?? []);
    return checkKey(table.keys, change.key);
  }
  const key = keyOfNewItem(table.keys, change.item);
  for (const { schema } of table.indexes.values()) checkIndexKeys(schema, change.item);
  return key;
};

const refuseKeyUpdate = (table: Table, update: Update): void => {
  const keyNames = keyAttributesOf(table.keys).map(({ name }) => name);
  const touched = update.map(({ path }) => path[0]).find((name) => keyNames.includes(name));
  if (touched !== undefined) throw invalidParameter(`Cannot update attribute ${touched}. This attribute is part of the key`);
};

export const conditionHolds = ({ condition }: WriteAction, before: Item | undefined): boolean =>
  condition === undefined || satisfies(before, condition);

export const conditionFailed = ({ returnOldOnFailure }: WriteAction, before: Item | undefined): ServiceError =>
  new ServiceError(
    'ConditionalCheckFailedException',
    'The conditional request failed',
    returnOldOnFailure && before !== undefined ? { Item: before } : {},
  );

/** The item as the action leaves it, checked; undefined: there is none. */
export const resultOf = (table: Table, change: Change, before: Item | undefined): Item | undefined => {
  switch (change.kind) {
    case 'put':
      return change.item;
    case 'delete':
      return undefined;
    case 'check':
      return before;
    case 'update':
      return checkUpdated(table, updated(change.key, change.update, before));
  }
};

/** An update creates the item it does not find, unless it only takes away. */
const updated = (key: Item, update: Update | undefined, before: Item | undefined): Item | undefined => {
  if (update === undefined) return before ?? key;
  const after = applyUpdate(before ?? key, update);
  const onlyTakesAway = update.every(({ kind }) => kind === 'REMOVE' || kind === 'DELETE');
  return before === undefined && onlyTakesAway ? undefined : after;
};

const checkUpdated = (table: Table, after: Item | undefined): Item | undefined => {
  if (after === undefined) return undefined;
  for (const { schema } of table.indexes.values()) checkIndexKeys(schema, after);
  if (sizeOfItem(after) > LARGEST_ITEM_BYTES) throw invalid('Item size to update has exceeded the maximum allowed size');
  return normaliseItem(after);
};
