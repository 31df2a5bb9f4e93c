import { expect, test } from 'vitest';
import { type Bill, NOTHING } from '../bench/metered/bill.ts';
import { acting, CLEAR, newCounters } from './count/counters.ts';
import { MINUTES } from './count/window.ts';
import { QUOTAS, type QuotaName } from './data/quotas.ts';
import { demandOf } from './judge/demand.ts';
import { judge } from './judge/limits.ts';
import { yearlyCost } from './judge/yearly-cost.ts';
import type { UnitCosts } from './measure/unit-costs.ts';

const costOf = (bill: Partial<Bill>, bytes = 0) => ({ bill: { ...NOTHING, ...bill }, bytes });

/** A clear run: 8 write units, 2 of them in the due index. C2: one letter, 4 units in the Outbox. */
const COSTS: UnitCosts = {
  runs: [
    costOf({ dynamoDb: 2, scheduler: 1, writeUnits: { Policies: 6, 'Policies/due': 2 }, readUnits: { Significance: 1, Policies: 4 } }, 512),
    costOf({}),
    costOf({ ses: 1, writeUnits: { Outbox: 4 } }),
  ],
  opening: costOf({ writeUnits: { Policies: 8, Regulations: 2 } }),
  payment: costOf({ writeUnits: { Payments: 5 } }),
  restoring: costOf({ ses: 2, writeUnits: { Payments: 50 } }),
  reading: costOf({ readUnits: { Policies: 1 } }),
  weekly: { ...NOTHING, readUnits: { Policies: 10 } },
};

/** 4 policies: 120 clear runs in one minute, 90 of them in bucket 3; 60 acts of C2 in another, with 60 letters in bucket 1. */
function fourPolicies() {
  const counters = newCounters();
  const [first, second] = [100_000, 200_000];
  counters.fires[0 * MINUTES + first] = 30;
  counters.fires[3 * MINUTES + first] = 90;
  counters.kinds[CLEAR * MINUTES + first] = 120;
  counters.fires[1 * MINUTES + second] = 60;
  counters.kinds[acting(1) * MINUTES + second] = 60;
  counters.letters[1 * MINUTES + second] = 60;
  counters.opened[10] = 4;
  counters.alive[10] = 4;
  counters.alive[300] = -1;
  counters.paid[20] = 5;
  counters.restored = 1;
  return counters;
}

test('demand is that of the worst minute and day', () => {
  const { needed, worstMinute } = demandOf(fourPolicies(), COSTS, 4);
  expect(worstMinute).toEqual({ at: 100_000, count: 120 });
  expect(needed).toMatchObject({
    'schedules alive': 4,
    'Scheduler invocations': 2, // 120 in 60 s
    'SES send rate': 1,
    'SES messages a day': 60,
    'partition of the due index': 3, // 90 / 60 s × 2 units
    'partition of the Outbox': 4, // 60 / 60 s × 4 units
    'DynamoDB writes, busiest table or index': 12, // 120 / 60 s × 6 units in Policies
    'item of the newest significance model': 2,
    'Lambda concurrency': 2 * 0.12 + 1 * 0.25,
  });
});

test('a quota breaks where the line meets it, and what breaks first comes first', () => {
  const needed = Object.fromEntries(QUOTAS.map(({ name }) => [name, 0])) as Record<QuotaName, number>;
  const judged = judge(QUOTAS, { ...needed, 'Scheduler invocations': 500, 'schedules alive': 9_000_000 }, 10_000_000);
  expect(judged.slice(0, 2)).toMatchObject([
    { name: 'schedules alive', used: 0.9, breaksAt: 11_111_111 },
    { name: 'Scheduler invocations', used: 0.5, breaksAt: 20_000_000 },
  ]);
});

test('the cost of a policy and year, by item', () => {
  const cost = yearlyCost(fourPolicies(), COSTS, 4);
  expect(cost['Scheduler invocations']).toBeCloseTo((180 * 1e-6) / 4, 12);
  // 120 × 8 clear, 60 × 4 letters, 4 × 10 openings, 4 × 5 payments, 1 × 50 restoring = 1,310 units
  expect(cost['DynamoDB writes']).toBeCloseTo((1_310 * 0.625e-6) / 4, 12);
  // 120 × 5, 4 policies × 12 looks × 1, 4 × 52 weeks × 10 = 2,728 units
  expect(cost['DynamoDB reads']).toBeCloseTo((2_728 * 0.125e-6) / 4, 12);
  // 60 letters and 2 of the restoration
  expect(cost['SES messages']).toBeCloseTo((62 * 0.1e-3) / 4, 12);
  // 4 policies, 5 payments, 48 looks
  expect(cost['API requests']).toBeCloseTo((57 * 1e-6) / 4, 12);
  // 120 × 512 bytes for 7 × 12 months
  expect(cost['DynamoDB storage, 7 years']).toBeCloseTo(((120 * 512) / 2 ** 30) * 84 * 0.25 * 0.25, 12);
});

test('every figure of AWS says where and when it was read', () => {
  for (const { source, readOn } of QUOTAS) expect([source, readOn]).toEqual([expect.stringContaining('aws.amazon.com'), '2026-11-23']);
});
