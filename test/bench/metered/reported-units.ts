import type { Units } from './bill.ts';

interface Consumed {
  readonly TableName: string;
  readonly CapacityUnits: number;
  readonly Table?: { readonly CapacityUnits: number };
  readonly GlobalSecondaryIndexes?: Readonly<Record<string, { readonly CapacityUnits: number }>>;
}

export interface Reported {
  /** One table's, or those of several; a refusal reports none. */
  readonly ConsumedCapacity?: Consumed | readonly Consumed[];
}

const READS = new Set(['GetItem', 'BatchGetItem', 'TransactGetItems', 'Query', 'Scan']);

export const isRead = (operation: string): boolean => READS.has(operation);

/** Units by table and by index. */
export function reportedUnits({ ConsumedCapacity = [] }: Reported): Units {
  const units: Record<string, number> = {};
  const add = (place: string, some: number) => {
    units[place] = (units[place] ?? 0) + some;
  };
  for (const { TableName, CapacityUnits, Table, GlobalSecondaryIndexes = {} } of [ConsumedCapacity].flat()) {
    const ofIndexes = Object.entries(GlobalSecondaryIndexes);
    const inIndexes = ofIndexes.reduce((sum, [, of]) => sum + of.CapacityUnits, 0);
    add(TableName, Table?.CapacityUnits ?? CapacityUnits - inIndexes);
    for (const [index, of] of ofIndexes) add(`${TableName}/${index}`, of.CapacityUnits);
  }
  return units;
}
