import type { Installment } from './installment-plan.ts';
import { sum } from './money.ts';

/** What money came in for a policy. Counters, because payments commute: their order can never matter. */
export interface Receipts {
  /** All of it, tied to an installment or not. */
  readonly receivedMinor: number;
  /** The part the payer tied to an installment, by installment number. */
  readonly directedMinor: Readonly<Record<number, number>>;
}

export interface Coverage {
  /** In the order of the installments given. */
  readonly coveredMinor: readonly number[];
  readonly excessMinor: number;
}

/**
 * Covers installments: first with what was directed to each, then with the rest, in the order given (oldest due first).
 * What a directed payment leaves over joins the rest: money is never stuck on a covered installment.
 *
 * 3 × 100 due, 370 received of which 120 for no. 3 → covered 100, 100, 100, excess 70.
 */
export function cover(installments: readonly Installment[], receipts: Receipts): Coverage {
  const directed = installments.map((i) => Math.min(i.amountMinor, receipts.directedMinor[i.number] ?? 0));
  let rest = receipts.receivedMinor - sum(directed);
  const coveredMinor = installments.map((installment, index) => {
    const already = directed[index] ?? 0;
    const taken = Math.min(installment.amountMinor - already, rest);
    rest -= taken;
    return already + taken;
  });
  return { coveredMinor, excessMinor: rest };
}
