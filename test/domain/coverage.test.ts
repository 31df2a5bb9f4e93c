import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cover } from '../../shared/domain/coverage.ts';
import type { Installment } from '../../shared/domain/installment-plan.ts';
import { localDate } from '../../shared/domain/local-date.ts';

const due = (...amounts: readonly number[]): readonly Installment[] =>
  amounts.map((amountMinor, index) => ({ number: index + 1, dueOn: localDate(`2027-0${index + 1}-15`), amountMinor }));

test.each([
  ['nothing received', due(100, 100), 0, {}, [0, 0], 0],
  ['oldest due first', due(100, 100), 150, {}, [100, 50], 0],
  ['to the cent', due(100, 100), 200, {}, [100, 100], 0],
  ['beyond all that is owed', due(100, 100), 201, {}, [100, 100], 1],
  ['what the payer named goes there', due(100, 100), 80, { 2: 80 }, [0, 80], 0],
  ['named and not named', due(100, 100), 130, { 2: 80 }, [50, 80], 0],
  ['what is left over of a named one joins the rest', due(100, 100, 100), 370, { 3: 120 }, [100, 100, 100], 70],
  ['left over of a named one covers the oldest', due(100, 100), 130, { 2: 130 }, [30, 100], 0],
  ['named ones of several installments', due(100, 100, 100), 250, { 1: 30, 3: 150 }, [100, 50, 100], 0],
  ['an installment that the plan does not have', due(100, 100), 120, { 7: 120 }, [100, 20], 0],
  ['in the order given, which need not be that of the numbers', due(100, 100).toReversed(), 150, {}, [100, 50], 0],
])('%s', (_, installments, receivedMinor, directedMinor, coveredMinor, excessMinor) => {
  expect(cover(installments, { receivedMinor, directedMinor })).toEqual({ coveredMinor, excessMinor });
});

interface Paid {
  readonly amountMinor: number;
  readonly installment: number | undefined;
}

const plans = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 }).map((amounts) => due(...amounts));
const payments = fc.array(
  fc.record({
    amountMinor: fc.integer({ min: 1, max: 12 }),
    installment: fc.option(fc.integer({ min: 1, max: 7 }), { nil: undefined }),
  }),
  { maxLength: 8 },
);

const receiptsOf = (paid: readonly Paid[]) => ({
  receivedMinor: paid.reduce((total, p) => total + p.amountMinor, 0),
  directedMinor: Object.fromEntries(
    [1, 2, 3, 4, 5, 6, 7].map((n) => [n, paid.reduce((total, p) => total + (p.installment === n ? p.amountMinor : 0), 0)]),
  ),
});

/** Puts one cent after another where it belongs: slow, and too simple to be wrong. */
function coinByCoin(installments: readonly Installment[], paid: readonly Paid[]) {
  const covered = installments.map(() => 0);
  let loose = 0;
  for (const { amountMinor, installment } of paid)
    for (let coin = 0; coin < amountMinor; coin++) {
      const at = installments.findIndex((i, index) => i.number === installment && (covered[index] ?? 0) < i.amountMinor);
      if (at === -1) loose++;
      else covered[at] = (covered[at] ?? 0) + 1;
    }
  for (let coin = loose; coin > 0; coin--) {
    const at = installments.findIndex((i, index) => (covered[index] ?? 0) < i.amountMinor);
    if (at === -1) return { coveredMinor: covered, excessMinor: coin };
    covered[at] = (covered[at] ?? 0) + 1;
  }
  return { coveredMinor: covered, excessMinor: 0 };
}

test('it is what putting coin after coin gives', () => {
  fc.assert(
    fc.property(plans, payments, (installments, paid) => {
      expect(cover(installments, receiptsOf(paid))).toEqual(coinByCoin(installments, paid));
    }),
  );
});

test('coverage is never more than due, and with the excess it is what was received', () => {
  const large = fc.integer({ min: 1, max: 999_999_999_999 });
  fc.assert(
    fc.property(fc.array(large, { minLength: 1, maxLength: 60 }), fc.array(large, { maxLength: 20 }), fc.nat(70), (due, amounts, named) => {
      const installments = due.map((amountMinor, index) => ({ number: index + 1, dueOn: localDate('2027-01-15'), amountMinor }));
      const receivedMinor = amounts.reduce((total, a) => total + a, 0);
      const { coveredMinor, excessMinor } = cover(installments, { receivedMinor, directedMinor: { [named]: amounts[0] ?? 0 } });
      coveredMinor.forEach((covered, index) => {
        expect(covered).toBeGreaterThanOrEqual(0);
        expect(covered).toBeLessThanOrEqual(due[index] ?? 0);
      });
      expect(coveredMinor.reduce((total, c) => total + c, 0) + excessMinor).toBe(receivedMinor);
      expect(excessMinor).toBeGreaterThanOrEqual(0);
      if (coveredMinor.some((covered, index) => covered < (due[index] ?? 0))) expect(excessMinor).toBe(0);
    }),
  );
});

test('more money never covers less', () => {
  fc.assert(
    fc.property(plans, payments, fc.integer({ min: 1, max: 9 }), (installments, paid, extra) => {
      const before = cover(installments, receiptsOf(paid)).coveredMinor;
      const after = cover(installments, receiptsOf([...paid, { amountMinor: extra, installment: undefined }])).coveredMinor;
      before.forEach((covered, index) => {
        expect(after[index]).toBeGreaterThanOrEqual(covered);
      });
    }),
  );
});

test('what left is not there to cover with: coverage and excess are the money that is in the policy, never below nothing', () => {
  const amounts = fc.record({ inMinor: fc.nat(40), outMinor: fc.nat(40), disbursedMinor: fc.nat(40) });
  fc.assert(
    fc.property(plans, payments, amounts, (installments, paid, moved) => {
      const receipts = receiptsOf(paid);
      const { coveredMinor, excessMinor } = cover(installments, { ...receipts, moved });
      const money = receipts.receivedMinor + moved.inMinor - moved.outMinor - moved.disbursedMinor;
      expect(coveredMinor.reduce((total, c) => total + c, 0) + excessMinor).toBe(Math.max(0, money));
      coveredMinor.forEach((covered, index) => {
        expect(covered).toBeGreaterThanOrEqual(0);
        expect(covered).toBeLessThanOrEqual(installments[index]?.amountMinor ?? 0);
      });
      const { coveredMinor: before } = cover(installments, receipts);
      if (money <= receipts.receivedMinor)
        for (const [index, covered] of coveredMinor.entries()) expect(covered).toBeLessThanOrEqual(before[index] ?? 0);
    }),
  );
});

test('what was directed and is not there any more uncovers the latest first', () => {
  const moved = { inMinor: 0, outMinor: 0, disbursedMinor: 30 };
  expect(cover(due(100, 100), { receivedMinor: 100, directedMinor: { 2: 100 }, moved })).toEqual({ coveredMinor: [0, 70], excessMinor: 0 });
  expect(cover(due(100, 100), { receivedMinor: 150, directedMinor: { 1: 60, 2: 90 }, moved })).toEqual({
    coveredMinor: [60, 60],
    excessMinor: 0,
  });
});
