import type { PolicyStatus } from '../domain/policy.ts';
import type { JournalRecord } from '../ports/journal.ts';

/**
 * What the journal says of a policy's status, in the order in which it was so. Records are sorted by their instants, and these are told
 * by the clocks of several machines: lapsed at 08:22:51 by one that is a minute fast, taken up again at 08:22:04 by another, reads as
 * lapsed after all. But each change of a policy has a generation of its own, which is the second part of the record's key. Only a reversal,
 * which opens a completed policy, has that of the completion.
 */
export const statusesInOrder = (journal: readonly JournalRecord[]): readonly PolicyStatus[] =>
  journal
    .flatMap((record) => (record.kind === 'status' ? [record] : []))
    .toSorted((a, b) => generationOf(a) - generationOf(b) || Number(isCompletion(b)) - Number(isCompletion(a)))
    .map(({ status }) => status);

const isCompletion = ({ status }: { readonly status: PolicyStatus }): boolean => status === 'completed';

const generationOf = ({ entry }: Pick<JournalRecord, 'entry'>): number => Number(entry.split('#')[1]);
