import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Installment } from '../../shared/domain/installment-plan.ts';
import { addDays, localDate } from '../../shared/domain/local-date.ts';
import type { Relief } from '../../shared/domain/relief.ts';
import { standing } from '../../shared/domain/standing.ts';
import { deferralOf, holdOf, installmentsOf, promiseOf } from '../support/policies.ts';

const on = localDate;

/** A year of cover from 1 Dec 2026, paid quarterly: 4 × 100. */
const QUARTERLY = installmentsOf('2026-12-01: 100', '2027-03-01: 100', '2027-06-01: 100', '2027-09-01: 100');
const yearly = (installments = QUARTERLY, relief: readonly Relief[] = []) => ({
  installments,
  relief,
  coverFrom: on('2026-12-01'),
  coverTo: on('2027-11-30'),
});
const received = (receivedMinor: number, directedMinor: Readonly<Record<number, number>> = {}) => ({ receivedMinor, directedMinor });

/** The first installment's status and days past due. */
const first = (today: string, relief: readonly Relief[] = [], paid = 0) => {
  const { status, daysPastDue } = standing(yearly(QUARTERLY, relief), received(paid), on(today)).installments[0] ?? {};
  return `${status} ${daysPastDue}`;
};

describe('the status of an installment', () => {
  test.each<[string, string, readonly Relief[], number, string]>([
    ['to come', '2026-11-30', [], 0, 'upcoming 0'],
    ['today', '2026-12-01', [], 0, 'due 0'],
    ['the day after', '2026-12-02', [], 0, 'pastDue 1'],
    ['covered before it is due', '2026-11-01', [], 100, 'paid 0'],
    ['covered in part', '2026-12-05', [], 99, 'pastDue 4'],
    ['covered late', '2026-12-31', [], 100, 'paid 0'],
    ['deferred in time: not due until then', '2026-12-10', [deferralOf('2026-11-20', '2026-12-20')], 0, 'deferred 0'],
    ['deferred, before the old date', '2026-11-25', [deferralOf('2026-11-20', '2026-12-20')], 0, 'deferred 0'],
    ['on the deferred date', '2026-12-20', [deferralOf('2026-11-20', '2026-12-20')], 0, 'due 0'],
    ['after it, counted from it', '2026-12-22', [deferralOf('2026-11-20', '2026-12-20')], 0, 'pastDue 2'],
    ['deferred late', '2026-12-10', [deferralOf('2026-12-05', '2026-12-20')], 0, 'deferred 3'],
    ['deferred late, on the new date', '2026-12-20', [deferralOf('2026-12-05', '2026-12-20')], 0, 'deferred 3'],
    ['after it, counted on from before', '2026-12-21', [deferralOf('2026-12-05', '2026-12-20')], 0, 'pastDue 4'],
    ['deferred while on hold', '2026-12-15', [holdOf('2026-12-03', '2026-12-10'), deferralOf('2026-12-08', '2026-12-20')], 0, 'deferred 1'],
    ['on hold: past due, but no day is added', '2026-12-15', [holdOf('2026-12-05', '2026-12-20')], 0, 'pastDue 3'],
    ['on hold since before it was due', '2026-12-15', [holdOf('2026-11-25', '2026-12-20')], 0, 'deferred 0'],
    ['a promise', '2026-12-15', [promiseOf('2026-12-05', '2026-12-20')], 0, 'pastDue 3'],
    ['a broken promise', '2026-12-22', [promiseOf('2026-12-05', '2026-12-20')], 0, 'pastDue 5'],
    ['relief of another installment', '2026-12-05', [deferralOf('2026-11-20', '2027-05-01', 2)], 0, 'pastDue 4'],
  ])('%s', (_, today, relief, paid, expected) => {
    expect(first(today, relief, paid)).toBe(expected);
  });
});

test('what a policy owes: 4 × 100, 150 received, 10 March', () => {
  expect(standing(yearly(), received(150), on('2027-03-10'))).toMatchObject({
    receivedMinor: 150,
    outstandingMinor: 250,
    pastDueMinor: 50,
    excessMinor: 0,
    daysPastDue: 9,
    paidToDate: '2027-02-28',
    installments: [
      { number: 1, coveredMinor: 100, outstandingMinor: 0, status: 'paid' },
      { number: 2, coveredMinor: 50, outstandingMinor: 50, status: 'pastDue', daysPastDue: 9 },
      { number: 3, coveredMinor: 0, outstandingMinor: 100, status: 'upcoming' },
      { number: 4, coveredMinor: 0, outstandingMinor: 100, status: 'upcoming' },
    ],
  });
});

test('the days past due of a policy are those of its oldest installment past due', () => {
  const owed = standing(yearly(), received(0), on('2027-03-10'));
  expect(owed).toMatchObject({ pastDueMinor: 200, daysPastDue: 99 }); // 1 Dec → 10 Mar: 30 + 31 + 28 + 10
});

describe('paid to', () => {
  test.each([
    ['nothing: the day before cover begins', received(0), '2026-11-30'],
    ['one of four', received(100), '2027-02-28'],
    ['not quite two', received(199), '2027-02-28'],
    ['three', received(300), '2027-08-31'],
    ['all: the end of cover', received(400), '2027-11-30'],
    ['more than all', received(500), '2027-11-30'],
    ['the second only: a gap is not covered', received(100, { 2: 100 }), '2026-11-30'],
  ])('%s', (_, receipts, expected) => {
    expect(standing(yearly(), receipts, on('2027-01-15')).paidToDate).toBe(expected);
  });

  test('due dates outside of cover say nothing about days outside of it', () => {
    const early = yearly(installmentsOf('2026-10-01: 100', '2026-11-01: 100', '2028-01-01: 100'));
    expect(standing(early, received(100), on('2026-10-15')).paidToDate).toBe('2026-11-30');
    expect(standing(early, received(200), on('2026-10-15')).paidToDate).toBe('2027-11-30');
  });
});

