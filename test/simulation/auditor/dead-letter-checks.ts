import type { GivenUp } from '../engine/dead-letters.ts';
import type { Outcome } from '../engine/invocation.ts';
import type { Report } from './finding.ts';

/** Queues on which an alarm rings when a letter is in them; `test/simulation/dead-letters.test.ts` holds them against the template. */
export const WATCHED_QUEUES: ReadonlySet<string> = new Set([
  'checkpoint-firings',
  'failed-invocations',
  'outbox-records',
  'mail-events',
  'upload-events',
]);

/** 11: what AWS gives up on is a letter in a queue that rings; and whoever replays the letters has none left, once nothing goes wrong. */
export class DeadLetterChecks {
  readonly #letters = new Set<string>();
  /** Third attempts that failed. */
  readonly #failed = new Set<string>();

  /** Asynchronous invocations have the number of their attempt behind what they are about, `<…#1.3`; the watchdog's behind its time. */
  onRan(key: string, { kind }: Outcome): void {
    const [, invocation] = /^(.*[<@].*)\.3$/.exec(key) ?? [];
    if (invocation !== undefined && kind !== 'answered') this.#failed.add(invocation);
  }

  onGivenUp({ hop, key }: GivenUp, report: Report): void {
    this.#letters.add(key);
    if (hop === undefined) report(11, `${key} was given up, and nobody keeps it`);
    else if (!WATCHED_QUEUES.has(hop)) report(11, `${key} was given up, and no alarm rings for ${hop}`);
  }

  atRest(left: readonly GivenUp[], report: Report): void {
    for (const key of this.#failed) if (!this.#letters.has(key)) report(11, `${key} failed three times, and is in no queue`);
    for (const { hop, key } of left) report(11, `${String(hop)} still holds ${key}`);
  }
}
