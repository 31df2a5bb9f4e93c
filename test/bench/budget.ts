import { type Bill, ofTables, total } from './metered/bill.ts';
import { localDatabase } from './metered/database.ts';
import { type Metered, openPolicy, openWorld, pay, putClient, type World } from './metered/world.ts';

/** The most that a path may take. Requests to services that are not named: none. */
export interface Limit {
  readonly dynamoDb: number;
  readonly scheduler?: number;
  readonly ses?: number;
  /** Write units of tables; an index of its own comes on top. */
  readonly writeUnits?: number;
  readonly readUnits?: number;
}

export interface BudgetLine {
  readonly path: string;
  readonly bill: Bill;
  readonly limit: Limit;
  readonly isWithin: boolean;
}

/** The cost budget of the design: of a request what its caller waits for, of a checkpoint all hops; in warm functions. */
const LIMITS = {
  'POST /payments, first': { dynamoDb: 1, writeUnits: 4 },
  'POST /payments, replay': { dynamoDb: 1 },
  'POST /payments, to suspense': { dynamoDb: 2 },
  'GET /policies/{n}': { dynamoDb: 1, readUnits: 3 },
  'a clear checkpoint': { dynamoDb: 2, scheduler: 1 },
  'an acting checkpoint with 1 notice': { dynamoDb: 5, scheduler: 1, ses: 1 },
  'POST /policies': { dynamoDb: 1, scheduler: 1 },
} as const satisfies Readonly<Record<string, Limit>>;

type Path = keyof typeof LIMITS;

/** Takes each path once through the deployed functions; policies of 4 installments. */
export async function benchBudget(): Promise<{ readonly database: string; readonly lines: readonly BudgetLine[] }> {
  const world = await openWorld(localDatabase, '2026-11-02T08:00:00Z');
  try {
    await putClient(world, 'UA-1');
    const bills = await takePaths(world);
    const lines = (Object.keys(LIMITS) as Path[]).map((path) => lineOf(path, bills[path]));
    return { database: world.database.name, lines };
  } finally {
    await world.database.stop();
  }
}

const lineOf = (path: Path, bill: Bill): BudgetLine => ({ path, bill, limit: LIMITS[path], isWithin: isWithin(bill, LIMITS[path]) });

export function isWithin(bill: Bill, { dynamoDb, scheduler = 0, ses = 0, writeUnits, readUnits }: Limit): boolean {
  const requests = bill.dynamoDb <= dynamoDb && bill.scheduler <= scheduler && bill.ses <= ses && bill.lambda + bill.events === 0;
  const units = ofTables(bill.writeUnits) <= (writeUnits ?? Number.POSITIVE_INFINITY);
  return requests && units && total(bill.readUnits) <= (readUnits ?? Number.POSITIVE_INFINITY);
}

const LATER = {
  coverFrom: '2026-12-20',
  coverTo: '2027-12-19',
  paymentPlan: { kind: 'installments', count: 4, everyMonths: 3, firstDueOn: '2026-12-20' },
};

/** A paid policy comes to its C1, which warms the functions up, and to C2; then one that is not, to C1 with two letters and C2 with one. */
async function takePaths(world: World): Promise<Readonly<Record<Path, Bill>>> {
  await answered(201, openPolicy(world, 'PAID'));
  await answered(201, pay(world, 'all', { policyNumber: 'PAID', amount: '120000.00' }));
  await world.fireNext();
  const clear = (await world.fireNext()).bill;
  const opened = await answered(201, openPolicy(world, 'UNPAID', LATER));
  await fireUntilLetters(world, 2);
  return {
    'POST /policies': opened,
    'a clear checkpoint': clear,
    'an acting checkpoint with 1 notice': await fireUntilLetters(world, 1),
    'GET /policies/{n}': await answered(200, world.ask('getPolicy', { path: { policyNumber: 'UNPAID' } })),
    'POST /payments, first': await answered(201, pay(world, 'some', { policyNumber: 'UNPAID', amount: '1.00' })),
    'POST /payments, replay': await answered(200, pay(world, 'some', { policyNumber: 'UNPAID', amount: '1.00' })),
    'POST /payments, to suspense': await answered(202, pay(world, 'lost', { policyNumber: 'UNKNOWN', amount: '1.00' })),
  };
}

const MOST_FIRES = 20;

async function fireUntilLetters(world: World, letters: number): Promise<Bill> {
  for (let fire = 1; fire <= MOST_FIRES; fire++) {
    const { bill } = await world.fireNext();
    if (bill.ses === letters) return bill;
  }
  throw new Error(`no checkpoint with ${letters} letters in ${MOST_FIRES}`);
}

async function answered(status: number, asked: Promise<Metered>): Promise<Bill> {
  const answer = await asked;
  if (answer.status !== status) throw new Error(`answered ${answer.status}, not ${status}`);
  return answer.waited;
}
