import type { ApiAnswer, ApiRequest, Credit } from '../engine/caller.ts';
import type { Change, Item } from '../engine/change-feed.ts';
import type { Books } from './books.ts';
import { type Report, told } from './finding.ts';

/**
 * 1: money that the bank told of is in the books once, however often and in how many files it was told; and what it told to have
 * gone back is reversed, once, whichever of the two was told first.
 */
export class BankMoney {
  readonly #credits = new Map<string, Credit>();
  readonly #returned = new Set<string>();
  /** Marks of money that some file says has gone back, read to its end or not. */
  readonly #maybeReturned = new Set<string>();
  /** How often the journal must tell of the reversal of a payment. */
  readonly #reversed = new Map<string, number>();

  onAsked({ returns = [] }: ApiRequest): void {
    for (const { mark } of returns) this.#maybeReturned.add(mark);
  }

  /** Nobody but the bank takes back what came through the bank. */
  observe({ table, before, after }: Change, report: Report): void {
    if (table !== 'Payments' || after?.['status'] !== 'reversed') return;
    if (before?.['status'] === 'reversed') report(1, `it was reversed before: ${told(before)} to ${told(after)}`);
    this.#reversed.set(String(after['paymentId']), before?.['status'] === 'applied' ? 1 : 0);
    const [mark] = marksIn(after);
    if (mark !== undefined && !this.#maybeReturned.has(mark)) report(1, `the bank never took back ${mark}, the books have ${told(after)}`);
  }

  onAnswer({ request, status, body }: ApiAnswer, books: Books, report: Report): void {
    if (status === 201) this.onImported(request, books, report);
    else report(1, `${request.key} answered ${status} ${told(body)}`);
  }

  /** A file that is said to be imported, to its end. */
  onImported(request: ApiRequest, books: Books, report: Report): void {
    for (const credit of request.credits ?? []) this.#credits.set(credit.mark, credit);
    for (const { mark } of request.returns ?? []) this.#returned.add(mark);
    for (const { mark } of [...(request.credits ?? []), ...(request.returns ?? [])]) this.#check(mark, books, report);
  }

  atRest(books: Books, report: Report): void {
    for (const mark of this.#credits.keys()) this.#check(mark, books, report);
    const records = [...books.journals.values()].flat().filter(({ kind }) => kind === 'reversal');
    for (const [paymentId, times] of this.#reversed) {
      const found = records.filter((record) => record['paymentId'] === paymentId);
      if (found.length !== times) report(1, `the reversal of ${paymentId} is ${found.length} times in the journal, not ${times}`);
    }
  }

  #check(mark: string, books: Books, report: Report): void {
    const credit = this.#credits.get(mark);
    if (!credit) return; // the bank told that it went back, and not yet that it came
    const found = [...books.payments.values()].filter((payment) => marksIn(payment).includes(mark));
    const [payment] = found;
    const isRight = found.length === 1 && payment?.['amountMinor'] === credit.minor && payment['currency'] === credit.currency;
    if (!isRight) report(1, `the bank told of ${credit.minor} ${credit.currency} (${mark}), the books have ${told(found)}`);
    else if (this.#returned.has(mark) && payment?.['status'] !== 'reversed')
      report(1, `the bank took back ${mark}, the books have ${told(payment)}`);
  }
}

/** Each credit of a bank has a word of its own in what its payer wrote. */
const marksIn = ({ reference }: Item): readonly string[] =>
  String(reference)
    .split(' ')
    .filter((word) => word.startsWith('mark'));
