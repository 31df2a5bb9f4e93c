import { comparePositions, type Position } from '../storage/position.ts';
import type { Entry, SortedEntries } from '../storage/sorted-entries.ts';

/** A page ends with the entry by which it reaches 1 MB, whatever a filter leaves of it. */
const LARGEST_PAGE_BYTES = 1024 * 1024;

export type PageRequest = {
  readonly entries: SortedEntries;
  readonly run: { readonly from: number; readonly to: number };
  readonly forward: boolean;
  readonly startAfter: Position | undefined;
  readonly limit: number | undefined;
};

export type Page = {
  readonly entries: readonly Entry[];
  readonly bytes: number;
  /** Where the next page goes on. Also given when the page was cut at the very last entry: only the next, empty page tells. */
  readonly last: Entry | undefined;
};

export const readPage = (request: PageRequest): Page => {
  const page: Entry[] = [];
  let bytes = 0;
  for (const entry of remaining(request)) {
    page.push(entry);
    bytes += entry.bytes;
    if (page.length === request.limit || bytes >= LARGEST_PAGE_BYTES) return { entries: page, bytes, last: entry };
  }
  return { entries: page, bytes, last: undefined };
};

function* remaining({ entries, run, forward, startAfter }: PageRequest): Generator<Entry> {
  const { from, to } = startAfter === undefined ? run : beyond(entries, startAfter, { run, forward });
  for (let step = 0; step < to - from; step++) {
    const entry = entries.at(forward ? from + step : to - 1 - step);
    if (entry !== undefined) yield entry;
  }
}

/** The starting key need not exist (any more). */
const beyond = (entries: SortedEntries, start: Position, { run, forward }: Pick<PageRequest, 'run' | 'forward'>) => {
  const at = entries.run((position) => comparePositions(position, start));
  return forward ? { from: Math.max(run.from, at.to), to: run.to } : { from: run.from, to: Math.min(run.to, at.from) };
};
