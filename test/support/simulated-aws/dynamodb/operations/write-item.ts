import { type DocumentPath, valueAt } from '../expressions/document-path.ts';
import { project } from '../expressions/projection.ts';
import type { Item } from '../values/attribute-value.ts';
import { checkReporting, reportOne } from './consumed-capacity.ts';
import type { OperationContext } from './context.ts';
import type { DeleteItemInput, PutItemInput, Returning, UpdateItemInput } from './inputs.ts';
import { refuseOther, violation } from './parameters.ts';
import { parseDelete, parsePut, parseUpdateItem, type WriteAction } from './write-action.ts';
import { conditionFailed, conditionHolds, resultOf, targetOf } from './write-outcome.ts';

const returnValues = ['ALL_NEW', 'UPDATED_OLD', 'ALL_OLD', 'NONE', 'UPDATED_NEW'];

export const putItem = (context: OperationContext, input: PutItemInput) => {
  checkReturning(input, 'onlyOld');
  return write(context, parsePut(input), input);
};

export const deleteItem = (context: OperationContext, input: DeleteItemInput) => {
  checkReturning(input, 'onlyOld');
  return write(context, parseDelete(input), input);
};

export const updateItem = (context: OperationContext, input: UpdateItemInput) => {
  checkReturning(input, 'any');
  return write(context, parseUpdateItem(input), input);
};

const checkReturning = (input: Returning, which: 'any' | 'onlyOld'): void => {
  checkReporting(input);
  refuseOther('ReturnValues', input.ReturnValues, returnValues);
  if (which === 'any' || ['NONE', 'ALL_OLD', undefined].includes(input.ReturnValues)) return;
  throw violation('ReturnValues can only be ALL_OLD or NONE');
};

const write = (context: OperationContext, action: WriteAction, input: Returning) => {
  const table = context.table(action.tableName);
  const key = targetOf(table, action.change);
  const before = table.get(key);
  if (!conditionHolds(action, before)) throw conditionFailed(action, before);
  const after = resultOf(table, action.change, before);
  const consumption = table.costOf({ key, after });
  context.write(table, { key, after });
  const attributes = returned(action, { before, after }, input.ReturnValues);
  return { ...(attributes && { Attributes: attributes }), ...reportOne(input, table.name, consumption) };
};

type BeforeAndAfter = { readonly before: Item | undefined; readonly after: Item | undefined };

const returned = ({ change }: WriteAction, { before, after }: BeforeAndAfter, wanted: string | undefined): Item | undefined => {
  const touched = change.kind === 'update' ? (change.update ?? []).map(({ path }) => path) : [];
  switch (wanted) {
    case 'ALL_OLD':
      return before;
    case 'ALL_NEW':
      return after;
    case 'UPDATED_OLD':
      return touchedOf(before, touched);
    case 'UPDATED_NEW':
      return touchedOf(after, touched);
    default:
      return undefined;
  }
};

/** Only the touched places, and nothing at all where none of them holds a value. */
const touchedOf = (item: Item | undefined, paths: readonly DocumentPath[]): Item | undefined => {
  const present = paths.filter((path) => valueAt(item, path) !== undefined);
  return item === undefined || present.length === 0 ? undefined : project(item, present);
};
