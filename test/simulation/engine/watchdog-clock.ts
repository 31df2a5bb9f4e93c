import type { Change } from './change-feed.ts';
import type { Timeline } from './timeline.ts';

const MINUTE = 60_000;
const RATE = 5 * MINUTE;
const LATE_AFTER = 10 * MINUTE;
const LEAST_PAUSE = 60 * MINUTE;
const LONGEST_PAUSE = 48 * 60 * MINUTE;

/**
 * The watchdog runs every five minutes, nearly always for nothing. Those runs are left out: this clock wakes it when something is
 * late, once an hour at most, and less and less often while the same things stay late (a notice that waits for a person does so
 * for weeks).
 */
export class WatchdogClock {
  readonly #timeline: Timeline;
  readonly #run: () => Promise<void>;
  /** What is waited for, and since when: next checkpoints and intents of the Outbox. */
  readonly #waiting = new Map<string, number>();
  #armedFor: number | undefined;
  #lastLate = '';
  #interval = LEAST_PAUSE;
  #lastRun = Number.NEGATIVE_INFINITY;

  constructor(timeline: Timeline, run: () => Promise<void>) {
    this.#timeline = timeline;
    this.#run = run;
  }

  observe({ table, before, after }: Change): void {
    if (table === 'Outbox')
      this.#expect(`intent ${String((after ?? before)?.['intent'])}`, after && Date.parse(String(after['intent']).split('#')[0] ?? ''));
    if (table === 'Notices' && before && after?.['state'] === 'PENDING') this.#lastLate = ''; // it is to be sent after all: look again soon
    const record = (after ?? before)?.['record'];
    if (table === 'Policies' && record === 'nextCheckpoint')
      this.#expect(
        `checkpoint ${String((after ?? before)?.['policyNumber'])}`,
        after?.['at'] === undefined ? undefined : Date.parse(String(after['at'])),
      );
  }

  /** Sets the alarm for the first run that will find something. */
  arm(): void {
    const first = Math.min(...this.#waiting.values());
    if (first === Number.POSITIVE_INFINITY) return;
    const at = Math.ceil(Math.max(first + LATE_AFTER + 1, this.#lastRun + this.#pause(), this.#timeline.now) / RATE) * RATE;
    if (this.#armedFor !== undefined && this.#armedFor <= at) return;
    this.#armedFor = at;
    this.#timeline.at(at, () => this.#ring(at));
  }

  #expect(what: string, at: number | undefined): void {
    if (at === undefined) this.#waiting.delete(what);
    else this.#waiting.set(what, at);
  }

  async #ring(at: number): Promise<void> {
    if (at !== this.#armedFor) return;
    this.#armedFor = undefined;
    const late = this.#late();
    this.#interval = late === this.#lastLate ? Math.min(4 * this.#interval, LONGEST_PAUSE) : LEAST_PAUSE;
    this.#lastLate = late;
    this.#lastRun = at;
    if (late !== '') await this.#run();
    this.arm();
  }

  /** While nothing new is late, the pause grows. */
  #pause(): number {
    return this.#late() === this.#lastLate ? this.#interval : LEAST_PAUSE;
  }

  #late(): string {
    const before = this.#timeline.now - LATE_AFTER;
    return [...this.#waiting].flatMap(([what, at]) => (at < before ? [what] : [])).join();
  }
}
