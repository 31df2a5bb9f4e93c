import { jsonAnswer } from '../../support/simulated-aws/wire/answers.ts';
import type { WireAnswer } from '../../support/simulated-aws/wire/aws-call.ts';
import type { FaultPlan } from '../faults/fault-plan.ts';
import { Caller } from './caller.ts';
import { type Change, ChangeFeed } from './change-feed.ts';
import type { DeadLetters } from './dead-letters.ts';
import { edgeOf } from './edge.ts';
import { Firings } from './firings.ts';
import type { DeployedFunction } from './functions.ts';
import { Hops } from './hops.ts';
import type { Outcome } from './invocation.ts';
import { Lambda } from './lambda.ts';
import { MailReports } from './mail-reports.ts';
import { SimulatedAws } from './simulated-aws.ts';
import type { SimulatedCall } from './simulated-call.ts';
import { StreamMapping } from './stream-mapping.ts';
import type { Timeline } from './timeline.ts';
import type { Trace } from './trace.ts';
import { Uploads } from './uploads.ts';
import { WatchdogClock } from './watchdog-clock.ts';
import type { Witness } from './witness.ts';

export interface CloudDeps {
  readonly seed: string;
  readonly functions: ReadonlyMap<string, DeployedFunction>;
  readonly timeline: Timeline;
  readonly plan: FaultPlan;
  readonly trace: Trace;
  readonly witness: Witness;
}

/** The stack, deployed into a simulated AWS: services, functions, and what triggers them. */
export class Cloud {
  readonly aws: SimulatedAws;
  readonly caller: Caller;
  readonly uploads: Uploads;
  readonly #deps: CloudDeps;
  readonly #lambda: Lambda;
  readonly #mappings: readonly { readonly intents: readonly string[]; readonly mapping: StreamMapping }[];
  readonly #feed: ChangeFeed;
  readonly #watchdog: WatchdogClock;
  readonly #firings: Firings;
  readonly #hops: Hops;
  #commits = 0;

