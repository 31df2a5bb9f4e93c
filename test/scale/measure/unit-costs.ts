import { addDays, addMonths, type LocalDate, localDate } from '../../../shared/domain/local-date.ts';
import { DEFAULT_MODEL } from '../../../shared/domain/significance/default-model.ts';
import { localDateAt } from '../../../shared/domain/zone.ts';
import { type Bill, NOTHING, plus, times } from '../../bench/metered/bill.ts';
import { databaseInMemory } from '../../bench/metered/database.ts';
import { type Metered, type OpenWorld, openPolicy, openWorld, pay, putClient } from '../../bench/metered/world.ts';
import { acting, CLEAR, COVER_END, KINDS, LATE_TASK } from '../count/counters.ts';
import { CHECKPOINTS, installmentDays } from '../count/installment-days.ts';
import { storedBytes } from './stored-bytes.ts';

/** What one of each costs, all hops: measured by doing it once, through the deployed functions over a database in memory. */
export interface UnitCosts {
  /** By kind of run. */
  readonly runs: readonly UnitCost[];
  readonly opening: UnitCost;
  readonly payment: UnitCost;
  /** A payment that restores suspended cover. */
  readonly restoring: UnitCost;
  readonly reading: UnitCost;
  /** A policy's part of the weekly audit and reassessment: of a run over three that have lived a year, so at most this. */
  readonly weekly: Bill;
}

export interface UnitCost {
  readonly bill: Bill;
  /** How much more is stored for it, for ever. */
  readonly bytes: number;
}

const FREE: UnitCost = { bill: NOTHING, bytes: 0 };

/** 120,000.00 in 4 quarterly installments, as most policies are. */
const quarterly = (firstDueOn: LocalDate) => ({
  coverFrom: firstDueOn,
  coverTo: addDays(firstDueOn, 364),
  paymentPlan: { kind: 'installments', count: 4, everyMonths: 3, firstDueOn },
});

const DUE = localDate('2027-03-02');
const TIME_ZONE = 'Europe/Kyiv';

export async function measureUnitCosts(): Promise<UnitCosts> {
  const paid = await paidLife();
  const owed = await owedLife();
  return { ...paid, ...owed, runs: Array.from({ length: KINDS }, (_, kind) => owed.runs.get(kind) ?? paid.runs.get(kind) ?? FREE) };
}

async function newWorld(): Promise<OpenWorld> {
  const world = await openWorld(async (now) => databaseInMemory(now), '2027-01-11T08:00:00Z');
  await putClient(world, 'UA-1');
  return world;
}

async function measured(world: OpenWorld, step: () => Promise<Metered>): Promise<UnitCost> {
  const before = await storedBytes(world.database);
  const { bill } = await step();
  return { bill, bytes: (await storedBytes(world.database)) - before };
}

/** A policy that is paid at once: its first run warms the functions up, the second is measured, and the last is the end of cover. */
async function paidLife() {
  const world = await newWorld();
  await openPolicy(world, 'WARM', quarterly(addMonths(DUE, 24)));
  await pay(world, 'warm', { policyNumber: 'WARM', amount: '120000.00' });
  const opening = await measured(world, () => openPolicy(world, 'PAID', quarterly(DUE)));
  const reading = await measured(world, () => world.ask('getPolicy', { path: { policyNumber: 'PAID' } }));
  const payment = await measured(world, () => pay(world, 'all', { policyNumber: 'PAID', amount: '120000.00' }));
  await world.fireNext();
  const clear = await measured(world, world.fireNext);
  for (let run = 3; run <= 4 * CHECKPOINTS; run++) await world.fireNext();
  const end = await measured(world, world.fireNext);
  const runs = new Map([
    [CLEAR, clear],
    [COVER_END, end],
  ]);
  return { opening, reading, payment, runs };
}

/** Up to and with C6. */
const SUSPENSION = 6;

/** Two policies that are never paid, the first to warm up; and one that is paid when it is suspended. */
async function owedLife() {
  const world = await newWorld();
  await openPolicy(world, 'WARM', quarterly(DUE));
  await live(world, DUE, CHECKPOINTS);
  const [owedDue, suspendedDue] = [addMonths(DUE, 6), addMonths(DUE, 12)];
  await openPolicy(world, 'OWED', quarterly(owedDue));
  const runs = await live(world, owedDue, CHECKPOINTS);
  await openPolicy(world, 'SUSPENDED', quarterly(suspendedDue));
  await live(world, suspendedDue, SUSPENSION);
  const restoring = await measured(world, () => pay(world, 'late', { policyNumber: 'SUSPENDED', amount: '30000.00' }));
  return { runs, restoring, weekly: await weeklyOf(world, 3) };
}

/** Fires until so many checkpoints have acted; by kind, what each run cost. A run on another day than we count it is an error. */
async function live(world: OpenWorld, dueOn: LocalDate, checkpoints: number): Promise<ReadonlyMap<number, UnitCost>> {
  const runs = new Map<number, UnitCost>();
  for (const { on, kind } of expectedRuns(dueOn, checkpoints)) {
    runs.set(kind, await measured(world, world.fireNext));
    const firedOn = localDateAt(world.now(), TIME_ZONE);
    if (firedOn !== on) throw new Error(`a run on ${firedOn}, not on ${on}`);
  }
  return runs;
}

/** A client without a class is served as the model's default has it. */
function expectedRuns(dueOn: LocalDate, count: number): readonly { readonly on: LocalDate; readonly kind: number }[] {
  const { checkpoints, lateTasks } = installmentDays({ dueOn, country: 'UA', significance: DEFAULT_MODEL.defaultClass });
  const acts = checkpoints.slice(0, count).map((on, index) => ({ on, kind: acting(index) }));
  const lastOn = acts.at(-1)?.on ?? dueOn;
  const late = lateTasks.flatMap((on) => (on && on < lastOn ? [{ on, kind: LATE_TASK }] : []));
  return [...acts, ...late].toSorted((a, b) => (a.on < b.on ? -1 : 1));
}

async function weeklyOf(world: OpenWorld, policies: number): Promise<Bill> {
  const audit = await world.invoke('audit', {});
  const reassessment = await world.invoke('reassess', { source: 'aws.scheduler', time: new Date(world.now()).toISOString() });
  return times(plus(audit.bill, reassessment.bill), 1 / policies);
}
