import type { Condition } from '../expressions/condition.ts';
import { parseCondition } from '../expressions/condition-parser.ts';
import { type PlaceholderInput, Placeholders } from '../expressions/placeholders.ts';
import type { Update } from '../expressions/update.ts';
import { parseUpdate } from '../expressions/update-parser.ts';
import { invalid } from '../service-error.ts';
import type { Item } from '../values/attribute-value.ts';
import { LARGEST_ITEM_BYTES, sizeOfItem } from '../values/item-size.ts';
import { normaliseItem } from '../values/normalise-value.ts';
import type { DeleteInput, PutInput, UpdateInput } from './inputs.ts';
import { refuseMissing, refuseOther } from './parameters.ts';

export type Change =
  | { readonly kind: 'put'; readonly item: Item }
  | { readonly kind: 'update'; readonly key: Item; readonly update: Update | undefined }
  | { readonly kind: 'delete' | 'check'; readonly key: Item };

/** A write or condition check as far as it can be judged without a table: values are valid, expressions are read. */
export type WriteAction = {
  readonly tableName: string;
  readonly change: Change;
  readonly condition: Condition | undefined;
  readonly returnOldOnFailure: boolean;
};

type WriteInput = PlaceholderInput & {
  readonly TableName: string;
  readonly ConditionExpression?: string;
  readonly UpdateExpression?: string;
  readonly ReturnValuesOnConditionCheckFailure?: string;
};

export const parsePut = (input: PutInput): WriteAction => {
  refuseMissing(input, ['TableName', 'Item']);
  const item = normaliseItem(input.Item);
  if (sizeOfItem(item) > LARGEST_ITEM_BYTES) throw invalid('Item size has exceeded the maximum allowed size');
  const { condition } = expressionsOf(input);
  return action(input, { kind: 'put', item }, condition);
};

export const parseUpdateItem = (input: UpdateInput): WriteAction => {
  refuseMissing(input, ['TableName', 'Key']);
  const { condition, update } = expressionsOf(input);
  return action(input, { kind: 'update', key: normaliseItem(input.Key), update }, condition);
};

export const parseDelete = (input: DeleteInput): WriteAction => {
  refuseMissing(input, ['TableName', 'Key']);
  return action(input, { kind: 'delete', key: normaliseItem(input.Key) }, expressionsOf(input).condition);
};

export const parseConditionCheck = (input: DeleteInput): WriteAction => {
  refuseMissing(input, ['TableName', 'Key', 'ConditionExpression']);
  return action(input, { kind: 'check', key: normaliseItem(input.Key) }, expressionsOf(input).condition);
};

const action = (input: WriteInput, change: Change, condition: Condition | undefined): WriteAction => ({
  tableName: input.TableName,
  change,
  condition,
  returnOldOnFailure: input.ReturnValuesOnConditionCheckFailure === 'ALL_OLD',
});

const expressionsOf = (input: WriteInput): { readonly condition: Condition | undefined; readonly update: Update | undefined } => {
  refuseOther('ReturnValuesOnConditionCheckFailure', input.ReturnValuesOnConditionCheckFailure, ['ALL_OLD', 'NONE']);
  const { ConditionExpression, UpdateExpression } = input;
  const placeholders = new Placeholders(input, ConditionExpression !== undefined || UpdateExpression !== undefined);
  const update = UpdateExpression === undefined ? undefined : parseUpdate(UpdateExpression, placeholders);
  const condition =
    ConditionExpression === undefined ? undefined : parseCondition('ConditionExpression', ConditionExpression, placeholders);
  placeholders.refuseUnused();
  return { condition, update };
};
