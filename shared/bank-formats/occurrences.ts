import type { ClosingBalance, OpeningBalance, SignedAmount, StatementBegin } from './statement-event.ts';

/**
 * Counts how often entries with one key have been shown: the first is 1, an equal one of the same day 2, and so on. Files that
 * overlap show both, in the same count, so both keep their ids.
 *
 * The count begins anew with each statement, because one file may show an entry again in the next one (cumulative intraday
 * reports). It goes on only where a statement opens with the balance that the one before it closed with: then its entries
 * come after the others, as on page 2 of an MT940 or in the second statement of a day.
 *   statement 7 closes with 130.00, statement 8 opens with 130.00 → goes on; 8 opens with 100.00, as 7 did → anew
 */
export class Occurrences {
  /** By account, then by key. */
  private readonly counts = new Map<string, Map<string, number>>();
  /** By account: how the statement before this one closed. */
  private readonly closings = new Map<string, Closing>();
  private id = '';
  private closing: ClosingBalance | undefined;
  /** Whether it is known that this statement goes on counting, or begins anew. */
  private judged = false;

  begin({ id }: StatementBegin): void {
    if (this.closing) this.closings.set(this.closing.account, { balance: balanceKey(this.closing.balance), id: this.id });
    this.closing = undefined;
    this.id = id;
    this.judged = false;
  }

  open({ account, balance }: OpeningBalance): void {
    const before = this.closings.get(account);
    const continues = before?.balance === balanceKey(balance) && before.id !== this.id; // the same id: the same statement again
    this.judge(account, continues);
  }

  close(closing: ClosingBalance): void {
    this.closing = closing;
  }

  next(account: string, key: string): number {
    this.judge(account, false); // when no opening balance came first, nothing says that it goes on
    const ofAccount = this.counts.get(account) ?? new Map<string, number>();
    this.counts.set(account, ofAccount);
    const occurrence = (ofAccount.get(key) ?? 0) + 1;
    ofAccount.set(key, occurrence);
    return occurrence;
  }

  private judge(account: string, continues: boolean): void {
    if (!this.judged && !continues) this.counts.delete(account);
    this.judged = true;
  }
}

interface Closing {
  readonly balance: string;
  readonly id: string;
}

const balanceKey = ({ amount, currency }: SignedAmount): string => `${Number(amount)} ${currency}`;
