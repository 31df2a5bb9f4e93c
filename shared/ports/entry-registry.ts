import type { LocalDate } from '../domain/local-date.ts';

/** How the payments of a batch are in the books: as their sum, or each for itself. */
export type BatchShowing = 'sum' | 'parts';

export interface BatchClaim {
  /** The id that the whole batch has where it is shown as a sum. */
  readonly batchPaymentId: string;
  readonly showing: BatchShowing;
}

/** A name by which a bank may call a payment when it takes the money back, and what else of the return must fit. */
export interface PaymentReference {
  readonly key: string;
  readonly paymentId: string;
  readonly account: string;
  readonly currency: string;
  readonly amountMinor: number;
}

/** A return as the bank told of it: of a payment with these names, this amount, to this account. */
export interface BankReturn extends Pick<PaymentReference, 'account' | 'currency' | 'amountMinor'> {
  readonly returnId: string;
  /** The best one first. */
  readonly keys: readonly string[];
  readonly bookedOn: LocalDate;
  readonly reason: string;
  /** In the file that told it. */
  readonly entryNumber: number;
}

/** A return that waits for its payment, since when. */
export interface KeptReturn extends BankReturn {
  readonly keptOn: LocalDate;
}

/** What must be known of statement entries beside the payments made of them. Everything in it is safe to repeat. */
export interface EntryRegistry {
  /**
   * Says how batches are in the books, for good: the first showing counts. Answers the ids of batches that are there in the other one,
   * whose money must not be recorded again.
   */
  claimBatches(claims: readonly BatchClaim[]): Promise<ReadonlySet<string>>;
  /** Before the payments themselves: a payment without its references could never be found by its return. */
  keepReferences(references: readonly PaymentReference[]): Promise<void>;
  /** None when more payments than a bank could mean have the reference. */
  withReference(key: string): Promise<readonly PaymentReference[]>;
  /** The payment that a return, known by its own id, was taken for. */
  returnedBy(returnId: string): Promise<string | undefined>;
  /** Takes the return for this payment, unless it was taken for another one before; answers which it is. */
  claimReturn(returnId: string, paymentId: string): Promise<string>;
  /** A return whose payment is not in the books: its file may have come before the one that tells of the payment. */
  keepReturn(kept: KeptReturn): Promise<void>;
  /** The latest first, a hundred at most. */
  returnsKept(since: LocalDate): Promise<readonly KeptReturn[]>;
  forgetReturn(kept: KeptReturn): Promise<void>;
}
