import type { Change, Item } from '../engine/change-feed.ts';
import type { Metric } from '../engine/metric.ts';
import type { Books } from './books.ts';
import type { Report } from './finding.ts';

const [MINUTE, HOUR] = [60_000, 3_600_000];

/** The watchdog's: younger than this is not late. */
const LATE_AFTER = 10 * MINUTE;
/** A clock that is wrong, and the time that a run takes. */
const TOLERANCE = 10 * MINUTE;
/** An index may be so far behind: what was written since need not be seen. */
const INDEX_LAG = HOUR + MINUTE;

/** 11: what waits too long is in the metrics that alarms watch, and so is every letter of which nobody knows. */
export class Visibility {
  readonly #writtenAt = new Map<string, number>();
  readonly #unknownSince = new Map<string, number>();
  #lastUnknownReported = Number.NEGATIVE_INFINITY;

  observe({ table, before, after }: Change, now: number): void {
    if (table === 'Policies' && after?.['record'] === 'nextCheckpoint') this.#writtenAt.set(String(after['policyNumber']), now);
    if (table === 'Outbox' && after) this.#writtenAt.set(String(after['intent']), now);
    if (table !== 'Notices') return;
    const noticeId = String((after ?? before)?.['noticeId']);
    if (after?.['state'] !== 'UNKNOWN') this.#unknownSince.delete(noticeId);
    else if (before?.['state'] !== 'UNKNOWN') this.#unknownSince.set(noticeId, now);
  }

  hear({ name, value }: Metric, runsSince: number, books: Books, now: number, report: Report): void {
    if (name === 'UnknownNotices' && value > 0) this.#lastUnknownReported = now;
    if (name === 'LateCheckpointAgeSeconds')
      this.#expectAge(value, this.#oldest(books.nexts, timeOfNext, runsSince), runsSince, report, name);
    if (name === 'OutboxOldestAgeSeconds')
      this.#expectAge(value, this.#oldest(books.outbox, timeOfIntent, runsSince), runsSince, report, name);
  }

  /** Each that is UNKNOWN still was told of since it is. */
  atRest(report: Report): void {
    for (const [noticeId, since] of this.#unknownSince)
      if (this.#lastUnknownReported < since)
        report(11, `no alarm rang for notice ${noticeId}, UNKNOWN since ${new Date(since).toISOString()}`);
  }

  /** When the oldest began to wait that the run must have seen: it was late before the run, and is there still. */
  #oldest(items: ReadonlyMap<string, Item>, timeOf: (item: Item) => number, runsSince: number): number {
    const seen = [...items].filter(([key]) => (this.#writtenAt.get(key) ?? 0) < runsSince - INDEX_LAG).map(([, item]) => timeOf(item));
    return Math.min(...seen.filter((at) => at < runsSince - LATE_AFTER - TOLERANCE));
  }

  #expectAge(seconds: number, oldest: number, runsSince: number, report: Report, name: string): void {
    const least = (runsSince - oldest - TOLERANCE) / 1000;
    if (seconds < least) report(11, `${name} says ${seconds}, and something has waited for ${Math.round(least)} at least`);
  }
}

const timeOfNext = (next: Item): number => (next['dueBucket'] === undefined ? Number.POSITIVE_INFINITY : Date.parse(String(next['at'])));

const timeOfIntent = (intent: Item): number => Date.parse(String(intent['intent']).split('#')[0] ?? '');
