import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PaymentPlan, planInstallments, slice } from '../../shared/domain/installment-plan.ts';
import { localDate } from '../../shared/domain/local-date.ts';

const on = localDate;
const monthly = (count: number, firstDueOn: string, everyMonths = 1) =>
  ({ kind: 'installments', count, everyMonths, firstDueOn: on(firstDueOn) }) as const;

function planned(plan: PaymentPlan, premiumMinor: number) {
  const result = planInstallments(plan, premiumMinor);
  if (!result.ok) throw new Error(result.fault.detail);
  return result.installments;
}
const amounts = (plan: PaymentPlan, premiumMinor: number) => planned(plan, premiumMinor).map((i) => i.amountMinor);
const dates = (plan: PaymentPlan) => planned(plan, 1_000_000).map((i) => i.dueOn);

test('full pay is one installment', () => {
  expect(planned({ kind: 'fullPay', dueOn: on('2026-12-01') }, 12_000_000)).toEqual([
    { number: 1, dueOn: '2026-12-01', amountMinor: 12_000_000 },
  ]);
});

test.each([
  ['100.00 in 3', monthly(3, '2027-01-01'), 10_000, [3334, 3333, 3333]],
  ['100.01 in 3', monthly(3, '2027-01-01'), 10_001, [3334, 3334, 3333]],
  ['99.99 in 3', monthly(3, '2027-01-01'), 9999, [3333, 3333, 3333]],
  ['100.00 in 3, 40.00 down', { ...monthly(3, '2027-01-01'), downPaymentMinor: 4000 }, 10_000, [4000, 3000, 3000]],
  ['100.00 in 4, 0.01 down', { ...monthly(4, '2027-01-01'), downPaymentMinor: 1 }, 10_000, [1, 3333, 3333, 3333]],
  ['100.00 in 2, all but 0.01 down', { ...monthly(2, '2027-01-01'), downPaymentMinor: 9999 }, 10_000, [9999, 1]],
  ['1000 JPY in 3', monthly(3, '2027-01-01'), 1000, [334, 333, 333]],
  ['0.05 in 5', monthly(5, '2027-01-01'), 5, [1, 1, 1, 1, 1]],
])('%s', (_, plan, premiumMinor, expected) => {
  expect(amounts(plan, premiumMinor)).toEqual(expected);
});

describe('month ends clamp and do not drift', () => {
  test.each([
    ['31 Jan monthly', monthly(5, '2027-01-31'), ['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30', '2027-05-31']],
    ['31 Jan monthly in a leap year', monthly(3, '2028-01-31'), ['2028-01-31', '2028-02-29', '2028-03-31']],
    ['30 Nov quarterly', monthly(3, '2026-11-30', 3), ['2026-11-30', '2027-02-28', '2027-05-30']],
    ['31 Aug half-yearly', monthly(3, '2026-08-31', 6), ['2026-08-31', '2027-02-28', '2027-08-31']],
    ['29 Feb yearly', monthly(5, '2028-02-29', 12), ['2028-02-29', '2029-02-28', '2030-02-28', '2031-02-28', '2032-02-29']],
    ['December to January', monthly(2, '2026-12-15'), ['2026-12-15', '2027-01-15']],
  ])('%s', (_, plan, expected) => {
    expect(dates(plan)).toEqual(expected);
  });
});

const premiums = fc.integer({ min: 60, max: 999_999_999_999_999 });
const counts = fc.integer({ min: 2, max: 60 });

test('slices add up exactly, differ by one minor unit at most, the larger first', () => {
  fc.assert(
    fc.property(premiums, counts, (premiumMinor, count) => {
      const slices = slice(premiumMinor, count);
      expect(slices).toHaveLength(count);
      expect(slices.reduce((total, amount) => total + amount, 0)).toBe(premiumMinor);
      expect(slices.toSorted((a, b) => b - a)).toEqual(slices);
      expect((slices[0] ?? 0) - (slices.at(-1) ?? 0)).toBeLessThanOrEqual(1);
    }),
  );
});

