import type { FaultPlan } from '../faults/fault-plan.ts';
import { chanceOf } from './chance.ts';
import type { Outcome } from './invocation.ts';
import type { Timeline } from './timeline.ts';
import type { Trace } from './trace.ts';

export interface AsyncDeps {
  readonly seed: string;
  readonly timeline: Timeline;
  readonly plan: FaultPlan;
  readonly trace: Trace;
  readonly invoke: (functionName: string, event: unknown, key: string, onOutcome: (outcome: Outcome) => void) => Promise<void>;
  readonly onGivenUp: (functionName: string, payload: string, key: string) => void;
}

const [MINUTE, HOUR] = [60_000, 3_600_000];

/** Lambda tries an asynchronous invocation three times in all. */
const RETRY_AFTER_MS = [MINUTE, 2 * MINUTE] as const;

/** Lambda's queue of asynchronous invocations: at least once, sometimes late, and what fails three times becomes a dead letter. */
export class AsyncInvocations {
  readonly #deps: AsyncDeps;
  readonly #count = new Map<string, number>();

  constructor(deps: AsyncDeps) {
    this.#deps = deps;
  }

  /** `about` names what it is for; the same about the same comes under a number of its own. */
  accept(functionName: string, payload: string, about: string): void {
    const { plan, seed } = this.#deps;
    const subject = `${functionName}<${about}`;
    const number = (this.#count.get(subject) ?? 0) + 1;
    this.#count.set(subject, number);
    const key = `${subject}#${number}`;
    const late = plan.strike('invokedLate', key)?.int(MINUTE, 6 * HOUR) ?? 0;
    const delay = chanceOf(`${seed}|queue|${key}`).int(20, 1_500);
    this.#attempt({ functionName, payload, key }, 1, delay + late);
    const again = plan.strike('invokedTwice', key);
    if (again) this.#attempt({ functionName, payload, key: `${key}twice` }, 1, delay + again.int(0, again.pick([MINUTE, 6 * HOUR])));
  }

  /** At once, by a recurring schedule. */
  acceptNow(functionName: string, event: object, key: string): Promise<void> {
    const queued = { functionName, payload: JSON.stringify(event), key };
    return this.#deps.invoke(functionName, event, key, (outcome) => this.#conclude(queued, 1, outcome));
  }

  #attempt(queued: Queued, attempt: number, inMs: number): void {
    const { timeline, invoke } = this.#deps;
    const key = `${queued.key}.${attempt}`;
    timeline.in(inMs, () =>
      invoke(queued.functionName, this.#eventOf(queued, key), key, (outcome) => this.#conclude(queued, attempt, outcome)),
    );
  }

  #conclude(queued: Queued, attempt: number, { kind }: Outcome): void {
    if (kind === 'answered') return;
    const wait = RETRY_AFTER_MS[attempt - 1];
    if (wait !== undefined) {
      this.#attempt(queued, attempt + 1, wait);
      return;
    }
    this.#deps.onGivenUp(queued.functionName, queued.payload, queued.key);
  }

  /** A release before or after this one wrote it: a field more, and what is optional is not there. */
  #eventOf({ payload }: Queued, key: string): unknown {
    const event = JSON.parse(payload);
    if (!this.#deps.plan.strike('oldShape', key)) return event;
    const { generation: _, ...rest } = event;
    return { ...rest, writtenBy: 'another release' };
  }
}

interface Queued {
  readonly functionName: string;
  readonly payload: string;
  readonly key: string;
}
