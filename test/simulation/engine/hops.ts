import type { DeadLetterHop } from '../../../infra/constructs/dead-letter-queue.ts';
import type { FaultPlan } from '../faults/fault-plan.ts';
import { AsyncInvocations } from './async-invocations.ts';
import { DeadLetters } from './dead-letters.ts';
import { eventRule } from './event-rule.ts';
import type { Outcome } from './invocation.ts';
import type { Timeline } from './timeline.ts';
import type { Trace } from './trace.ts';
import type { Witness } from './witness.ts';

export interface HopDeps {
  readonly seed: string;
  readonly timeline: Timeline;
  readonly plan: FaultPlan;
  readonly trace: Trace;
  readonly witness: Witness;
  readonly invoke: (functionName: string, event: unknown, key: string, onOutcome: (outcome: Outcome) => void) => Promise<void>;
}

/** Hands something over to a function; nobody waits for it. */
type HandOver = (functionName: string, payload: string, about: string) => void;

/** The ways to a function on which nobody waits, each with the queue where it ends when it is given up. */
export class Hops {
  readonly letters: DeadLetters;
  readonly #deps: HopDeps;
  readonly #queue: AsyncInvocations;

  constructor(deps: HopDeps) {
    const { witness } = deps;
    this.#deps = deps;
    this.letters = new DeadLetters({
      ...deps,
      onGivenUp: (givenUp) => witness.onGivenUp(givenUp),
      onReplayed: (key) => witness.onReplayed(key),
    });
    this.#queue = new AsyncInvocations({ ...deps, onGivenUp: (...failed) => this.letters.invocation(...failed) });
  }

  readonly invokeLater: HandOver = (...call) => this.#queue.accept(...call);

  /** By a rule of EventBridge. */
  rule(hop: DeadLetterHop): HandOver {
    return eventRule({ ...this.#deps, invokeLater: this.invokeLater, onGivenUp: this.intoQueue(hop) });
  }

  /** A firing of a recurring schedule. */
  fire(functionName: string): Promise<void> {
    const { now } = this.#deps.timeline;
    const event = { source: 'aws.scheduler', time: new Date(now).toISOString() };
    return this.#queue.acceptNow(functionName, event, `${functionName}@${now}`);
  }

  intoQueue(hop: DeadLetterHop) {
    return (functionName: string, payload: string, key: string) => this.letters.event(hop, functionName, payload, key);
  }
}