test('with any down payment the plan still adds up, and the rest is sliced equally', () => {
  fc.assert(
    fc.property(premiums, counts, fc.double({ min: 0, max: 1, noNaN: true }), (premiumMinor, count, share) => {
      const downPaymentMinor = 1 + Math.floor((premiumMinor - count) * share);
      const [down, ...rest] = amounts({ ...monthly(count, '2027-01-31'), downPaymentMinor }, premiumMinor);
      expect(down).toBe(downPaymentMinor);
      expect(downPaymentMinor + rest.reduce((total, amount) => total + amount, 0)).toBe(premiumMinor);
      expect((rest[0] ?? 0) - (rest.at(-1) ?? 0)).toBeLessThanOrEqual(1);
    }),
  );
});

test('every date is the day of the first one, or the last day of a shorter month, and dates rise', () => {
  const firsts = fc.tuple(fc.integer({ min: 2024, max: 2040 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }));
  fc.assert(
    fc.property(firsts, fc.integer({ min: 0, max: 3 }), counts, fc.constantFrom(1, 2, 3, 4, 6, 12), ([y, m, d], extra, count, every) => {
      const lastDay = new Date(Date.UTC(y, m, 0)).getUTCDate();
      const day = Math.min(d + extra, lastDay);
      const first = `${y}-${String(m).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
      dates(monthly(count, first, every)).forEach((dueOn, index) => {
        const month = new Date(Date.UTC(y, m - 1 + index * every, 1));
        const longest = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 0)).getUTCDate();
        month.setUTCDate(Math.min(day, longest));
        expect(dueOn).toBe(month.toISOString().slice(0, 10));
      });
    }),
  );
});

describe('custom plans', () => {
  const custom = (...slices: readonly [string, number][]): PaymentPlan => ({
    kind: 'custom',
    installments: slices.map(([dueOn, amountMinor]) => ({ dueOn: on(dueOn), amountMinor })),
  });

  test('are taken as they are, numbered from 1', () => {
    expect(planned(custom(['2027-01-10', 7000], ['2027-02-28', 3000]), 10_000)).toEqual([
      { number: 1, dueOn: '2027-01-10', amountMinor: 7000 },
      { number: 2, dueOn: '2027-02-28', amountMinor: 3000 },
    ]);
  });

  test.each([
    ['one minor unit short', custom(['2027-01-10', 7000], ['2027-02-28', 2999]), ['installments']],
    ['one too much', custom(['2027-01-10', 7000], ['2027-02-28', 3001]), ['installments']],
    ['none', custom(), ['installments']],
    ['a date twice', custom(['2027-01-10', 7000], ['2027-01-10', 3000]), ['installments', 1, 'dueOn']],
    ['a date before the one ahead', custom(['2027-01-10', 5000], ['2027-03-01', 2000], ['2027-02-28', 3000]), ['installments', 2, 'dueOn']],
  ])('refused: %s', (_, plan, field) => {
    expect(planInstallments(plan, 10_000)).toMatchObject({ ok: false, fault: { field } });
  });
});

test.each([
  ['a down payment of the whole premium', { ...monthly(3, '2027-01-01'), downPaymentMinor: 10_000 }, 10_000, ['downPayment']],
  ['a down payment above it', { ...monthly(3, '2027-01-01'), downPaymentMinor: 10_001 }, 10_000, ['downPayment']],
  ['installments of nothing', monthly(5, '2027-01-01'), 4, ['count']],
  ['installments of nothing after the down payment', { ...monthly(3, '2027-01-01'), downPaymentMinor: 9999 }, 10_000, ['count']],
])('refused: %s', (_, plan, premiumMinor, field) => {
  expect(planInstallments(plan, premiumMinor)).toMatchObject({ ok: false, fault: { field } });
});
