import type { ApiAnswer, ApiRequest } from '../engine/caller.ts';
import type { Change, Item } from '../engine/change-feed.ts';
import { type Report, told } from './finding.ts';

const COUNTS = ['applied', 'suspense', 'duplicates', 'reversed', 'ignored', 'rejectedTotal'] as const;

const ENDED = new Set(['done', 'refused']);

/**
 * 1 and 11: an uploaded file is imported whole or, where it broke off, not at all; its upload says which, and says so for good. That
 * everything in it is in the books in the moment when it says so is for whoever is told `onDone`.
 */
export class UploadedFiles {
  readonly #asked = new Map<string, ApiRequest>();
  readonly #uploaded = new Set<string>();
  readonly #progress = new Map<string, Item>();

  onUploaded(uploadId: string): void {
    this.#uploaded.add(uploadId);
  }

  onAnswer({ request, status, body }: ApiAnswer, isUndisturbed: boolean, report: Report): void {
    if (request.operation === 'startUpload' && status === 201) this.#asked.set(String(body.uploadId), request);
    if (request.operation !== 'getUpload') return;
    const stored = this.#progress.get(request.path?.['uploadId'] ?? '');
    const isRight = status === 200 && (body.status === stored?.['status'] || !isUndisturbed);
    if (!isRight) report(11, `${request.key} answered ${status} ${told(body)}, stored is ${told(stored)}`);
  }

  observe({ table, before, after }: Change, onDone: (request: ApiRequest) => void, report: Report): void {
    if (table !== 'Statements' || after?.['record'] !== 'upload') return;
    const uploadId = String(after['uploadId']);
    const [was, is] = [before, after].map((item) => item?.['progress'] as Item | undefined);
    if (!is) return;
    this.#progress.set(uploadId, is);
    const request = this.#asked.get(uploadId);
    const say = (what: string) => report(11, `upload ${uploadId} (${String(request?.key)}) ${what}`);
    if (ENDED.has(String(was?.['status'])) && was?.['status'] !== is['status']) say(`went from ${told(was)} to ${told(is)}`);
    if (is['status'] !== 'waiting' && !this.#uploaded.has(uploadId)) say('says more than waiting, and no file is there');
    if (!request?.file || !ENDED.has(String(is['status']))) return;
    if (request.file.isWhole !== (is['status'] === 'done')) say(`is ${told(is)}`);
    if (is['status'] !== 'done') return;
    const { entries, tally } = is['state'] as { readonly entries: number; readonly tally: Readonly<Record<string, number>> };
    const counted = COUNTS.reduce((sum, name) => sum + (tally[name] ?? 0), 0); // and returns that earlier files told
    if (entries !== request.file.entries || counted < entries)
      say(`has ${entries} entries, ${counted} are done of ${request.file.entries}`);
    if (was?.['status'] !== 'done') onDone(request);
  }

  atRest(report: Report): void {
    for (const uploadId of this.#uploaded) {
      const progress = this.#progress.get(uploadId);
      if (!ENDED.has(String(progress?.['status'])))
        report(11, `upload ${uploadId} (${String(this.#asked.get(uploadId)?.key)}) is left ${told(progress)}`);
    }
  }
}
