import type { WireAnswer } from '../../support/simulated-aws/wire/aws-call.ts';
import type { FaultPlan } from '../faults/fault-plan.ts';
import { chanceOf } from './chance.ts';
import { Container, type Surroundings } from './container.ts';
import type { DeployedFunction } from './functions.ts';
import { Invocation, type Outcome } from './invocation.ts';
import { type Metric, metricsIn } from './metric.ts';
import { runAs } from './sandbox.ts';
import type { SimulatedCall } from './simulated-call.ts';
import type { Timeline } from './timeline.ts';
import type { Trace } from './trace.ts';

export interface LambdaDeps {
  readonly seed: string;
  readonly functions: ReadonlyMap<string, DeployedFunction>;
  readonly timeline: Timeline;
  readonly plan: FaultPlan;
  readonly trace: Trace;
  /** Carries a call out; its promise settles by the timeline, or never. */
  readonly call: (invocation: Invocation, call: SimulatedCall) => Promise<WireAnswer>;
  /** A metric, and since when the invocation runs that reports it. */
  readonly onMetric: (metric: Metric, runsSince: number) => void;
}

/** Five minutes either way: more would be noticed by everybody. */
const MOST_SKEW_MS = 5 * 60_000;

/** Runs functions in containers: warm ones first, and a new one where all are busy. */
export class Lambda {
  readonly #deps: LambdaDeps;
  readonly #containers = new Map<string, Container[]>();
  #made = 0;
  #serial = 0;

  constructor(deps: LambdaDeps) {
    this.#deps = deps;
  }

  /** Runs a function. `onOutcome` hears once what became of it; a zombie may go on after that. */
  async invoke(functionName: string, event: unknown, key: string, onOutcome: (outcome: Outcome) => void): Promise<void> {
    const { functions, timeline, trace } = this.#deps;
    const fn = functions.get(functionName);
    if (!fn) return onOutcome({ kind: 'threw', error: `no function ${functionName}` });
    const invocation = new Invocation(functionName, key);
    let isTold = false;
    const tell = (outcome: Outcome) => {
      if (isTold) return;
      isTold = true;
      trace.note(`${key} ${outcome.kind}${outcome.kind === 'threw' ? `: ${String(outcome.error)}` : ''}`);
      onOutcome(outcome);
    };
    trace.note(`${key} starts`);
    invocation.onKilled = () => tell({ kind: 'crashed' });
    timeline.in(fn.timeoutMs, () => this.#timeOut(invocation, tell));
    await this.#start(this.#containerFor(fn, key), invocation, event, tell);
  }

  /** From here on every invocation has a new container, whose clock is right: what was warm may be minutes wrong. */
  replaceContainers(): void {
    this.#containers.clear();
  }

  /** Goes on with an invocation, unless it is over. */
  async resume(invocation: Invocation, act: () => void): Promise<void> {
    if (invocation.isOver) return;
    invocation.unpark();
    act();
    await invocation.settled();
  }

  async #start(container: Container, invocation: Invocation, event: unknown, tell: (outcome: Outcome) => void): Promise<void> {
    const { timeline, seed, onMetric } = this.#deps;
    const runsSince = timeline.now;
    const chance = chanceOf(`${seed}|timers|${invocation.key}`);
    const guest = {
      random: chance.random,
      after: (ms: number, run: () => void) => {
        invocation.park();
        timeline.in(ms, () => this.resume(invocation, run));
      },
      print: (line: string) => {
        for (const metric of metricsIn(line)) onMetric(metric, runsSince);
      },
    };
    const conclude = (outcome: Outcome) => {
      if (invocation.isOver) return;
      container.release();
      invocation.end();
      tell(outcome);
    };
    runAs(guest, () => {
      container.run(invocation, event).then(
        (result) => conclude({ kind: 'answered', result }),
        (error: unknown) => conclude({ kind: 'threw', error }),
      );
    });
    await invocation.settled();
  }

  #timeOut(invocation: Invocation, tell: (outcome: Outcome) => void): void {
    if (invocation.isOver) return;
    tell({ kind: 'timedOut' });
    if (!this.#deps.plan.strike('zombie', invocation.key)) invocation.end();
  }

  #containerFor(fn: DeployedFunction, key: string): Container {
    const { plan } = this.#deps;
    const containers = this.#containers.get(fn.name) ?? [];
    const warm = containers.find((c) => !c.isBusy);
    if (warm && !plan.strike('coldStart', key)) return warm;
    const made = this.#newContainer(fn, key);
    this.#containers.set(fn.name, [made, ...containers.filter((c) => c !== warm && !c.isDead)]);
    return made;
  }

  #newContainer(fn: DeployedFunction, key: string): Container {
    const { plan, timeline, seed, call } = this.#deps;
    const skewMs = plan.strike('clockSkewed', key)?.int(-MOST_SKEW_MS, MOST_SKEW_MS) ?? 0;
    const surroundings: Surroundings = {
      now: () => timeline.now,
      nextSerial: () => this.#serial++,
      chance: chanceOf(`${seed}|pace|${this.#made++}`),
      call,
      sleep: (invocation, ms) =>
        new Promise((resolve) => {
          invocation.park();
          timeline.in(ms, () => this.resume(invocation, resolve));
        }),
    };
    return new Container(fn, skewMs, surroundings);
  }
}
