import { expect, test } from 'vitest';
import { ALL_BUCKETS } from '../../shared/domain/bucket.ts';
import { contractKind } from './count/contract-kinds.ts';
import { countYear, yearTables } from './count/count-year.ts';
import { NAMES } from './count/counters.ts';
import { type Contract, type PolicyOfYear, portfolio } from './count/portfolio.ts';
import { DAYS, instantAt, MINUTES } from './count/window.ts';
import { PLANS } from './data/assumptions.ts';
import { plainCount } from './plain-count.ts';

const tables = yearTables();
const NO_LETTERS: readonly number[] = [];
const quiet = { seed: 1, letters: NO_LETTERS, onProgress: () => undefined };

test.each([1, 7])(
  'counting with tables is the plain count of 2,000 policies, to the wake-up (seed %i)',
  (seed) => {
    const { fires } = countYear(portfolio(1_000, seed), tables, quiet);
    const counted = new Map<string, number>();
    ALL_BUCKETS.forEach((bucket, index) => {
      for (let minute = 0; minute < MINUTES; minute++) {
        const here = fires[index * MINUTES + minute] ?? 0;
        if (here > 0) counted.set(`${bucket} ${new Date(instantAt(minute)).toISOString()}`, here);
      }
    });
    const plain = plainCount(portfolio(1_000, seed));
    expect(counted.size).toBeGreaterThan(10_000);
    expect([...counted].toSorted()).toEqual([...plain].toSorted());
  },
  60_000,
);

/** In Ukraine, class B, all at once, from 1 March 2027. */
const FULL_PAY = PLANS.findIndex(([plan]) => plan.kind === 'fullPay');
const MARCH_1 = 59;
const contractOf = (paidBefore: number, different: Partial<PolicyOfYear> = {}): Contract => ({
  clientId: 'C-1',
  kind: contractKind(0, 1, FULL_PAY),
  startDay: MARCH_1,
  policies: [{ year: 2027, policyNumber: 'POL-1', paidBefore: [paidBefore], ...different }],
});

/** What the runs of a small portfolio do, by day: `2027-02-15 C1`. */
function runsOf(contracts: readonly Contract[]): readonly string[] {
  const { kinds } = countYear(contracts, tables, quiet);
  return NAMES.flatMap((name, kind) =>
    Array.from({ length: MINUTES }, (_, minute) => minute).flatMap((minute) => {
      const count = kinds[kind * MINUTES + minute] ?? 0;
      return count > 0 ? [`${new Date(instantAt(minute)).toISOString().slice(0, 10)} ${name}${count > 1 ? ` ×${count}` : ''}`] : [];
    }),
  ).toSorted();
}

test('a policy that is never paid acts at each checkpoint, hands on the late call, and lapses: due Mon 1 Mar 2027, grace to 11 Mar', () => {
  expect(runsOf([contractOf(8)])).toEqual([
    '2027-02-15 C1', // 14 days before
    '2027-02-26 C2', // 3 before
    '2027-03-02 C3', // 1 business day after
    '2027-03-05 late task', // to be done in 2 business days, looked at on the 3rd
    '2027-03-09 C4', // the 5th business day after is Tue 9 Mar: the 8th is a holiday
    '2027-03-11 C5', // the end of grace
    '2027-03-18 C6', // 5 business days after it
    '2027-03-25 C7', // 10
    '2027-04-08 C8', // 20
  ]);
});

test('a policy that is paid in time is looked at as often, and nothing acts', () => {
  const clear = ['02-15', '02-26', '03-02', '03-09', '03-11', '03-18', '03-25', '04-08'].map((day) => `2027-${day} clear`);
  expect(runsOf([contractOf(0)])).toEqual(clear);
});

test('the policy of the year before reaches into the year with the end of its cover, 1 March 2026 to 28 February 2027', () => {
  expect(runsOf([contractOf(0, { year: 2026 })])).toEqual(['2027-03-01 end of cover']);
});

/** Monthly, 1 March 2026 to 28 February 2027: the last installment is due on Mon 1 Feb, grace to 11 Feb. */
const MONTHLY = PLANS.findIndex(([plan]) => plan.kind === 'installments' && plan.count === 12);
const monthly = (paidBefore: readonly number[], significance = 1): Contract => ({
  ...contractOf(0, { year: 2026, paidBefore }),
  kind: contractKind(0, significance, MONTHLY),
});
const ELEVEN_PAID = Array.from({ length: 11 }, () => 0);

test.each([
  ['paid while cover lasts: completed the day after it, with a checkpoint to come', 6, ['2027-02-25 clear', '2027-03-01 end of cover']],
  ['paid after cover: the checkpoint that finds it completes', 7, ['2027-02-25 C7', '2027-03-12 end of cover']],
  ['never paid: no lapse on 12 Mar, looked at 30 days later', 8, ['2027-02-25 C7', '2027-03-12 clear', '2027-04-11 end of cover']],
])('the last installment of a monthly policy, %s', (_, paidBefore, runs) => {
  expect(runsOf([monthly([...ELEVEN_PAID, paidBefore])]).filter((run) => run > '2027-02-19')).toEqual(runs);
});

test('a payment restores suspended cover, but not cover that is over', () => {
  const restored = (contract: Contract) => countYear([contract], tables, quiet).restored;
  expect(restored(monthly([...ELEVEN_PAID.slice(1), 7, 0]))).toBe(1); // due on 1 January
  expect(restored(monthly([...ELEVEN_PAID, 7], 0))).toBe(0); // class A: C7 on 9 March asked for it
});

test('policies of a client are woken in one minute, in the buckets of their numbers; their letters are in his', () => {
  const two = [contractOf(8), contractOf(8, { policyNumber: 'POL-2' })];
  const { fires, letters } = countYear(two, tables, { ...quiet, letters: [0, 2] });
  const inOneMinute = (counts: Uint32Array) => new Set([...counts.entries()].flatMap(([at, count]) => (count > 0 ? [at % MINUTES] : [])));
  expect(inOneMinute(fires).size).toBe(9);
  expect([...letters].filter((count) => count > 0)).toEqual([4]);
});

test('a policy is open from 21 days before its cover to its end; a lapsed one ends with its last checkpoint', () => {
  const { alive, opened, paid } = countYear([contractOf(8)], tables, quiet);
  const changes = [...alive.entries()].filter(([, change]) => change !== 0);
  expect(changes).toEqual([
    [MARCH_1 - 21, 1],
    [98, -1], // 9 April, the day after the lapse
  ]);
  expect([opened[MARCH_1 - 21], paid.reduce((all, some) => all + some, 0), DAYS]).toEqual([1, 0, 365]);
});
