import type { LocalDate } from '../domain/local-date.ts';

/** What a bank file says, one item after the other, in the order of the file. Formats differ, these don't. */
export type StatementItem = FormatItem | CreditItem | ReturnItem | IgnoredItem | RejectedItem | BalanceItem;

export type StatementFormat = 'camt.052' | 'camt.053' | 'camt.054' | 'MT940' | 'MT942' | 'CSV';

/** Comes first, once: what the content was recognised as. `version` as a camt namespace names it: 'camt.053.001.08'. */
export interface FormatItem {
  readonly kind: 'format';
  readonly format: StatementFormat;
  readonly version?: string;
}

/** A booked credit: it becomes a payment with exactly this `paymentId`, which is the same in every file that shows the entry again. */
export interface CreditItem extends BookedFacts {
  readonly kind: 'credit';
  readonly direction: 'credit';
  /** Only CSV names the policy; elsewhere it is looked for in the texts. */
  readonly policyNumber?: string;
}

/** A booked debit by which the bank takes back what it had credited, or returns a payment: it reverses the payment if that is known. */
export interface ReturnItem extends BookedFacts {
  readonly kind: 'return';
  readonly direction: 'debit';
  readonly returnOf: ReturnFacts;
}

/** Counted, never money: what is not booked (yet), and debits that return nothing. */
export interface IgnoredItem extends EntryFacts {
  readonly kind: 'ignored';
  readonly why: 'pending' | 'informational' | 'debit';
}

/** An entry that was read but can't be money as it stands: too many decimals, no currency, … A person has to look at it. */
export interface RejectedItem extends EntryNumber {
  readonly kind: 'rejected';
  readonly detail: string;
}

/** The closing booked balance: everything of this account up to and including this day is in the books of the bank. */
export interface BalanceItem {
  readonly kind: 'balance';
  readonly account?: string;
  /** Signed decimal, negative when the account is overdrawn. */
  readonly amount: string;
  readonly currency: string;
  readonly on: LocalDate;
}

/** Where in the file: entries count from 1 over all its statements; of a batch, each payment is entry 3, details 1, 2, … */
export interface EntryNumber {
  readonly entryNumber: number;
  readonly detailNumber?: number;
}

interface BookedFacts extends EntryFacts {
  readonly paymentId: string;
  /** Decimal string as the bank wrote it ('1000,' of MT940 is '1000'); it is certain that it has a currency's decimals. */
  readonly amount: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly bookedOn: LocalDate;
  /**
   * The id that the whole batch has where a file shows it undivided (a camt.053 often does, beside the camt.054 with the
   * details): who records a payment of a batch must see that the batch itself is not in the books yet, and the reverse.
   */
  readonly batchPaymentId?: string;
}

/** What an entry says before anyone judged it: every field may be missing or wrong. Dates are ISO text, amounts decimal text. */
export interface EntryFacts extends EntryNumber {
  readonly status: 'booked' | 'pending' | 'informational';
  readonly direction?: 'credit' | 'debit' | undefined;
  readonly amount?: string | undefined;
  readonly currency?: string | undefined;
  readonly bookedOn?: string | undefined;
  readonly valueOn?: string | undefined;
  readonly account?: string | undefined;
  readonly references: BankReferences;
  /** The payer of a credit, the payee of a debit. */
  readonly counterparty: Counterparty;
  /** Creditor references and invoice numbers that the payer filled in as such. */
  readonly structuredReferences: readonly string[];
  /** What the payer wrote; '\n' where the bank wrapped or separated the lines. */
  readonly remittance: string;
  /** What the bank added. */
  readonly additionalInformation: string;
  /** Present when the entry undoes another one. On a credit: a payment of ours that came back. */
  readonly returnOf?: ReturnFacts | undefined;
  /**
   * The number of payments the bank summed up in this entry without saying what each one is. Their sum is certain, their
   * targets are not: such a credit waits in suspense until a person splits it, even when one policy number is found.
   */
  readonly undivided?: number | undefined;
  readonly batch?: Batch | undefined;
}

/** The entry that a payment of a batch is part of. */
export interface Batch {
  readonly direction: 'credit' | 'debit';
  readonly amount: string;
  readonly currency: string;
  readonly size: number;
}

export interface Counterparty {
  readonly name?: string | undefined;
  readonly account?: string | undefined;
}

export interface ReturnFacts {
  readonly reason?: string | undefined;
  /** What a known payment can be recognised by: the references that the return repeats from it. */
  readonly references: readonly string[];
}

/** References by who gave them; 'NOTPROVIDED', 'NONREF' and the like are left out. */
export interface BankReferences {
  /** camt: the bank's reference of the entry (AcctSvcrRef), unique by ISO 20022. */
  readonly servicer?: string | undefined;
  /** camt: the bank's reference of one payment of the entry. */
  readonly detailServicer?: string | undefined;
  readonly uetr?: string | undefined;
  readonly transaction?: string | undefined;
  readonly clearing?: string | undefined;
  readonly endToEnd?: string | undefined;
  readonly instruction?: string | undefined;
  readonly paymentInformation?: string | undefined;
  readonly mandate?: string | undefined;
  readonly cheque?: string | undefined;
  /** MT940: what follows // in :61:, and the reference before it. Many banks put constants or account numbers there. */
  readonly bank?: string | undefined;
  readonly customer?: string | undefined;
}
