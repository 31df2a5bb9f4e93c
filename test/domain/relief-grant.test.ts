import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Receipts } from '../../shared/domain/coverage.ts';
import { addDays, localDate } from '../../shared/domain/local-date.ts';
import type { Policy } from '../../shared/domain/policy.ts';
import { grant } from '../../shared/domain/relief-grant.ts';
import type { ReliefTerms } from '../../shared/domain/relief-request.ts';
import { settled } from '../../shared/domain/settled.ts';
import { standing } from '../../shared/domain/standing.ts';
import { installmentsOf, policyOf } from '../support/policies.ts';
import { writeOffOf } from '../support/write-offs.ts';

const TODAY = localDate('2026-12-05');

const granted = (policy: Policy, receivedMinor: number, terms: ReliefTerms): Policy =>
  grant(
    { reliefId: 'r-1', reason: 'asked', terms },
    { policy, standing: standing(policy, { receivedMinor, directedMinor: {} }, TODAY), today: TODAY },
  );

test('relief is added behind what was granted before, with the day and the reason', () => {
  const policy = policyOf({
    requests: [{ reliefId: 'r-1', reason: 'asked', terms: { kind: 'hold', until: TODAY }, status: 'pending', taskId: 't' }],
  });
  const after = granted(policy, 0, { kind: 'hold', until: localDate('2026-12-10') });
  expect(after.relief).toEqual([{ kind: 'hold', reliefId: 'r-1', reason: 'asked', grantedOn: '2026-12-05', until: '2026-12-10' }]);
  expect(after).not.toHaveProperty('requests'); // what was asked for under this id is granted
});

test.each([
  ['of an amount', { amountMinor: 4_000 }, 3_000, 7_000],
  ['of what is due by then, 7,000 of the first and 10,000 of the second installment', {}, 3_000, 20_000],
])('a promise %s is kept when all that was received comes to it', (_, amount, receivedMinor, keptAtMinor) => {
  const policy = policyOf({ installments: installmentsOf('2026-12-01: 10000', '2026-12-10: 10000', '2027-03-01: 10000') });
  const { relief } = granted(policy, receivedMinor, { kind: 'promise', promisedOn: localDate('2026-12-10'), ...amount });
  expect(relief[0]).toMatchObject({ kind: 'promise', keptAtMinor });
});

test('an agreement leaves covered parts where they are, by hand', () => {
  const policy = policyOf({ installments: installmentsOf('2026-12-01: 100', '2027-03-01: 100', '2027-06-01: 100') });
  const slices = [
    { dueOn: localDate('2027-01-15'), amountMinor: 85 }, // before the date of what stays of no. 2
    { dueOn: localDate('2027-02-15'), amountMinor: 85 },
  ];
  const after = granted(policy, 130, { kind: 'agreement', slices });
  const owed = standing(after, { receivedMinor: 130, directedMinor: {} }, TODAY);
  expect(owed.installments.map((i) => [i.number, i.amountMinor, i.coveredMinor])).toEqual([
    [1, 100, 100],
    [2, 30, 30],
    [3, 0, 0],
    [4, 85, 0],
    [5, 85, 0],
  ]);
});

test('a write-off is of what is still outstanding: 100 asked for, 30 paid meanwhile, 70 written off', () => {
  const policy = policyOf({ installments: installmentsOf('2026-12-01: 100', '2027-03-01: 100') });
  const { relief } = granted(policy, 30, writeOffOf('2026-12-05', '1: 100'));
  expect(relief).toMatchObject([{ kind: 'writeOff', shares: [{ installment: 1, amountMinor: 70 }] }]);
});

test('an agreement after a write-off slices what is left: 100 covered 60, 40 written off; 100 open, in two halves', () => {
  const relief = [writeOffOf('2026-12-04', '1: 40')];
  const policy = policyOf({ installments: installmentsOf('2026-12-01: 100', '2027-03-01: 100'), relief });
  const slices = ['2027-01-15', '2027-02-15'].map((on) => ({ dueOn: localDate(on), amountMinor: 50 }));
  const after = granted(policy, 60, { kind: 'agreement', slices });
  const owed = standing(after, { receivedMinor: 60, directedMinor: {} }, TODAY);
  expect(owed.installments.map((i) => [i.number, i.amountMinor, i.coveredMinor, i.writtenOffMinor, i.outstandingMinor])).toEqual([
    [1, 100, 60, 40, 0],
    [2, 0, 0, 0, 0],
    [3, 50, 0, 0, 50],
    [4, 50, 0, 0, 50],
  ]);
});

