import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HABITS, type HabitName } from '../../../infra/local/demo/payers/habits.ts';
import { type Payable, type Transfer, transfersOf } from '../../../infra/local/demo/payers/transfers.ts';
import { randomOf } from '../../../infra/local/demo/random.ts';
import { addDays, dayOfWeek, daysBetween, localDate } from '../../../shared/domain/local-date.ts';
import { sum } from '../../../shared/domain/money.ts';

const DUE = localDate('2027-03-02'); // a Tuesday

/** Installments of 100.01 UAH, 30 days apart. */
const policyOf = (count: number): Payable => ({
  policyNumber: 'CARGO-2027-000012',
  payer: 'ТОВ «Мрія»',
  currency: 'UAH',
  installments: Array.from({ length: count }, (_, index) => ({ number: index + 1, dueOn: addDays(DUE, 30 * index), amountMinor: 10_001 })),
});

const paid = (name: HabitName, seed = 1, count = 1): readonly Transfer[] => {
  const habit = HABITS[name];
  return habit.kind === 'transfers' ? transfersOf(policyOf(count), habit, randomOf(seed, name)) : [];
};

/** A slip is a matter of chance: the first seed with which it happens. */
const slipped = (name: HabitName, happened: (transfers: readonly Transfer[]) => boolean): readonly Transfer[] =>
  Array.from({ length: 100 }, (_, seed) => paid(name, seed)).find(happened) ?? [];

const total = (transfers: readonly Transfer[]) => sum(transfers.map(({ money }) => money.amountMinor));

test.each<[HabitName, number, number]>([
  ['early', -28, -14],
  ['punctual', -8, 1], // a Sunday's comes on Monday
  ['slow', 2, 10],
  ['late', 9, 17],
  ['sixteenDaysLate', 16, 18],
])('%s pays %i to %i days from the due date, on a working day', (name, least, most) => {
  fc.assert(
    fc.property(fc.nat(10_000), (seed) => {
      for (const { on } of paid(name, seed)) {
        expect(daysBetween(DUE, on)).toBeGreaterThanOrEqual(least);
        expect(daysBetween(DUE, on)).toBeLessThanOrEqual(most);
        expect(dayOfWeek(on)).toBeLessThanOrEqual(5);
      }
    }),
  );
});

test.each<[HabitName, number[]]>([
  ['punctual', [10_001]],
  ['inParts', [4000, 3500, 2501]], // 0.4, 0.35 and the rest of 100.01
  ['paysShort', [6000]],
  ['never', []],
  ['waitsForSuspension', []], // it is asked week by week
])('%s pays %j of an installment of 100.01', (name, amounts) => {
  expect(paid(name).map(({ money }) => money.amountMinor)).toEqual(amounts);
});

test('who stops pays the first of four installments only', () => {
  expect(paid('stops', 1, 4)).toHaveLength(1);
});

test('a bookkeeper names the installment, nobody else does', () => {
  expect(paid('bookkeeper', 1, 2).map(({ installment }) => installment)).toEqual([1, 2]);
  expect(paid('punctual', 1, 2).map(({ installment }) => installment)).toEqual([undefined, undefined]);
});

test('a resent entry is one transfer with a later day for the second report', () => {
  const [transfer, ...more] = slipped('punctual', ([first]) => first?.resentOn !== undefined);
  expect(more).toEqual([]);
  expect(transfer?.resentOn && transfer.resentOn > transfer.on).toBe(true);
});

test('who pays twice makes two transfers of the same sum', () => {
  const transfers = slipped('paysTwice', ({ length }) => length > 1);
  expect([transfers.length, total(transfers)]).toEqual([2, 20_002]);
});

test('a wrong number is nobody’s, and the right one follows', () => {
  const [wrong, right] = slipped('careless', ({ length }) => length > 1);
  expect([wrong?.policyNumber, wrong?.intention]).toEqual(['CARGO-2027-00001', 'unknownPolicy']);
  expect([right?.policyNumber, right?.intention]).toEqual(['CARGO-2027-000012', 'applied']);
  expect(right && wrong && right.on > wrong.on).toBe(true);
});

test('a wrong currency is another one, and the right one follows', () => {
  const [wrong, right] = slipped('wrongAccount', ({ length }) => length > 1);
  expect([wrong?.money, wrong?.intention]).toEqual([{ amountMinor: 10_001, currency: 'EUR' }, 'currencyMismatch']);
  expect([right?.money, right?.intention]).toEqual([{ amountMinor: 10_001, currency: 'UAH' }, 'applied']);
});

test('who rounds up pays the next thousand', () => {
  expect(total(slipped('roundsUp', (transfers) => total(transfers) > 10_001))).toBe(100_000);
});
