import { invalid } from '../service-error.ts';
import { addConsumption, type Consumption, nothingConsumed, readUnits } from '../storage/capacity.ts';
import { checkKey } from '../storage/key-schema.ts';
import type { Item } from '../values/attribute-value.ts';
import { normaliseItem } from '../values/normalise-value.ts';
import { checkReporting, reportAll } from './consumed-capacity.ts';
import type { OperationContext } from './context.ts';
import { projectionOf, read } from './get-item.ts';
import type { BatchGetItemInput, KeysInput } from './inputs.ts';
import { refuseLength, refuseMissing } from './parameters.ts';

const MOST_KEYS = 100;

export const batchGetItem = (context: OperationContext, input: BatchGetItemInput) => {
  refuseMissing(input, ['RequestItems']);
  checkReporting(input);
  const requests = Object.entries(input.RequestItems);
  refuseLength('RequestItems', requests.length, { least: 1, most: MOST_KEYS });
  for (const [name, { Keys }] of requests) refuseLength(`RequestItems.${name}.member.keys`, Keys.length, { least: 1, most: MOST_KEYS });
  if (requests.reduce((sum, [, { Keys }]) => sum + Keys.length, 0) > MOST_KEYS) {
    throw invalid('Too many items requested for the BatchGetItem call');
  }
  const results = requests.map(([name, request]) => [name, readKeys(context, name, request)] as const);
  return {
    Responses: Object.fromEntries(results.map(([name, { items }]) => [name, items])),
    UnprocessedKeys: Object.fromEntries(results.flatMap(([name, { left }]) => (left === undefined ? [] : [[name, left]]))),
    ...reportAll(input, new Map(results.map(([name, { consumption }]) => [name, consumption]))),
  };
};

type TableResult = { readonly items: readonly Item[]; readonly left: KeysInput | undefined; readonly consumption: Consumption };

const readKeys = (context: OperationContext, name: string, request: KeysInput): TableResult => {
  const table = context.table(name);
  const paths = projectionOf(request);
  const keys = request.Keys.map((key) => checkKey(table.keys, normaliseItem(key)));
  if (new Set(keys.map((key) => JSON.stringify(table.position(key)))).size < keys.length) {
    throw invalid('Provided list of item keys contains duplicates');
  }
  const left = keys.filter((key) => context.leaveUnprocessed({ operation: 'BatchGetItem', table: name, key }));
  const found = keys.filter((key) => !left.includes(key)).map((key) => read(table, key, paths));
  const consumption = found.reduce(
    (sum, { bytes }) => addConsumption(sum, { table: readUnits(bytes, request.ConsistentRead === true), indexes: {} }),
    nothingConsumed,
  );
  return {
    items: found.flatMap(({ item }) => (item === undefined ? [] : [item])),
    left: left.length === 0 ? undefined : { ...request, Keys: left },
    consumption,
  };
};