  constructor(deps: CloudDeps) {
    const { functions, timeline, witness } = deps;
    this.#deps = deps;
    this.#lambda = new Lambda({
      ...deps,
      call: edgeOf({ ...deps, serve: (...call) => this.#serve(...call), resume: (...step) => this.#lambda.resume(...step) }),
      onMetric: (...reported) => witness.onMetric(...reported),
    });
    const invoke = (functionName: string, event: unknown, key: string, onOutcome: (outcome: Outcome) => void) =>
      this.#lambda.invoke(functionName, event, key, (outcome) => {
        witness.onRan(functionName, outcome, key);
        onOutcome(outcome);
      });
    this.#hops = new Hops({ ...deps, invoke });
    const { letters, invokeLater } = this.#hops;
    const scheduler = () => this.aws.scheduler;
    this.#firings = new Firings({ ...deps, scheduler, invokeLater, onGivenUp: this.#hops.intoQueue('checkpoint-firings') });
    const listenerTo = (kind: string) => [...functions.values()].find(({ trigger }) => trigger === kind)?.name ?? '';
    const reports = new MailReports({ ...deps, listener: listenerTo('mailEvents'), invokeLater: this.#hops.rule('mail-events') });
    const onUploaded = witness.onUploaded.bind(witness);
    this.uploads = new Uploads({ ...deps, listener: listenerTo('upload'), invokeLater: this.#hops.rule('upload-events'), onUploaded });
    this.aws = new SimulatedAws(timeline, deps.plan, {
      onScheduled: (schedule) => this.#firings.plan(schedule),
      onAccepted: (acceptance) => {
        witness.onAccepted(acceptance);
        reports.follow(acceptance);
      },
      onPublished: (published) => witness.onPublished(published),
    });
    this.#mappings = [...functions.values()]
      .filter(({ intents }) => intents.length > 0)
      .map((fn) => ({
        intents: fn.intents,
        mapping: new StreamMapping(fn, { ...deps, invoke, onGivenUp: (...record) => letters.record(...record) }),
      }));
    this.#feed = new ChangeFeed(this.aws.database);
    this.#watchdog = new WatchdogClock(timeline, () => this.#hops.fire('watchdog'));
    this.caller = new Caller({
      ...deps,
      invoke,
      commits: () => this.#commits,
      onAsked: (request) => witness.onAsked(request),
      onAnswer: (answer, isUndisturbed) => witness.onAnswer(answer, isUndisturbed),
    });
  }

  /** Epoch ms of a policy's next schedule. */
  nextFiringOf(policyNumber: string): number | undefined {
    const ours = this.schedules().filter((s) => s.policyNumber === policyNumber && s.at > this.#deps.timeline.now);
    return ours.length > 0 ? Math.min(...ours.map(({ at }) => at)) : undefined;
  }

  /** Schedules that wait, by what they will say. */
  schedules(): readonly { readonly policyNumber: string; readonly generation: number; readonly at: number }[] {
    return this.aws.scheduler
      .waiting()
      .map(({ input, at }) => ({ ...(JSON.parse(input) as { readonly policyNumber: string; readonly generation: number }), at }));
  }

  /** `<policy>#<generation>` of schedules that were there and got lost by a fault. */
  destroyedSchedules(): ReadonlySet<string> {
    return this.#firings.destroyed;
  }

  /** A firing of a recurring schedule. */
  fire(functionName: string): Promise<void> {
    return this.#hops.fire(functionName);
  }

  get letters(): DeadLetters {
    return this.#hops.letters;
  }

  /** What is warm may have a clock that is minutes wrong. */
  replaceContainers(): void {
    this.#lambda.replaceContainers();
  }

  /** Runs a function as a person with the console does. */
  run(functionName: string): Promise<void> {
    const key = `${functionName}@${this.#deps.timeline.now}`;
    return this.#lambda.invoke(functionName, {}, key, (outcome) => this.#deps.witness.onRan(functionName, outcome, key));
  }

  /** Writes as somebody else did, outside of what is simulated. */
  write(operation: string, input: object): void {
    this.aws.database.handle(operation, input);
    this.#afterCommit();
  }

  #serve(call: SimulatedCall, key: string, answer: (answer: WireAnswer) => void): void {
    if (call.service === 'lambda') {
      this.#invokeFor(call, key, answer);
      return;
    }
    if (call.service === 's3') {
      answer(this.uploads.serve(call));
      return;
    }
    const served = this.aws.serve(call);
    if (call.service === 'dynamodb') this.#afterCommit();
    answer(served);
  }

  #invokeFor(
    { operation, functionName, payload }: Extract<SimulatedCall, { service: 'lambda' }>,
    key: string,
    answer: (answer: WireAnswer) => void,
  ): void {
    if (operation === 'Event') {
      this.#hops.invokeLater(functionName, payload, aboutOf(payload));
      answer(jsonAnswer('', 202));
      return;
    }
    const { timeline, witness } = this.#deps;
    timeline.in(0, () =>
      this.#lambda.invoke(functionName, JSON.parse(payload), `${functionName}<${key}`, (outcome) => {
        witness.onRan(functionName, outcome, key);
        answer(answerOf(outcome));
      }),
    );
  }

  #afterCommit(): void {
    const changes = this.#feed.news();
    if (changes.length === 0) return;
    this.#commits += 1;
    for (const change of changes) {
      this.#watchdog.observe(change);
      if (change.table === 'Outbox' && change.record.eventName === 'INSERT') this.#deliver(change);
    }
    this.#watchdog.arm();
    this.#deps.witness.onCommit(changes);
  }

  #deliver({ after, record }: Change): void {
    for (const { intents, mapping } of this.#mappings) if (intents.includes(String(after?.['kind']))) mapping.offer(record);
  }
}

/** Names an import that asked for another invocation, because it had no time left. */
export const GOES_ON = 'goes on';

/** A payload names a policy, an upload to go on with, or intents. */
function aboutOf(payload: string): string {
  const { policyNumber, uploadId } = JSON.parse(payload) as { readonly policyNumber?: string; readonly uploadId?: string };
  return policyNumber ?? (uploadId === undefined ? 'intents' : `${uploadId}/${GOES_ON}`);
}

const answerOf = (outcome: Outcome): WireAnswer =>
  outcome.kind === 'answered'
    ? jsonAnswer(JSON.stringify(outcome.result ?? null))
    : jsonAnswer({ errorType: outcome.kind }, 200, { 'x-amz-function-error': 'Unhandled' });
