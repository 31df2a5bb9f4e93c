import type { Published } from '../../support/simulated-aws/eventbridge/memory-bus.ts';
import type { Acceptance } from '../../support/simulated-aws/ses/memory-ses.ts';
import { jsonAnswer } from '../../support/simulated-aws/wire/answers.ts';
import type { AwsCall, WireAnswer } from '../../support/simulated-aws/wire/aws-call.ts';
import type { FaultPlan } from '../faults/fault-plan.ts';
import { AsyncInvocations } from './async-invocations.ts';
import { type ApiAnswer, type ApiRequest, Caller } from './caller.ts';
import { type Change, ChangeFeed } from './change-feed.ts';
import { edgeOf } from './edge.ts';
import { Firings } from './firings.ts';
import type { DeployedFunction } from './functions.ts';
import type { Outcome } from './invocation.ts';
import { Lambda } from './lambda.ts';
import { MailReports } from './mail-reports.ts';
import type { Metric } from './metric.ts';
import { SimulatedAws } from './simulated-aws.ts';
import { StreamMapping } from './stream-mapping.ts';
import type { Timeline } from './timeline.ts';
import type { Trace } from './trace.ts';
import { WatchdogClock } from './watchdog-clock.ts';

/** Who looks on. Told of everything in the moment it happens. */
export interface Witness {
  onCommit(changes: readonly Change[]): void;
  onAsked(request: ApiRequest): void;
  /** `isUndisturbed`: nothing was written while the request was on its way. */
  onAnswer(answer: ApiAnswer, isUndisturbed: boolean): void;
  onAccepted(acceptance: Acceptance): void;
  onPublished(published: Published): void;
  onRan(functionName: string, outcome: Outcome): void;
  onDeadLetter(functionName: string, key: string): void;
  /** `runsSince`: epoch ms, when the invocation began that reports it. */
  onMetric(metric: Metric, runsSince: number): void;
}

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
  readonly #deps: CloudDeps;
  readonly #lambda: Lambda;
  readonly #queue: AsyncInvocations;
  readonly #mappings: readonly { readonly intents: readonly string[]; readonly mapping: StreamMapping }[];
  readonly #feed: ChangeFeed;
  readonly #watchdog: WatchdogClock;
  readonly #firings: Firings;
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
        witness.onRan(functionName, outcome);
        onOutcome(outcome);
      });
    const onDeadLetter = witness.onDeadLetter.bind(witness);
    this.#queue = new AsyncInvocations({ ...deps, invoke, onDeadLetter });
    this.#firings = new Firings({ ...deps, scheduler: () => this.aws.scheduler, invokeLater: (...call) => this.#queue.accept(...call) });
    const listener = [...functions.values()].find(({ trigger }) => trigger === 'mailEvents')?.name ?? '';
    const reports = new MailReports({ ...deps, listener, invokeLater: (...call) => this.#queue.accept(...call) });
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
      .map((fn) => ({ intents: fn.intents, mapping: new StreamMapping(fn, { ...deps, invoke, onDeadLetter }) }));
    this.#feed = new ChangeFeed(this.aws.database);
    this.#watchdog = new WatchdogClock(timeline, () => invoke('watchdog', {}, `watchdog@${timeline.now}`, () => undefined));
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

  /** Runs a function as a person with the console does. */
  run(functionName: string): Promise<void> {
    return this.#lambda.invoke(functionName, {}, `${functionName}@${this.#deps.timeline.now}`, (outcome) =>
      this.#deps.witness.onRan(functionName, outcome),
    );
  }

  /** Writes as somebody else did, outside of what is simulated. */
  write(operation: string, input: object): void {
    this.aws.database.handle(operation, input);
    this.#afterCommit();
  }

  #serve(call: AwsCall, key: string, answer: (answer: WireAnswer) => void): void {
    if (call.service === 'lambda') {
      this.#invokeFor(call, key, answer);
      return;
    }
    const served = this.aws.serve(call);
    if (call.service === 'dynamodb') this.#afterCommit();
    answer(served);
  }

  #invokeFor(
    { operation, functionName, payload }: Extract<AwsCall, { service: 'lambda' }>,
    key: string,
    answer: (answer: WireAnswer) => void,
  ): void {
    if (operation === 'Event') {
      this.#queue.accept(functionName, payload, aboutOf(payload));
      answer(jsonAnswer('', 202));
      return;
    }
    const { timeline, witness } = this.#deps;
    timeline.in(0, () =>
      this.#lambda.invoke(functionName, JSON.parse(payload), `${functionName}<${key}`, (outcome) => {
        witness.onRan(functionName, outcome);
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

/** A payload names a policy, or intents. */
function aboutOf(payload: string): string {
  const { policyNumber } = JSON.parse(payload) as { readonly policyNumber?: string };
  return policyNumber ?? 'intents';
}

const answerOf = (outcome: Outcome): WireAnswer =>
  outcome.kind === 'answered'
    ? jsonAnswer(JSON.stringify(outcome.result ?? null))
    : jsonAnswer({ errorType: outcome.kind }, 200, { 'x-amz-function-error': 'Unhandled' });
