import type { DeadLetterHop } from '../../../infra/constructs/dead-letter-queue.ts';
import type { Published } from '../../support/simulated-aws/eventbridge/memory-bus.ts';
import type { Acceptance } from '../../support/simulated-aws/ses/memory-ses.ts';
import { jsonAnswer } from '../../support/simulated-aws/wire/answers.ts';
import type { WireAnswer } from '../../support/simulated-aws/wire/aws-call.ts';
import type { FaultPlan } from '../faults/fault-plan.ts';
import { AsyncInvocations } from './async-invocations.ts';
import { type ApiAnswer, type ApiRequest, Caller } from './caller.ts';
import { type Change, ChangeFeed } from './change-feed.ts';
import { DeadLetters, type GivenUp } from './dead-letters.ts';
import { edgeOf } from './edge.ts';
import { eventRule } from './event-rule.ts';
import { Firings } from './firings.ts';
import type { DeployedFunction } from './functions.ts';
import type { Outcome } from './invocation.ts';
import { Lambda } from './lambda.ts';
import { MailReports } from './mail-reports.ts';
import type { Metric } from './metric.ts';
import { SimulatedAws } from './simulated-aws.ts';
import type { SimulatedCall } from './simulated-call.ts';
import { StreamMapping } from './stream-mapping.ts';
import type { Timeline } from './timeline.ts';
import type { Trace } from './trace.ts';
import { Uploads } from './uploads.ts';
import { WatchdogClock } from './watchdog-clock.ts';

/** Who looks on. Told of everything in the moment it happens. */
export interface Witness {
  onCommit(changes: readonly Change[]): void;
  onAsked(request: ApiRequest): void;
  /** `isUndisturbed`: nothing was written while the request was on its way. */
  onAnswer(answer: ApiAnswer, isUndisturbed: boolean): void;
  onAccepted(acceptance: Acceptance): void;
  /** A file is in the bucket. */
  onUploaded(uploadId: string): void;
  onPublished(published: Published): void;
  onRan(functionName: string, outcome: Outcome, key: string): void;
  onGivenUp(givenUp: GivenUp): void;
  onReplayed(key: string): void;
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
  readonly #uploads: Uploads;
  readonly #letters: DeadLetters;
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
    this.#letters = new DeadLetters({
      ...deps,
      invoke,
      onGivenUp: (givenUp) => witness.onGivenUp(givenUp),
      onReplayed: (key) => witness.onReplayed(key),
    });
    const intoQueue = (hop: DeadLetterHop) => (functionName: string, payload: string, key: string) =>
      this.#letters.event(hop, functionName, payload, key);
    this.#queue = new AsyncInvocations({ ...deps, invoke, onGivenUp: (...failed) => this.#letters.invocation(...failed) });
    const invokeLater = (...call: Parameters<AsyncInvocations['accept']>) => this.#queue.accept(...call);
    const scheduler = () => this.aws.scheduler;
    this.#firings = new Firings({ ...deps, scheduler, invokeLater, onGivenUp: intoQueue('checkpoint-firings') });
    const rule = (hop: DeadLetterHop) => eventRule({ ...deps, invokeLater, onGivenUp: intoQueue(hop) });
    const listenerTo = (kind: string) => [...functions.values()].find(({ trigger }) => trigger === kind)?.name ?? '';
    const reports = new MailReports({ ...deps, listener: listenerTo('mailEvents'), invokeLater: rule('mail-events') });
    const onUploaded = witness.onUploaded.bind(witness);
    this.#uploads = new Uploads({ ...deps, listener: listenerTo('upload'), invokeLater: rule('upload-events'), onUploaded });
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
        mapping: new StreamMapping(fn, { ...deps, invoke, onGivenUp: (...record) => this.#letters.record(...record) }),
      }));
    this.#feed = new ChangeFeed(this.aws.database);
    this.#watchdog = new WatchdogClock(timeline, () => this.#queue.acceptNow('watchdog', {}, `watchdog@${timeline.now}`));
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
    const { now } = this.#deps.timeline;
    const event = { source: 'aws.scheduler', time: new Date(now).toISOString() };
    return this.#queue.acceptNow(functionName, event, `${functionName}@${now}`);
  }

  /** Replays every dead letter. */
  replayLetters(): void {
    this.#letters.replayAll();
  }

  /** What is still in the queues of dead letters. */
  lettersLeft(): readonly GivenUp[] {
    return this.#letters.left();
  }

  /** Runs a function as a person with the console does. */
  run(functionName: string): Promise<void> {
    const key = `${functionName}@${this.#deps.timeline.now}`;
    return this.#lambda.invoke(functionName, {}, key, (outcome) => this.#deps.witness.onRan(functionName, outcome, key));
  }

  /** PUTs a file to an address that the API gave out; false: no answer. */
  put(url: string, content: string): boolean {
    return this.#uploads.put(url, content);
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
      answer(this.#uploads.serve(call));
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
      this.#queue.accept(functionName, payload, aboutOf(payload));
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
