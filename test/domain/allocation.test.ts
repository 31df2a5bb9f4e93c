import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AllocatedPayment, allocate } from '../../shared/domain/allocation.ts';
import { cover } from '../../shared/domain/coverage.ts';
import type { Installment } from '../../shared/domain/installment-plan.ts';
import { localDate } from '../../shared/domain/local-date.ts';

const due = (...amounts: readonly number[]): readonly Installment[] =>
  amounts.map((amountMinor, index) => ({ number: index + 1, dueOn: localDate(`2027-0${index + 1}-15`), amountMinor }));

const paid = (paymentId: string, amountMinor: number, installment?: number): AllocatedPayment => ({
  paymentId,
  amountMinor,
  ...(installment ? { installment } : {}),
});

/** 'P1' → '1: 100, 2: 20, excess 30' */
const written = (installments: readonly Installment[], payments: readonly AllocatedPayment[]) =>
  Object.fromEntries(
    [...allocate(installments, payments)].map(([id, { allocations, excessMinor }]) => [
      id,
      [...allocations.map((a) => `${a.installment}: ${a.amountMinor}`), ...(excessMinor > 0 ? [`excess ${excessMinor}`] : [])].join(', '),
    ]),
  );

test.each([
  ['the oldest is filled first', due(100, 100), [paid('P1', 150)], { P1: '1: 100, 2: 50' }],
  ['in the order recorded', due(100, 100), [paid('P1', 60), paid('P2', 60)], { P1: '1: 60', P2: '1: 40, 2: 20' }],
  ['what was directed goes first', due(100, 100), [paid('P1', 150), paid('P2', 80, 2)], { P1: '1: 100, 2: 20, excess 30', P2: '2: 80' }],
  ['left over of a directed one', due(100, 100), [paid('P1', 130, 2)], { P1: '1: 30, 2: 100' }],
  [
    'left over of a directed one competes in the order recorded',
    due(100, 100),
    [paid('P1', 130, 2), paid('P2', 100)],
    { P1: '1: 30, 2: 100', P2: '1: 70, excess 30' },
  ],
  [
    'two directed at one installment: the first has it',
    due(100, 100),
    [paid('P1', 70, 2), paid('P2', 70, 2)],
    { P1: '2: 70', P2: '1: 40, 2: 30' },
  ],
  ['an installment that the plan does not have', due(100), [paid('P1', 40, 9)], { P1: '1: 40' }],
  ['all is covered', due(100), [paid('P1', 100), paid('P2', 5)], { P1: '1: 100', P2: 'excess 5' }],
  ['no payment', due(100), [], {}],
])('%s', (_, installments, payments, expected) => {
  expect(written(installments, payments)).toEqual(expected);
});

const plans = fc
  .array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 8 })
  .chain((amounts) => fc.shuffledSubarray([...due(...amounts)], { minLength: amounts.length }));
const payments = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 300 }), fc.option(fc.integer({ min: 1, max: 10 }), { nil: undefined })), { maxLength: 12 })
  .map((all) => all.map(([amountMinor, installment], index) => paid(`P${index}`, amountMinor, installment)));

describe('told by payment it is the same money', () => {
  test('added up over the payments it is what the counters say, to the cent, whatever was directed where', () => {
    fc.assert(
      fc.property(plans, payments, (installments, all) => {
        const directedMinor: Record<number, number> = {};
        for (const p of all) if (p.installment) directedMinor[p.installment] = (directedMinor[p.installment] ?? 0) + p.amountMinor;
        const covered = cover(installments, { receivedMinor: all.reduce((total, p) => total + p.amountMinor, 0), directedMinor });

        const told = [...allocate(installments, all).values()];
        const perInstallment = installments.map(({ number }) =>
          told.flatMap((t) => t.allocations).reduce((total, a) => total + (a.installment === number ? a.amountMinor : 0), 0),
        );
        expect(perInstallment).toEqual(covered.coveredMinor);
        expect(told.reduce((total, t) => total + t.excessMinor, 0)).toBe(covered.excessMinor);
      }),
    );
  });

  test('each payment is told whole: what it covers and its excess are its amount, no installment twice, none of nothing', () => {
    fc.assert(
      fc.property(plans, payments, (installments, all) => {
        const told = allocate(installments, all);
        expect([...told.keys()]).toEqual(all.map((p) => p.paymentId));
        for (const { paymentId, amountMinor } of all) {
          const { allocations = [], excessMinor = 0 } = told.get(paymentId) ?? {};
          expect(allocations.reduce((total, a) => total + a.amountMinor, 0) + excessMinor).toBe(amountMinor);
          expect(new Set(allocations.map((a) => a.installment)).size).toBe(allocations.length);
          expect(allocations.every((a) => a.amountMinor > 0)).toBe(true);
          expect(allocations.map((a) => a.installment)).toEqual(allocations.map((a) => a.installment).toSorted((a, b) => a - b));
        }
      }),
    );
  });
});
