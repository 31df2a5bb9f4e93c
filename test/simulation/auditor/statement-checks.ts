import type { ApiAnswer, Credit } from '../engine/caller.ts';
import type { Books } from './books.ts';
import { type Report, told } from './finding.ts';

/** 1: money that the bank told of is in the books once, however often and in how many files it was told. */
export class BankMoney {
  readonly #told = new Map<string, Credit>();

  onAnswer({ request, status, body }: ApiAnswer, books: Books, report: Report): void {
    if (status !== 201) report(1, `${request.key} answered ${status} ${told(body)}`);
    for (const credit of request.credits ?? []) {
      this.#told.set(credit.mark, credit);
      this.#check(credit, books, report);
    }
  }

  atRest(books: Books, report: Report): void {
    for (const credit of this.#told.values()) this.#check(credit, books, report);
  }

  #check({ mark, minor, currency }: Credit, books: Books, report: Report): void {
    const found = [...books.payments.values()].filter(({ reference }) => String(reference).split(' ').includes(mark));
    const [payment] = found;
    const isRight = found.length === 1 && payment?.['amountMinor'] === minor && payment['currency'] === currency;
    if (!isRight) report(1, `the bank told of ${minor} ${currency} (${mark}), the books have ${told(found)}`);
  }
}
