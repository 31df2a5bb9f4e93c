import type { Installment } from './installment-plan.ts';

/** What money came in for a policy. Counters, because payments commute: their order can never matter. */
export interface Receipts {
  /** All of it, tied to an installment or not. */
  readonly receivedMinor: number;
  /** The part the payer tied to an installment, by installment number. */
  readonly directedMinor: Readonly<Record<number, number>>;
  /** Excess credit that came from or went elsewhere since; absent where none ever did. */
  readonly moved?: MovedCredit;
}

export interface MovedCredit {
  /** From other policies of the client. */
  readonly inMinor: number;
  /** To other policies of the client. */
  readonly outMinor: number;
  /** Back to who had paid it. */
  readonly disbursedMinor: number;
}

export const NOTHING_MOVED: MovedCredit = { inMinor: 0, outMinor: 0, disbursedMinor: 0 };

/** The money that is in a policy. Below zero where excess was moved away and the payment it came from went back afterwards. */
export function moneyIn({ receivedMinor, moved = NOTHING_MOVED }: Omit<Receipts, 'directedMinor'>): number {
  return receivedMinor + moved.inMinor - moved.outMinor - moved.disbursedMinor;
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
 * What is in the policy is all there is to cover with: 2 × 100 due, 100 received for no. 2 and 30 of it gone → covered 0, 70.
 */
export function cover(installments: readonly Installment[], receipts: Receipts): Coverage {
  let rest = Math.max(0, moneyIn(receipts));
  const directed = installments.map((i) => {
    const taken = Math.min(i.amountMinor, receipts.directedMinor[i.number] ?? 0, rest);
    rest -= taken;
    return taken;
  });
  const coveredMinor = installments.map((installment, index) => {
    const already = directed[index] ?? 0;
    const taken = Math.min(installment.amountMinor - already, rest);
    rest -= taken;
    return already + taken;
  });
  return { coveredMinor, excessMinor: rest };
}
