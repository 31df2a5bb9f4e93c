import type { LocalDate } from '../domain/local-date.ts';
import type { EntryFacts, StatementFormat } from './statement-item.ts';

/** What the reader of a format reports, before payment ids are given and entries are judged. */
export type StatementEvent =
  | { readonly kind: 'format'; readonly format: StatementFormat; readonly version?: string }
  | StatementBegin
  | OpeningBalance
  | ClosingBalance
  | { readonly kind: 'entry'; readonly facts: EntryFacts };

/** Another statement of the file begins, or another page of one. `id` as the bank numbers it, '' until it is known. */
export interface StatementBegin {
  readonly kind: 'statement';
  readonly id: string;
}

/** The booked balance that the entries of this statement start from. */
export interface OpeningBalance {
  readonly kind: 'opening';
  readonly account: string;
  readonly balance: SignedAmount;
}

/** The booked balance they lead to; `final` unless another page of the same statement follows. */
export interface ClosingBalance {
  readonly kind: 'closing';
  readonly account: string;
  readonly balance: SignedAmount;
  readonly on: LocalDate;
  readonly final: boolean;
}

export interface SignedAmount {
  /** Decimal, with a minus when the account is overdrawn. */
  readonly amount: string;
  readonly currency: string;
}
