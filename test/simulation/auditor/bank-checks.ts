import type { ApiAnswer, ApiRequest } from '../engine/caller.ts';
import type { Change } from '../engine/change-feed.ts';
import type { Books } from './books.ts';
import type { Report } from './finding.ts';
import { BankMoney } from './statement-checks.ts';
import { UploadedFiles } from './upload-checks.ts';

/** What banks told, in requests and in files that were uploaded. */
export class BankChecks {
  readonly #money = new BankMoney();
  readonly #files = new UploadedFiles();

  onAsked(request: ApiRequest): void {
    this.#money.onAsked(request);
  }

  onUploaded(uploadId: string): void {
    this.#files.onUploaded(uploadId);
  }

  onAnswer(answer: ApiAnswer, isUndisturbed: boolean, books: Books, report: Report): void {
    if (answer.request.operation === 'importStatement') this.#money.onAnswer(answer, books, report);
    this.#files.onAnswer(answer, isUndisturbed, report);
  }

  /** All of the commit is in the books. */
  observe(changes: readonly Change[], books: Books, report: Report): void {
    for (const change of changes) {
      this.#money.observe(change, report);
      this.#files.observe(change, (request) => this.#money.onImported(request, books, report), report);
    }
  }

  atRest(books: Books, report: Report): void {
    this.#money.atRest(books, report);
    this.#files.atRest(report);
  }
}
