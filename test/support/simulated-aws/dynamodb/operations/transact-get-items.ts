import { invalid } from '../service-error.ts';
import { addConsumption, type Consumption, nothingConsumed, readUnits } from '../storage/capacity.ts';
import { checkKey } from '../storage/key-schema.ts';
import type { Table } from '../storage/table.ts';
import { normaliseItem } from '../values/normalise-value.ts';
import { cancelled, notAtFault, reasonOf } from './cancellation.ts';
import { checkReporting, reportAll } from './consumed-capacity.ts';
import type { OperationContext } from './context.ts';
import { projectionOf, read } from './get-item.ts';
import type { GetInput, TransactGetItemsInput } from './inputs.ts';
import { refuseLength, refuseMissing } from './parameters.ts';
import { MOST_ACTIONS } from './transact-write-items.ts';

export const transactGetItems = (context: OperationContext, input: TransactGetItemsInput) => {
  refuseMissing(input, ['TransactItems']);
  checkReporting(input);
  refuseLength('TransactItems', input.TransactItems.length, { least: 1, most: MOST_ACTIONS });
  const gets = input.TransactItems.map(getOf).map((get) => ({ get, paths: projectionOf(get), table: context.table(get.TableName) }));
  refuseMisfits(gets);
  refuseDuplicates(gets);
  const consumed = new Map<string, Consumption>();
  const responses = gets.map(({ table, get, paths }) => {
    const { item, bytes } = read(table, get.Key, paths);
    const units = { table: 2 * readUnits(bytes, true), indexes: {} };
    consumed.set(table.name, addConsumption(consumed.get(table.name) ?? nothingConsumed, units));
    return item === undefined ? {} : { Item: item };
  });
  return { Responses: responses, ...reportAll(input, consumed, 'ReadCapacityUnits') };
};

type TableGet = { readonly get: GetInput; readonly table: Table };

const getOf = ({ Get }: { readonly Get?: GetInput }): GetInput => {
  if (Get === undefined) throw invalid('TransactItems can only contain Get');
  refuseMissing(Get, ['TableName', 'Key']);
  return Get;
};

const refuseMisfits = (gets: readonly TableGet[]): void => {
  for (const misfit of gets) {
    try {
      checkKey(misfit.table.keys, normaliseItem(misfit.get.Key));
    } catch (error) {
      throw cancelled(gets.map((each) => (each === misfit ? reasonOf(error) : notAtFault)));
    }
  }
};

const refuseDuplicates = (gets: readonly TableGet[]): void => {
  const targets = gets.map(({ table, get }) => JSON.stringify([table.name, table.position(normaliseItem(get.Key))]));
  if (new Set(targets).size < targets.length) throw invalid('Transaction request cannot include multiple operations on one item');
};
