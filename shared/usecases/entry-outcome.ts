import type { LocalDate } from '../domain/local-date.ts';
import type { RejectedEntry } from '../ports/statement-store.ts';

/** What became of one entry of a statement. `duplicate`: it had been done before. */
export type EntryOutcome =
  | { readonly outcome: 'applied' | 'suspense' | 'duplicate' | 'reversed' | 'ignored' }
  | { readonly outcome: 'rejected'; readonly entry: number; readonly detail: string };

export interface Tally {
  readonly applied: number;
  readonly suspense: number;
  readonly duplicates: number;
  readonly reversed: number;
  readonly ignored: number;
  readonly rejected: readonly RejectedEntry[];
  readonly rejectedTotal: number;
  /** The latest closing balance so far. */
  readonly reconciledThrough?: LocalDate;
}

export const NOTHING_YET: Tally = { applied: 0, suspense: 0, duplicates: 0, reversed: 0, ignored: 0, rejected: [], rejectedTotal: 0 };

/** A file of nothing but rejected entries must still fit into an answer, and into an item of the store. */
const MOST_SHOWN = 100;

export function addOutcomes(tally: Tally, outcomes: readonly EntryOutcome[]): Tally {
  const count = (wanted: EntryOutcome['outcome']) => outcomes.filter(({ outcome }) => outcome === wanted).length;
  const rejected = outcomes.flatMap((o) => (o.outcome === 'rejected' ? [{ entry: o.entry, detail: o.detail }] : []));
  return {
    ...tally,
    applied: tally.applied + count('applied'),
    suspense: tally.suspense + count('suspense'),
    duplicates: tally.duplicates + count('duplicate'),
    reversed: tally.reversed + count('reversed'),
    ignored: tally.ignored + count('ignored'),
    rejected: [...tally.rejected, ...rejected].slice(0, MOST_SHOWN),
    rejectedTotal: tally.rejectedTotal + rejected.length,
  };
}
