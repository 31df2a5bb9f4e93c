import { type Bill, NOTHING, plus, times, total } from '../../bench/metered/bill.ts';
import { type Counters, KINDS } from '../count/counters.ts';
import { MINUTES } from '../count/window.ts';
import { DURATION_SECONDS, LOG_BYTES_AN_INVOCATION, MEMORY_GB, READS_A_YEAR, YEARS_KEPT } from '../data/assumptions.ts';
import { dollars, PRICES } from '../data/prices.ts';
import type { UnitCost, UnitCosts } from '../measure/unit-costs.ts';

const WEEKS = 52;
const GB = 2 ** 30;

/** How often each thing is done in the year. */
interface Work {
  readonly cost: UnitCost;
  readonly count: number;
}

/** Dollars of a policy and year, by what they are paid for. */
export function yearlyCost(counters: Counters, costs: UnitCosts, contracts: number): Readonly<Record<string, number>> {
  const { works, runs, requests } = workOf(counters, costs, contracts);
  const { bill, bytes } = sum(works);
  const year = plus(bill, times(costs.weekly, WEEKS * contracts));
  const invocations = { 'run-checkpoint': runs, 'send-notice': bill.ses, 'relay-intents': bill.events, api: requests } as const;
  const [seconds, count] = Object.entries(invocations).reduce(
    ([s, c], [name, some]) => [s + some * (DURATION_SECONDS[name as keyof typeof invocations] ?? 0), c + some],
    [0, 0],
  );
  const gbYears = (bytes / GB) * YEARS_KEPT * 12;
  const items = {
    'Scheduler invocations': dollars(runs, PRICES.schedulerInvocation),
    'Lambda requests': dollars(count, PRICES.lambdaRequest),
    'Lambda time': dollars(seconds * MEMORY_GB, PRICES.lambdaGbSecond),
    'DynamoDB writes': dollars(total(year.writeUnits), PRICES.dynamoDbWriteUnit),
    'DynamoDB reads': dollars(total(year.readUnits), PRICES.dynamoDbReadUnit),
    [`DynamoDB storage, ${YEARS_KEPT} years`]: dollars(gbYears, PRICES.dynamoDbGbMonth),
    [`DynamoDB recovery, ${YEARS_KEPT} years`]: dollars(gbYears, PRICES.recoveryGbMonth),
    'SES messages': dollars(bill.ses, PRICES.sesMessage),
    'API requests': dollars(requests, PRICES.apiRequest),
    'bus events': dollars(bill.events, PRICES.busEvent),
    logs: dollars((count * LOG_BYTES_AN_INVOCATION) / GB, PRICES.logGb),
  };
  return Object.fromEntries(Object.entries(items).map(([item, amount]) => [item, amount / contracts]));
}

function workOf({ kinds, opened, paid, restored }: Counters, costs: UnitCosts, contracts: number) {
  const ofKind = (kind: number) => sumOf(kinds.subarray(kind * MINUTES, (kind + 1) * MINUTES));
  const runs = Array.from({ length: KINDS }, (_, kind) => ({ cost: costs.runs[kind] ?? FREE, count: ofKind(kind) }));
  const [policies, payments, reads] = [sumOf(opened), sumOf(paid), READS_A_YEAR * contracts];
  const asked = [
    { cost: costs.opening, count: policies },
    { cost: costs.payment, count: payments - restored },
    { cost: costs.restoring, count: restored },
    { cost: costs.reading, count: reads },
  ];
  return { works: [...runs, ...asked], runs: runs.reduce((all, { count }) => all + count, 0), requests: policies + payments + reads };
}

const FREE: UnitCost = { bill: NOTHING, bytes: 0 };

const sum = (works: readonly Work[]): { readonly bill: Bill; readonly bytes: number } =>
  works.reduce(
    (all, { cost, count }) => ({ bill: plus(all.bill, times(cost.bill, count)), bytes: all.bytes + cost.bytes * count }),
    FREE as { readonly bill: Bill; readonly bytes: number },
  );

const sumOf = (counts: Uint32Array): number => counts.reduce((all, some) => all + some, 0);
