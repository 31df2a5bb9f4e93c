import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AllocatedPayment } from '../../shared/domain/allocation.ts';
import { allocateAfterMoves, sourcesOf } from '../../shared/domain/allocation-after-moves.ts';
import { cover } from '../../shared/domain/coverage.ts';
import type { StoredPayment } from '../../shared/domain/payment.ts';
import { creditMove } from '../support/credit-moves.ts';
import { installmentsOf } from '../support/policies.ts';

const THREE = installmentsOf('2026-12-01: 100', '2027-03-01: 100', '2027-06-01: 100');

const paid = (paymentId: string, amountMinor: number, installment?: number): AllocatedPayment => ({
  paymentId,
  amountMinor,
  ...(installment ? { installment } : {}),
});

const written = (count: number, sources: readonly AllocatedPayment[], left: number) =>
  Object.fromEntries(
    [...allocateAfterMoves(THREE.slice(0, count), sources, left)].map(([id, { allocations, excessMinor, movedMinor }]) => [
      id,
      [...allocations.map((a) => `${a.installment}: ${a.amountMinor}`), `excess ${excessMinor}`, `moved ${movedMinor}`].join(', '),
    ]),
  );

test.each([
  ['nothing left', 1, [paid('P1', 130)], 0, { P1: '1: 100, excess 30, moved 0' }],
  ['some of the excess left', 1, [paid('P1', 130)], 20, { P1: '1: 100, excess 10, moved 20' }],
  ['the newest leaves first', 1, [paid('P1', 120), paid('P2', 30)], 40, { P1: '1: 100, excess 10, moved 10', P2: 'excess 0, moved 30' }],
  ['what it left from went back', 1, [paid('P2', 50)], 30, { P2: '1: 20, excess 0, moved 30' }],
  [
    'the last installment is open again',
    2,
    [paid('P1', 150), paid('P2', 40)],
    10,
    { P1: '1: 100, 2: 50, excess 0, moved 0', P2: '2: 30, excess 0, moved 10' },
  ],
  ['a directed one stays with the oldest', 2, [paid('P1', 100, 2)], 30, { P1: '2: 70, excess 0, moved 30' }],
  ['more left than is there', 1, [paid('P1', 50)], 80, { P1: 'excess 0, moved 50' }],
])('%s', (_, count, sources, left, expected) => {
  expect(written(count, sources, left)).toEqual(expected);
});

test('what was transferred to a policy covers in the order in which it came; payments that are not applied are no money', () => {
  const at = (paymentId: string, day: string, status: string) =>
    ({ paymentId, recordedAt: `${day}T09:00:00.000Z`, amountMinor: 60, status }) as StoredPayment;
  const payments = [at('P1', '2026-12-01', 'applied'), at('P2', '2026-12-02', 'reversed'), at('P3', '2026-12-04', 'applied')];
  const credits = [creditMove('transferIn', '2026-12-03', 50, { fromPolicyNumber: 'OLD' }), creditMove('disbursement', '2026-12-05', 5)];
  const sources = sourcesOf(payments, credits);
  expect(sources.map((s) => s.amountMinor)).toEqual([60, 50, 60]);
  expect(allocateAfterMoves(THREE, sources, 0).get('P3')).toMatchObject({ allocations: [{ installment: 2, amountMinor: 60 }] });
});

test('told by payment it is what the counters say, and each payment is told whole, whatever left and went back', () => {
  const all = fc.array(fc.tuple(fc.integer({ min: 1, max: 150 }), fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined })), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(all, fc.nat(500), (payments, left) => {
      const sources = payments.map(([amount, installment], index) => paid(`P${index}`, amount, installment));
      const receivedMinor = sources.reduce((total, s) => total + s.amountMinor, 0);
      const directed = [1, 2, 3].map((n) => [n, sources.reduce((total, s) => total + (s.installment === n ? s.amountMinor : 0), 0)]);
      const moved = { inMinor: 0, outMinor: left, disbursedMinor: 0 };
      const counters = cover(THREE, { receivedMinor, directedMinor: Object.fromEntries(directed), moved });
      const told = allocateAfterMoves(THREE, sources, left);
      const of = (n: number) =>
        [...told.values()].flatMap((t) => t.allocations).reduce((total, a) => total + (a.installment === n ? a.amountMinor : 0), 0);
      expect([1, 2, 3].map(of)).toEqual(counters.coveredMinor);
      expect([...told.values()].reduce((total, t) => total + t.excessMinor, 0)).toBe(counters.excessMinor);
      for (const { paymentId, amountMinor } of sources) {
        const { allocations = [], excessMinor = 0, movedMinor = 0 } = told.get(paymentId) ?? {};
        expect(allocations.reduce((total, a) => total + a.amountMinor, 0) + excessMinor + movedMinor).toBe(amountMinor);
        expect([excessMinor >= 0, movedMinor >= 0]).toEqual([true, true]);
      }
    }),
  );
});
