import { invalid } from '../service-error.ts';
import { addConsumption, type Consumption, nothingConsumed } from '../storage/capacity.ts';
import type { Table, Write } from '../storage/table.ts';
import { checkReporting, reportAll } from './consumed-capacity.ts';
import type { OperationContext } from './context.ts';
import type { BatchWriteItemInput, WriteRequest } from './inputs.ts';
import { refuseLength, refuseMissing } from './parameters.ts';
import { parseDelete, parsePut, type WriteAction } from './write-action.ts';
import { resultOf, targetOf } from './write-outcome.ts';

const MOST_WRITES = 25;

type Planned = { readonly table: Table; readonly request: WriteRequest; readonly write: Write };

/** Everything is checked before anything is written; then each write stands for itself. */
export const batchWriteItem = (context: OperationContext, input: BatchWriteItemInput) => {
  refuseMissing(input, ['RequestItems']);
  checkReporting(input);
  const requests = Object.entries(input.RequestItems).flatMap(([name, writes]) => {
    refuseLength(`RequestItems.${name}.member`, writes.length, { least: 1, most: MOST_WRITES });
    return writes.map((request) => ({ name, request }));
  });
  refuseLength('RequestItems', requests.length, { least: 1, most: MOST_WRITES });
  const planned = requests.map(({ name, request }) => plan(context, name, request));
  refuseDuplicates(planned);
  const left = planned.filter(({ table, write }) =>
    context.leaveUnprocessed({ operation: 'BatchWriteItem', table: table.name, key: write.key }),
  );
  const consumed = perform(
    context,
    planned.filter((each) => !left.includes(each)),
  );
  const unprocessed = Map.groupBy(left, ({ table }) => table.name);
  return {
    UnprocessedItems: Object.fromEntries([...unprocessed].map(([name, each]) => [name, each.map(({ request }) => request)])),
    ...reportAll(input, consumed),
  };
};

const plan = (context: OperationContext, name: string, request: WriteRequest): Planned => {
  const table = context.table(name);
  const { change } = actionOf(name, request);
  const key = targetOf(table, change);
  return { table, request, write: { key, after: resultOf(table, change, undefined) } };
};

const actionOf = (TableName: string, { PutRequest, DeleteRequest }: WriteRequest): WriteAction => {
  if (PutRequest !== undefined && DeleteRequest === undefined) return parsePut({ TableName, Item: PutRequest.Item });
  if (DeleteRequest !== undefined && PutRequest === undefined) return parseDelete({ TableName, Key: DeleteRequest.Key });
  throw invalid('Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes');
};

const refuseDuplicates = (planned: readonly Planned[]): void => {
  const targets = planned.map(({ table, write }) => JSON.stringify([table.name, table.position(write.key)]));
  if (new Set(targets).size < targets.length) throw invalid('Provided list of item keys contains duplicates');
};

const perform = (context: OperationContext, planned: readonly Planned[]): ReadonlyMap<string, Consumption> => {
  const consumed = new Map<string, Consumption>();
  for (const { table, write } of planned) {
    consumed.set(table.name, addConsumption(consumed.get(table.name) ?? nothingConsumed, table.costOf(write)));
    context.write(table, write);
  }
  return consumed;
};
