import type { Units } from '../../bench/metered/bill.ts';
import { acting, type Counters, KINDS, LATE_TASK } from '../count/counters.ts';
import { DAYS, MINUTES } from '../count/window.ts';
import { DURATION_SECONDS, INTAKE_HOURS, READS_A_YEAR } from '../data/assumptions.ts';
import type { QuotaName } from '../data/quotas.ts';
import type { UnitCost, UnitCosts } from '../measure/unit-costs.ts';
import { fullestOfBuckets, mostAlive, ofBuckets, ofDay, type Peak, peak } from './peaks.ts';

/** What a portfolio asks of each quota at its worst. A minute's work is taken as even over the minute: that is Scheduler's own precision. */
export interface Demand {
  readonly needed: Readonly<Record<QuotaName, number>>;
  readonly worstMinute: Peak;
  readonly worstLetterMinute: Peak;
  readonly mostLettersOn: Peak;
}

const SECONDS = 60;
const INTAKE_SECONDS = INTAKE_HOURS * 3600;

/** C5 escalates to the head of sales, and tasks that are late go to the same person: one partition of the index of open tasks. */
const TO_THE_HEAD_OF_SALES = [acting(4), LATE_TASK];

export function demandOf(counters: Counters, costs: UnitCosts, contracts: number): Demand {
  const fires = ofBuckets(counters.fires);
  const letters = ofBuckets(counters.letters);
  const [worstMinute, worstLetterMinute] = [peak(MINUTES, fires), peak(MINUTES, letters)];
  const mostLettersOn = peak(DAYS, ofDay(letters));
  const [firesASecond, lettersASecond] = [worstMinute.count / SECONDS, worstLetterMinute.count / SECONDS];
  const intake = peak(DAYS, (day) => (counters.opened[day] ?? 0) + (counters.paid[day] ?? 0)).count / INTAKE_SECONDS;
  const opened = peak(DAYS, (day) => counters.opened[day] ?? 0).count / INTAKE_SECONDS;
  const reads = (contracts * READS_A_YEAR) / (DAYS * INTAKE_SECONDS);
  const clear = costs.runs[0]?.bill;
  const needed = {
    'schedules alive': mostAlive(counters).count,
    'Scheduler invocations': firesASecond,
    CreateSchedule: firesASecond + opened,
    'Lambda concurrency': firesASecond * DURATION_SECONDS['run-checkpoint'] + lettersASecond * DURATION_SECONDS['send-notice'],
    'SES send rate': lettersASecond,
    'SES messages a day': mostLettersOn.count,
    ...busiest(counters, costs, [worstMinute.at, worstLetterMinute.at]),
    'partition of the due index': (fullestOfBuckets(counters.fires) / SECONDS) * (clear?.writeUnits['Policies/due'] ?? 0),
    'partition of the Outbox': (fullestOfBuckets(counters.letters) / SECONDS) * outboxUnitsALetter(costs),
    'partition of open tasks of one person': peak(MINUTES, (minute) => runsOf(counters, TO_THE_HEAD_OF_SALES, minute)).count / SECONDS,
    'item of the newest significance model': firesASecond * (clear?.readUnits['Significance'] ?? 0),
    'item of the newest regulation': opened * (costs.opening.bill.writeUnits['Regulations'] ?? 0),
    'API Gateway requests': intake + reads,
  };
  return { needed, worstMinute, worstLetterMinute, mostLettersOn };
}

/** An intent is put in the transaction and deleted with its work; C2 writes one letter and nothing else. */
const outboxUnitsALetter = ({ runs }: UnitCosts): number => runs[acting(1)]?.bill.writeUnits['Outbox'] ?? 0;

const runsOf = ({ kinds }: Counters, of: readonly number[], minute: number): number =>
  of.reduce((sum, kind) => sum + (kinds[kind * MINUTES + minute] ?? 0), 0);

function busiest(counters: Counters, { runs }: UnitCosts, minutes: readonly number[]) {
  const most = (unitsOf: (cost: UnitCost) => Units) =>
    Math.max(...minutes.flatMap((minute) => Object.values(atMinute(counters, runs.map(unitsOf), minute)))) / SECONDS;
  return {
    'DynamoDB writes, busiest table or index': most(({ bill }) => bill.writeUnits),
    'DynamoDB reads, busiest table or index': most(({ bill }) => bill.readUnits),
  };
}

/** Units by table and index of all runs of a minute. */
export function atMinute({ kinds }: Pick<Counters, 'kinds'>, unitsOf: readonly Units[], minute: number): Units {
  const sums: Record<string, number> = {};
  for (let kind = 0; kind < KINDS; kind++) {
    const runs = kinds[kind * MINUTES + minute] ?? 0;
    for (const [place, units] of Object.entries(unitsOf[kind] ?? {})) sums[place] = (sums[place] ?? 0) + runs * units;
  }
  return sums;
}
