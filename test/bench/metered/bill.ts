/** What something cost: requests by service, capacity units by table (`Policies`) and index (`Policies/due`). */
export interface Bill {
  readonly dynamoDb: number;
  readonly scheduler: number;
  readonly ses: number;
  readonly lambda: number;
  readonly events: number;
  readonly writeUnits: Units;
  readonly readUnits: Units;
}

export type Units = Readonly<Record<string, number>>;

export type Service = 'dynamoDb' | 'scheduler' | 'ses' | 'lambda' | 'events';

export const NOTHING: Bill = { dynamoDb: 0, scheduler: 0, ses: 0, lambda: 0, events: 0, writeUnits: {}, readUnits: {} };

export const plus = (a: Bill, b: Bill): Bill => combined(a, b, (x, y) => x + y);

export const minus = (a: Bill, b: Bill): Bill => combined(a, b, (x, y) => x - y);

export const times = (bill: Bill, factor: number): Bill => combined(bill, bill, (x) => x * factor);

function combined(a: Bill, b: Bill, by: (x: number, y: number) => number): Bill {
  return {
    dynamoDb: by(a.dynamoDb, b.dynamoDb),
    scheduler: by(a.scheduler, b.scheduler),
    ses: by(a.ses, b.ses),
    lambda: by(a.lambda, b.lambda),
    events: by(a.events, b.events),
    writeUnits: combinedUnits(a.writeUnits, b.writeUnits, by),
    readUnits: combinedUnits(a.readUnits, b.readUnits, by),
  };
}

function combinedUnits(a: Units, b: Units, by: (x: number, y: number) => number): Units {
  const places = [...new Set([...Object.keys(a), ...Object.keys(b)])].toSorted();
  return Object.fromEntries(places.map((place) => [place, by(a[place] ?? 0, b[place] ?? 0)]).filter(([, units]) => units !== 0));
}

export const total = (units: Units): number => Object.values(units).reduce((sum, some) => sum + some, 0);

/** Of tables alone: what an index takes comes on top. */
export const ofTables = (units: Units): number =>
  total(Object.fromEntries(Object.entries(units).filter(([place]) => !place.includes('/'))));
