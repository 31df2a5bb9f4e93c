import type { Payment, StoredPayment, SuspenseReason } from '../domain/payment.ts';
import type { Wake } from './checkpoint-wake-ups.ts';
import type { Intent } from './outbox.ts';

/** What became of an attempt to apply a payment; the store decides it in one atomic step. */
export type Application =
  | { readonly outcome: 'applied' }
  | { readonly outcome: 'exists'; readonly stored: StoredPayment }
  | { readonly outcome: 'suspended'; readonly clientId: string }
  | { readonly outcome: 'active' }
  | { readonly outcome: 'noTarget'; readonly reason: SuspenseReason };

export interface Recording {
  readonly recordedAt: string;
  /** Token subject. */
  readonly by: string;
}

export interface PaymentLedger {
  /**
   * Adds a payment to an active policy's counters, once. One request. To a suspended policy when `wake` is given: the same
   * step leaves the wake in the Outbox, so that cover is restored whatever crashes next.
   */
  apply(payment: Payment, recording: Recording, wake?: Wake): Promise<Application>;
  /** Keeps money without a target (`candidates`: policies it may be for), and tells others of it. 'exists' when another call was faster. */
  hold(
    payment: Payment,
    held: Recording & { readonly reason: SuspenseReason; readonly candidates?: readonly string[]; readonly event: Intent },
  ): Promise<{ readonly outcome: 'held' } | { readonly outcome: 'exists'; readonly stored: StoredPayment }>;
}
