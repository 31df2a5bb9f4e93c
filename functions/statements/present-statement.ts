import type { StatementErrorCode } from '../../shared/bank-formats/statement-error.ts';
import type { StatementCounts, StatementImport } from '../../shared/ports/statement-store.ts';
import type { Upload, UploadPlace } from '../../shared/ports/upload-store.ts';
import type { ImportState } from '../../shared/usecases/import-statement.ts';
import { pathOf } from '../http/path-id.ts';
import { statementCode } from './statement-problem.ts';

/** What became of a statement, as the contract shows it. `rejectedTotal` only where more were rejected than are listed. */
function presentCounts({ rejectedTotal, reconciledThrough, ...counts }: StatementCounts) {
  const more = rejectedTotal > counts.rejected.length ? { rejectedTotal } : {};
  return { ...counts, ...more, reconciledThrough: reconciledThrough ?? null };
}

const identity = (statementId: string) => ({ self: pathOf('statements', statementId), statementId });

export const presentState = ({ statementId, format, entries, tally }: ImportState) => ({
  ...identity(statementId),
  ...presentCounts({ format, entries, ...tally }),
});

export const presentImports = (statementId: string, imports: readonly StatementImport[]) => ({
  ...identity(statementId),
  imports: imports.map(({ at, by, counts }) => ({ at, by, ...presentCounts(counts) })),
});

const uploadPath = (uploadId: string): string => pathOf('statements/uploads', uploadId);

export const presentPlace = (uploadId: string, { url, headers, expiresInSeconds }: UploadPlace) => ({
  self: uploadPath(uploadId),
  uploadId,
  method: 'PUT',
  url,
  headers,
  expiresInSeconds,
});

/** `entriesDone` of `entries` while it goes on; the statement when it has ended; why and where, when it could not. */
export function presentUpload({ uploadId, by, createdAt, progress }: Upload<ImportState, StatementErrorCode>) {
  const upload = { self: uploadPath(uploadId), uploadId, status: progress.status, by, createdAt };
  switch (progress.status) {
    case 'waiting':
      return upload;
    case 'importing':
    case 'done':
      return { ...upload, entriesDone: entriesDone(progress.state), statement: presentState(progress.state) };
    case 'stopped':
      return {
        ...upload,
        entriesDone: entriesDone(progress.state),
        stoppedAtEntry: progress.entry,
        statement: presentState(progress.state),
      };
    case 'refused':
      return { ...upload, code: statementCode(progress.code), detail: progress.detail, entriesRead: progress.entriesRead };
  }
}

/** Returns of an earlier file are counted where they were done, and are no entries of this one. */
const entriesDone = ({ entries, tally: { applied, suspense, duplicates, reversed, ignored, rejectedTotal } }: ImportState): number =>
  Math.min(entries, applied + suspense + duplicates + reversed + ignored + rejectedTotal);
