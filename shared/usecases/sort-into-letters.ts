import { MOST_IN_ONE_MESSAGE } from '../domain/notice-tag.ts';
import { letterKey } from '../notices/merge-facts.ts';
import type { Sendable } from '../ports/notice-store.ts';
import { type AssessDeps, assessNotice } from './assess-notice.ts';
import type { Part } from './send-letter.ts';
import type { Sending } from './send-notice.ts';

/** A notice on its way. `part` is there when it may leave with others. */
export interface Sorted {
  readonly sending: Sending;
  readonly seen?: Sendable;
  readonly part?: Part;
}

/**
 * Notices of one client, all read: which leave together. Those whose words are the same but for policies and installments, to
 * one address; as many in one letter as SES's tag has room for. What is over, obsolete or can't be assessed goes alone, where its
 * end, or its failure, is its own.
 */
export async function sortIntoLetters(
  deps: AssessDeps,
  sendings: readonly Sending[],
  seen: readonly Sendable[],
): Promise<readonly (readonly Sorted[])[]> {
  const byId = new Map(seen.map((one) => [one.notice.noticeId, one]));
  const sorted: Sorted[] = [];
  // one after the other: what the first reads of a regulation, the others remember
  for (const sending of sendings) sorted.push(await sort(deps, sending, byId.get(sending.noticeId)));
  const letters = Map.groupBy(sorted, ({ sending, part }) => (part ? keyOf(part) : sending.noticeId));
  return [...letters.values()].flatMap(cut);
}

async function sort(deps: AssessDeps, sending: Sending, seen: Sendable | undefined): Promise<Sorted> {
  if (!seen) return { sending };
  if (seen.notice.state !== 'PENDING') return { sending, seen };
  try {
    const { facts, obsolete } = await assessNotice(deps, seen);
    return obsolete ? { sending, seen } : { sending, seen, part: { seen, facts, intent: sending.intent } };
  } catch {
    return { sending, seen }; // sent alone it throws again, and then it is told
  }
}

const keyOf = ({ seen, facts }: Part): string => `${seen.notice.recipient.email.toLowerCase()} ${letterKey(facts)}`;

const cut = (together: readonly Sorted[]): readonly (readonly Sorted[])[] =>
  Array.from({ length: Math.ceil(together.length / MOST_IN_ONE_MESSAGE) }, (_, n) =>
    together.slice(n * MOST_IN_ONE_MESSAGE, (n + 1) * MOST_IN_ONE_MESSAGE),
  );