describe('a deferral moves an installment to its place in the order of due dates', () => {
  const relief = [deferralOf('2026-11-20', '2027-03-15')]; // no. 1 is due after no. 2 now
  const coveredOf = (paid: number) =>
    standing(yearly(QUARTERLY, relief), received(paid), on('2027-01-15')).installments.map((i) => i.coveredMinor);

  test('money covers no. 2 first', () => {
    expect(coveredOf(130)).toEqual([30, 100, 0, 0]);
  });

  test('of one date, the lower number first', () => {
    const sameDay = [deferralOf('2026-11-20', '2027-03-01')];
    const { installments } = standing(yearly(QUARTERLY, sameDay), received(130), on('2027-01-15'));
    expect(installments.map((i) => i.coveredMinor)).toEqual([100, 30, 0, 0]);
  });
});

const plans: fc.Arbitrary<readonly Installment[]> = fc
  .array(fc.record({ gap: fc.integer({ min: 1, max: 60 }), amountMinor: fc.integer({ min: 1, max: 500 }) }), { minLength: 1, maxLength: 6 })
  .map((slices) => {
    let dueOn = on('2026-12-01');
    return slices.map(({ gap, amountMinor }, index) => {
      dueOn = addDays(dueOn, gap);
      return { number: index + 1, dueOn, amountMinor };
    });
  });
const someRelief = fc
  .array(fc.record({ kind: fc.nat(2), from: fc.nat(150), length: fc.nat(40), of: fc.integer({ min: 1, max: 6 }) }), { maxLength: 4 })
  .map((all) =>
    all
      .toSorted((a, b) => a.from - b.from)
      .map(({ kind, from, length, of }) => {
        const [start, end] = [addDays(on('2026-12-01'), from), addDays(on('2026-12-01'), from + length)];
        if (kind === 0) return deferralOf(start, end, of);
        return kind === 1 ? holdOf(start, end) : promiseOf(start, end);
      }),
  );
const days = fc.integer({ min: -10, max: 400 }).map((n) => addDays(on('2026-12-01'), n));
const payments = fc.array(fc.record({ amountMinor: fc.integer({ min: 1, max: 400 }), of: fc.nat(7) }), { maxLength: 8 });

/** Adds payments to the counters one by one, as they come in. */
function receive(all: readonly { readonly amountMinor: number; readonly of: number }[]) {
  const directedMinor: Record<number, number> = {};
  let receivedMinor = 0;
  for (const { amountMinor, of } of all) {
    receivedMinor += amountMinor;
    if (of > 0) directedMinor[of] = (directedMinor[of] ?? 0) + amountMinor;
  }
  return { receivedMinor, directedMinor };
}

test('the order of payments never matters', () => {
  const twoOrders = payments.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
  fc.assert(
    fc.property(plans, someRelief, twoOrders, days, (installments, relief, [one, other], today) => {
      const policy = yearly(installments, relief);
      expect(standing(policy, receive(one), today)).toEqual(standing(policy, receive(other), today));
    }),
  );
});

test('its sums hold: received = covered + excess, plan = covered + outstanding, each within what is due', () => {
  fc.assert(
    fc.property(plans, someRelief, payments, days, (installments, relief, paid, today) => {
      const owed = standing(yearly(installments, relief), receive(paid), today);
      const total = (of: (i: (typeof owed.installments)[number]) => number) => owed.installments.reduce((t, i) => t + of(i), 0);
      expect(total((i) => i.coveredMinor) + owed.excessMinor).toBe(owed.receivedMinor);
      expect(total((i) => i.coveredMinor) + owed.outstandingMinor).toBe(total((i) => i.amountMinor));
      expect(total((i) => (i.status === 'pastDue' ? i.outstandingMinor : 0))).toBe(owed.pastDueMinor);
      for (const i of owed.installments) {
        expect(i.coveredMinor).toBeGreaterThanOrEqual(0);
        expect(i.coveredMinor).toBeLessThanOrEqual(i.amountMinor);
        expect(i.status === 'paid').toBe(i.outstandingMinor === 0);
        if (i.status === 'pastDue') expect(i.daysPastDue).toBeGreaterThan(0);
        if (i.status === 'paid' || today <= i.effectiveDueOn) expect(i.daysPastDue).toBe(0);
      }
    }),
  );
});

test('the same facts give the same standing, and are left as they were', () => {
  fc.assert(
    fc.property(plans, someRelief, payments, days, (installments, relief, paid, today) => {
      const policy = yearly(installments, relief);
      const receipts = receive(paid);
      const before = JSON.stringify([policy, receipts]);
      expect(standing(policy, receipts, today)).toEqual(standing(structuredClone(policy), structuredClone(receipts), today));
      expect(JSON.stringify([policy, receipts])).toBe(before);
    }),
  );
});

test('a hold or promise of a later day changes nothing that was shown before', () => {
  fc.assert(
    fc.property(plans, someRelief, payments, days, (installments, all, paid, today) => {
      const relief = all.filter((r) => r.kind !== 'deferral' || r.grantedOn <= today);
      const shown = standing(
        yearly(
          installments,
          relief.filter((r) => r.grantedOn <= today),
        ),
        receive(paid),
        today,
      );
      const recomputed = standing(yearly(installments, relief), receive(paid), today);
      const facts = (of: typeof shown) => ({ ...of, installments: of.installments.map(({ pauses: _, ...i }) => i) });
      expect(facts(recomputed)).toEqual(facts(shown));
    }),
  );
});
