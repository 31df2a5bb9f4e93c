import type { StoredPayment } from '../domain/payment.ts';
import type { PolicyStatus } from '../domain/policy.ts';
import type { JournalRecord } from './journal.ts';
import type { Intent } from './outbox.ts';

/** A change of what was done with money received: everything of it in one transaction, or nothing. */
export interface Move {
  /** Payments before and after, each on condition that it is as it was seen. */
  readonly payments: readonly { readonly before: StoredPayment; readonly after: StoredPayment }[];
  /** Payments that are new: parts of one that is split. */
  readonly added: readonly StoredPayment[];
  readonly counters: readonly CounterChange[];
  readonly journal: readonly JournalRecord[];
  readonly intents: readonly Intent[];
}

/** What is added to (or, negative, taken from) a policy's counters, on condition of its status. */
export interface CounterChange {
  readonly policyNumber: string;
  readonly amountMinor: number;
  readonly installment?: number;
  readonly seenStatus: PolicyStatus;
  /** The policy is open again: cover was over and all paid, and now it isn't. */
  readonly becomes?: 'active';
}

export interface PaymentMoves {
  /** 'changed': a payment or a policy is not as it was seen; nothing was written. */
  make(move: Move): Promise<'made' | 'changed'>;
}
