import { type Consumption, totalUnits } from '../storage/capacity.ts';
import type { Reported } from './inputs.ts';
import { refuseOther } from './parameters.ts';

/** Transactions also say which kind of unit they took; other operations leave it to be inferred. */
export type UnitKind = 'ReadCapacityUnits' | 'WriteCapacityUnits';

export type ConsumedCapacity = Readonly<Record<string, unknown>>;

export const checkReporting = ({ ReturnConsumedCapacity }: Reported): void =>
  refuseOther('ReturnConsumedCapacity', ReturnConsumedCapacity, ['INDEXES', 'TOTAL', 'NONE']);

export const reportOne = (input: Reported, table: string, consumption: Consumption): { readonly ConsumedCapacity?: ConsumedCapacity } => {
  const [report] = reports(input, new Map([[table, consumption]]));
  return report === undefined ? {} : { ConsumedCapacity: report };
};

export const reportAll = (
  input: Reported,
  byTable: ReadonlyMap<string, Consumption>,
  kind?: UnitKind,
): { readonly ConsumedCapacity?: readonly ConsumedCapacity[] } => {
  const all = reports(input, byTable, kind);
  return all.length === 0 ? {} : { ConsumedCapacity: all };
};

const reports = (
  { ReturnConsumedCapacity: level }: Reported,
  byTable: ReadonlyMap<string, Consumption>,
  kind?: UnitKind,
): ConsumedCapacity[] => {
  if (level !== 'TOTAL' && level !== 'INDEXES') return [];
  const units = (CapacityUnits: number) => ({ CapacityUnits, ...(kind && { [kind]: CapacityUnits }) });
  return [...byTable].map(([TableName, consumption]) => {
    const indexes = Object.entries(consumption.indexes).map(([name, taken]) => [name, units(taken)]);
    return {
      TableName,
      ...units(totalUnits(consumption)),
      ...(level === 'INDEXES' && {
        Table: units(consumption.table),
        ...(indexes.length > 0 && { GlobalSecondaryIndexes: Object.fromEntries(indexes) }),
      }),
    };
  });
};
