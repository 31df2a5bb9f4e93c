import { type AllocatedPayment, type Allocation, allocate } from './allocation.ts';
import { cover, NOTHING_MOVED } from './coverage.ts';
import type { CreditMove } from './credit-move.ts';
import type { Installment } from './installment-plan.ts';
import { sum } from './money.ts';
import type { StoredPayment } from './payment.ts';

export interface RemainingAllocation extends Allocation {
  /** Of the payment: moved to another policy, or paid back. */
  readonly movedMinor: number;
}

/** What money came to a policy, in the order in which it came: its payments, and what was transferred to it. */
export function sourcesOf(payments: readonly StoredPayment[], credits: readonly CreditMove[]): readonly AllocatedPayment[] {
  const paid = payments.filter((p) => p.status === 'applied').map((source) => ({ source, at: source.recordedAt }));
  const transferred = credits.flatMap((c) =>
    c.kind === 'transferIn'
      ? [{ source: { paymentId: `\t${c.fromPolicyNumber}\t${c.moveId}`, amountMinor: c.amountMinor }, at: c.at }]
      : [],
  );
  return [...paid, ...transferred].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).map(({ source }) => source);
}

const EXCESS = 0; // installments are numbered from 1

/**
 * Which money covers which installment when some of it has left since: what left was excess, the newest first. Where a payment went
 * back after its excess had left, what is missing is taken from what others cover, so that by payment it is what the counters say.
 *
 * 100 due; P1 80, P2 50, 30 paid back → P1: 80 to no. 1; P2: 20 to no. 1, 30 moved. P1 reversed → P2: 20 to no. 1, 30 moved.
 */
export function allocateAfterMoves(
  installments: readonly Installment[],
  sources: readonly AllocatedPayment[],
  leftMinor: number,
): ReadonlyMap<string, RemainingAllocation> {
  const whole = allocate(installments, sources);
  const missing = missingOf(installments, sources, { leftMinor, whole });
  const take = (from: number, amountMinor: number) => {
    const taken = Math.min(amountMinor, missing.get(from) ?? 0);
    missing.set(from, (missing.get(from) ?? 0) - taken);
    return amountMinor - taken;
  };
  const newestFirst = sources.toReversed().map(({ paymentId, amountMinor }) => {
    const { allocations, excessMinor } = whole.get(paymentId) ?? { allocations: [], excessMinor: 0 };
    const kept = allocations.map((a) => ({ ...a, amountMinor: take(a.installment, a.amountMinor) })).filter((a) => a.amountMinor > 0);
    const excess = take(EXCESS, excessMinor);
    const movedMinor = amountMinor - excess - sum(kept.map((a) => a.amountMinor));
    return [paymentId, { allocations: kept, excessMinor: excess, movedMinor }] as const;
  });
  return new Map(newestFirst.toReversed());
}

interface Whole {
  readonly leftMinor: number;
  readonly whole: ReadonlyMap<string, Allocation>;
}

/** By installment (and for the excess), how much less is there than came. */
function missingOf(installments: readonly Installment[], sources: readonly AllocatedPayment[], { leftMinor, whole }: Whole) {
  const directed = Map.groupBy(sources, (s) => s.installment ?? EXCESS);
  const { coveredMinor, excessMinor } = cover(installments, {
    receivedMinor: sum(sources.map((s) => s.amountMinor)),
    directedMinor: Object.fromEntries(
      installments.map(({ number }) => [number, sum((directed.get(number) ?? []).map((s) => s.amountMinor))]),
    ),
    moved: { ...NOTHING_MOVED, outMinor: leftMinor },
  });
  const told = [...whole.values()];
  const toldOf = (number: number) =>
    sum(told.flatMap((t) => t.allocations.filter((a) => a.installment === number).map((a) => a.amountMinor)));
  return new Map([
    ...installments.map(({ number }, index) => [number, toldOf(number) - (coveredMinor[index] ?? 0)] as const),
    [EXCESS, sum(told.map((t) => t.excessMinor)) - excessMinor] as const,
  ]);
}
