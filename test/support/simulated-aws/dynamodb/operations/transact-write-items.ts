import { invalid, ServiceError } from '../service-error.ts';
import { addConsumption, type Consumption, nothingConsumed, readUnits } from '../storage/capacity.ts';
import type { Table } from '../storage/table.ts';
import type { Item } from '../values/attribute-value.ts';
import { sizeOfItem } from '../values/item-size.ts';
import { type CancellationReason, cancelled, notAtFault, reasonOf } from './cancellation.ts';
import { checkReporting, reportAll } from './consumed-capacity.ts';
import type { OperationContext } from './context.ts';
import type { TransactWriteAction, TransactWriteItemsInput } from './inputs.ts';
import { refuseLength, refuseMissing } from './parameters.ts';
import { parseConditionCheck, parseDelete, parsePut, parseUpdateItem, type WriteAction } from './write-action.ts';
import { conditionFailed, conditionHolds, resultOf, targetOf } from './write-outcome.ts';

export const MOST_ACTIONS = 100;
const LONGEST_TOKEN = 36;
const LARGEST_TRANSACTION_BYTES = 4 * 1024 * 1024;

type Aimed = { readonly table: Table; readonly action: WriteAction; readonly key: Item };
type Outcome = { readonly after: Item | undefined; readonly reason: CancellationReason };

export const transactWriteItems = (context: OperationContext, input: TransactWriteItemsInput) => {
  const aimed = aim(context, actionsOf(input));
  const fingerprint = { fingerprint: JSON.stringify(input.TransactItems), atMs: context.now() };
  const token = input.ClientRequestToken;
  const recalled = token === undefined ? 'new' : context.tokens.recall(token, fingerprint);
  if (recalled === 'mismatch') {
    throw new ServiceError('IdempotentParameterMismatchException', 'An error occurred (IdempotentParameterMismatchException)');
  }
  if (recalled === 'replay') return reportAll(input, sumByTable(aimed, replayCost), 'ReadCapacityUnits');
  const outcomes = aimed.map(outcomeOf);
  if (outcomes.some(({ reason }) => reason !== notAtFault)) throw cancelled(outcomes.map(({ reason }) => reason));
  const consumed = sumByTable(aimed, (each, index) => costOf(each, outcomes[index]?.after));
  for (const [index, { table, action, key }] of aimed.entries()) {
    if (action.change.kind !== 'check') context.write(table, { key, after: outcomes[index]?.after });
  }
  if (token !== undefined) context.tokens.remember(token, fingerprint);
  return reportAll(input, consumed, 'WriteCapacityUnits');
};

/** What is wrong with the request itself refuses all of it, without reasons. */
const actionsOf = (input: TransactWriteItemsInput): readonly WriteAction[] => {
  refuseMissing(input, ['TransactItems']);
  checkReporting(input);
  refuseLength('TransactItems', input.TransactItems.length, { least: 1, most: MOST_ACTIONS });
  if (input.ClientRequestToken !== undefined)
    refuseLength('ClientRequestToken', input.ClientRequestToken.length, { least: 1, most: LONGEST_TOKEN });
  const actions = input.TransactItems.map(parseAction);
  const bytes = actions.reduce((sum, { change }) => sum + sizeOfItem(change.kind === 'put' ? change.item : change.key), 0);
  if (bytes > LARGEST_TRANSACTION_BYTES)
    throw invalid('Collection size limit exceeded: transaction payload size cannot exceed 4194304 bytes');
  return actions;
};

const parseAction = (item: TransactWriteAction): WriteAction => {
  const { Put, Update, Delete, ConditionCheck } = item;
  if (Object.keys(item).length !== 1) throw invalid('TransactItems can only contain one of Check, Put, Update or Delete');
  if (Put !== undefined) return parsePut(Put);
  if (Delete !== undefined) return parseDelete(Delete);
  if (ConditionCheck !== undefined) return parseConditionCheck(ConditionCheck);
  if (Update === undefined) throw invalid('TransactItems can only contain one of Check, Put, Update or Delete');
  refuseMissing(Update, ['UpdateExpression']);
  return parseUpdateItem(Update);
};

/** Finds the item of each action. The first that does not fit its table is the only one reported; conditions are not looked at then. */
const aim = (context: OperationContext, actions: readonly WriteAction[]): readonly Aimed[] => {
  const tables = actions.map(({ tableName }) => context.table(tableName));
  const aimed = actions.map((action, index): Aimed => {
    const table = tables[index] ?? context.table(action.tableName);
    try {
      return { table, action, key: targetOf(table, action.change) };
    } catch (error) {
      throw cancelled(actions.map((each) => (each === action ? reasonOf(error) : notAtFault)));
    }
  });
  const targets = aimed.map(({ table, key }) => JSON.stringify([table.name, table.position(key)]));
  if (new Set(targets).size < targets.length) throw invalid('Transaction request cannot include multiple operations on one item');
  return aimed;
};

/** Every action is judged, against the items as they are before any of them. */
const outcomeOf = ({ table, action, key }: Aimed): Outcome => {
  const before = table.get(key);
  if (!conditionHolds(action, before)) return { after: before, reason: reasonOf(conditionFailed(action, before)) };
  try {
    return { after: resultOf(table, action.change, before), reason: notAtFault };
  } catch (error) {
    return { after: before, reason: reasonOf(error) };
  }
};

/** Two writes of each item, to prepare and to commit; indexes are updated once, afterwards. */
const costOf = ({ table, key }: Aimed, after: Item | undefined): Consumption => {
  const once = table.costOf({ key, after });
  return { ...once, table: 2 * once.table };
};

/** A replay only reads: twice, consistently. */
const replayCost = ({ table, key }: Aimed): Consumption => ({ table: 2 * readUnits(sizeOfItem(table.get(key) ?? {}), true), indexes: {} });

const sumByTable = (aimed: readonly Aimed[], cost: (each: Aimed, index: number) => Consumption): ReadonlyMap<string, Consumption> => {
  const sums = new Map<string, Consumption>();
  for (const [index, each] of aimed.entries()) {
    sums.set(each.table.name, addConsumption(sums.get(each.table.name) ?? nothingConsumed, cost(each, index)));
  }
  return sums;
};
