/** Why a file can't be read whole. Whoever imports answers 4xx and changes nothing. */
export type StatementErrorCode =
  | 'empty'
  | 'unsupportedFormat'
  | 'encoding'
  | 'malformed'
  | 'truncated'
  | 'doctype'
  | 'tooDeep'
  | 'tooLarge';

export class StatementError extends Error {
  readonly code: StatementErrorCode;
  readonly detail: string;
  /** Entries that were read whole before the stop; with 41 the trouble is in or after entry 42. */
  readonly entriesRead: number;

  constructor(code: StatementErrorCode, detail: string, options: { readonly entriesRead?: number; readonly cause?: unknown } = {}) {
    const { entriesRead = 0, cause } = options;
    super(`${code}: ${detail} (after ${entriesRead} entries)`, { cause });
    this.name = 'StatementError';
    this.code = code;
    this.detail = detail;
    this.entriesRead = entriesRead;
  }
}
