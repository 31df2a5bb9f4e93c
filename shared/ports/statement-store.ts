import type { LocalDate } from '../domain/local-date.ts';

/** One import of a file, as it ended. The same file again is another import of the same statement. */
export interface StatementImport {
  readonly statementId: string;
  readonly at: string;
  readonly by: string;
  readonly counts: StatementCounts;
}

export interface StatementCounts {
  readonly format: string;
  readonly entries: number;
  readonly applied: number;
  readonly suspense: number;
  readonly duplicates: number;
  readonly reversed: number;
  readonly ignored: number;
  /** The first hundred; `rejectedTotal` counts all. */
  readonly rejected: readonly RejectedEntry[];
  readonly rejectedTotal: number;
  readonly reconciledThrough?: LocalDate;
}

export interface RejectedEntry {
  readonly entry: number;
  readonly detail: string;
}

export interface StatementStore {
  keepImport(done: StatementImport): Promise<void>;
  /** Oldest first; none: no such statement. */
  importsOf(statementId: string): Promise<readonly StatementImport[]>;
  /** Never goes back: an older statement imported later changes nothing. */
  reconcile(through: LocalDate): Promise<void>;
}
