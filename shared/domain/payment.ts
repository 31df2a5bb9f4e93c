import type { LocalDate } from './local-date.ts';

/** Money received, as the payer's bank or the core system told it. The id is the caller's, for ever. */
export interface Payment {
  readonly paymentId: string;
  readonly policyNumber: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly receivedOn: LocalDate;
  readonly payer?: string;
  readonly reference?: string;
  /** The installment the payer named; oldest due first when absent. */
  readonly installment?: number;
}

export type SuspenseReason = 'unknownPolicy' | 'currencyMismatch' | 'policyClosed' | 'unknownInstallment';

export type StoredPayment = Payment & {
  readonly recordedAt: string;
  /** Token subject of who told us. */
  readonly by: string;
  /** Where it was first said to go, when a person has sent it elsewhere since. */
  readonly said?: Said;
  /** The payment it is a part of. */
  readonly partOf?: string;
} & PaymentState;

/** Every cent received is in exactly one state; a split payment counts through its parts. */
export type PaymentState =
  | { readonly status: 'applied' }
  | { readonly status: 'suspense'; readonly reason: SuspenseReason; readonly candidates?: readonly string[] }
  /** `parts`: it had been split; the money went back through them. */
  | { readonly status: 'reversed'; readonly reversal: Reversal; readonly parts?: readonly string[] }
  | { readonly status: 'disbursed'; readonly disbursement: Disbursement }
  | { readonly status: 'split'; readonly parts: readonly string[] };

/** The money went back: chargeback, recall. */
export interface Reversal {
  readonly reason: string;
  readonly reversedOn: LocalDate;
  readonly at: string;
  readonly by: string;
}

/** Returned to the payer out of suspense. */
export interface Disbursement {
  readonly reason: string;
  readonly disbursedOn: LocalDate;
  readonly at: string;
  readonly by: string;
}

/** The caller's facts, which a replay must repeat; what we added (status, times) doesn't count. */
const FACTS = ['paymentId', 'amountMinor', 'currency', 'receivedOn', 'payer', 'reference'] as const;

/**
 * Is this the same payment told again? Compared with what was first *said*: an allocation out of suspense changes where
 * the money went, not what the bank reported, and a retry of the first message is still a replay.
 */
export function sameFact(stored: StoredPayment, payment: Payment): boolean {
  const said = stored.said ?? stored;
  return (
    FACTS.every((fact) => stored[fact] === payment[fact]) &&
    said.policyNumber === payment.policyNumber &&
    said.installment === payment.installment
  );
}

export interface Said {
  readonly policyNumber: string;
  readonly installment?: number;
}