test('a promise is kept by what is written off after it, as by money', () => {
  const policy = policyOf({ installments: installmentsOf('2026-12-01: 100') });
  const promised = granted(policy, 60, { kind: 'promise', promisedOn: localDate('2026-12-10') });
  expect(promised.relief[0]).toMatchObject({ keptAtMinor: 100 });
  const forgiven = [...promised.relief, writeOffOf('2026-12-06', '1: 1')];
  expect(settled({ receivedMinor: 99 }, forgiven)).toBe(100);
});

interface Paid {
  readonly installment: number | null;
  readonly part: number;
}

/** Money tied to an installment that is not there waits in suspense. */
function receiptsOf(payments: readonly Paid[], installments: number): Receipts {
  const applied = payments.filter((p) => (p.installment ?? 1) <= installments);
  const tied = Map.groupBy(applied, (p) => p.installment);
  const total = (some: readonly Paid[]) => some.reduce((all, p) => all + p.part, 0);
  const directed = [...tied].flatMap(([installment, some]) => (installment === null ? [] : [[installment, total(some)] as const]));
  return { receivedMinor: total(applied), directedMinor: Object.fromEntries(directed) };
}

test('agreements change neither the premium nor what is covered, however many follow each other', () => {
  const plan = fc.array(fc.record({ dueIn: fc.integer({ min: -60, max: 200 }), amount: fc.integer({ min: 1, max: 1_000 }) }), {
    minLength: 1,
    maxLength: 6,
  });
  const agreements = fc.array(
    fc.array(fc.record({ gap: fc.integer({ min: 1, max: 40 }), share: fc.integer({ min: 1, max: 9 }) }), { minLength: 1, maxLength: 5 }),
    { minLength: 1, maxLength: 3 },
  );
  const money = fc.array(fc.record({ installment: fc.option(fc.integer({ min: 1, max: 6 })), part: fc.integer({ min: 0, max: 400 }) }), {
    maxLength: 5,
  });
  fc.assert(
    fc.property(plan, money, agreements, (slices, payments, plans) => {
      const dated = slices
        .toSorted((a, b) => a.dueIn - b.dueIn)
        .map(({ dueIn, amount }, index) => ({ number: index + 1, dueOn: addDays(TODAY, dueIn + index), amountMinor: amount }));
      let policy = policyOf({ installments: dated });
      const receipts = receiptsOf(payments, dated.length);
      for (const [index, agreed] of plans.entries()) {
        const before = standing(policy, receipts, TODAY);
        if (before.outstandingMinor === 0) return;
        const shares = agreed.reduce((total, slice) => total + slice.share, 0);
        let rest = before.outstandingMinor;
        const newSlices = agreed.map(({ share, gap }, at) => {
          const amountMinor = at === agreed.length - 1 ? rest : Math.floor((before.outstandingMinor * share) / shares);
          rest -= amountMinor;
          return { dueOn: addDays(TODAY, gap + at * 41), amountMinor };
        });
        policy = grant(
          { reliefId: `r-${index}`, reason: 'x', terms: { kind: 'agreement', slices: newSlices } },
          { policy, standing: before, today: TODAY },
        );
        const after = standing(policy, receipts, TODAY);
        expect(policy.installments.reduce((total, i) => total + i.amountMinor, 0)).toBe(policy.premium.amountMinor);
        expect([after.outstandingMinor, after.excessMinor]).toEqual([before.outstandingMinor, before.excessMinor]);
        for (const { number, coveredMinor } of before.installments)
          expect(after.installments.find((i) => i.number === number)).toMatchObject({ amountMinor: coveredMinor, coveredMinor });
      }
    }),
  );
});
