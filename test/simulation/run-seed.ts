import { Auditor } from './auditor/auditor.ts';
import type { Finding } from './auditor/finding.ts';
import type { ApiAnswer, ApiRequest } from './engine/caller.ts';
import { chanceOf } from './engine/chance.ts';
import { Cloud } from './engine/cloud.ts';
import type { DeployedFunction } from './engine/functions.ts';
import { Timeline } from './engine/timeline.ts';
import { Trace } from './engine/trace.ts';
import { FaultPlan, type Strike, type Swarm } from './faults/fault-plan.ts';
import { witnessOf } from './onlookers.ts';
import { Seen } from './seen.ts';
import { Participants } from './workload/participants.ts';
import { type Action, scenarioOf } from './workload/scenario.ts';
import { Uploader } from './workload/uploader.ts';

export interface SeedOptions {
  readonly seed: string;
  readonly policies: number;
  readonly days: number;
  /** Only these faults strike, only these actions are done: for shrinking. */
  readonly faults?: ReadonlySet<string>;
  readonly actions?: ReadonlySet<string>;
  readonly swarm?: Swarm;
}

export interface SeedResult {
  readonly findings: readonly Finding[];
  readonly struck: readonly Strike[];
  readonly actions: readonly string[];
  readonly steps: number;
  readonly seen: Seen;
  readonly trace: Trace;
}

const DAY = 86_400_000;

/** After the last fault the system is left alone for so long; then everything must be as it should. */
const REST_DAYS = 10;

/** So often the system's own audit of the books is run at the end, and must agree with the auditor here. */
const AUDITED = 0.25;
const AUDIT_TIME = 300_000;

/** Until all clients are assessed, and the policies of those who are served otherwise have been looked at. */
const REASSESS_TIME = 3_600_000;

/** Lives through one seed, and stops at the first finding. Same options, same result, to the last bit. */
export async function runSeed(functions: ReadonlyMap<string, DeployedFunction>, options: SeedOptions): Promise<SeedResult> {
  const { seed, days } = options;
  const scenario = scenarioOf(options);
  const timeline = new Timeline(scenario.start);
  const trace = new Trace(() => timeline.now, 400);
  const plan = new FaultPlan({
    seed,
    ...(options.faults ? { only: options.faults } : {}),
    ...(options.swarm ? { swarm: options.swarm } : {}),
  });
  const auditor = new Auditor(() => timeline.now);
  const seen = new Seen();
  const actions = scenario.actions.filter(({ request }) => options.actions?.has(request.key) !== false);
  const done = new Set(actions.map(({ request }) => request.key));
  const ask = (request: ApiRequest) => {
    if (options.actions?.has(request.key) === false) return Promise.resolve();
    done.add(request.key);
    return cloud.caller.ask(request);
  };
  const participants = new Participants({
    seed,
    timeline,
    ask,
    isAccepted: (noticeId) => auditor.isAccepted(noticeId),
    write: (operation, input) => cloud.write(operation, input),
  });
  const uploader = new Uploader({ seed, timeline, ask, put: (url, content) => cloud.uploads.put(url, content) });
  const next = new Map(actions.map((action) => [action.request.key, action.next]));
  const followUp = (answer: ApiAnswer) => {
    uploader.receive(answer);
    const request = next.get(answer.request.key)?.(answer);
    if (request) timeline.in(0, () => ask(request));
  };
  const cloud = new Cloud({ seed, functions, timeline, plan, trace, witness: witnessOf({ auditor, seen, trace, participants, followUp }) });
  for (const action of actions) timeline.at(action.at, () => perform(cloud, timeline, action));
  const isRemodelled = actions.some(({ request }) => request.key === 'put-model-2');
  const isSound = () => auditor.findings.length === 0;
  const rest = scenario.start + days * DAY;
  const proceed = (until: number) => goOn(timeline, until, isSound);
  const reassess = async () => {
    for (const day of [2, 3]) {
      await proceed(rest + day * DAY);
      await cloud.fire('reassess'); // the first may only take up a run that died
    }
    await proceed(rest + 3 * DAY + REASSESS_TIME);
    if (isSound()) auditor.afterReassessment();
  };
  await proceed(rest);
  if (isSound()) {
    trace.note('from here on nothing goes wrong');
    plan.calm();
    cloud.replaceContainers();
    cloud.letters.replayAll();
    await cloud.caller.insist();
    await proceed(rest + DAY);
    cloud.letters.replayAll(); // of what was on its way still
    if (isRemodelled) await reassess();
    await proceed(rest + REST_DAYS * DAY);
    if (chanceOf(`${seed}|audit`).is(AUDITED)) await cloud.run('audit');
    await proceed(rest + REST_DAYS * DAY + AUDIT_TIME);
  }
  if (isSound())
    auditor.atRest({
      schedules: cloud.schedules(),
      destroyed: cloud.destroyedSchedules(),
      letters: cloud.letters.left(),
    });
  for (const { invariant, what } of auditor.findings) trace.note(`INVARIANT ${invariant}: ${what}`);
  return {
    findings: auditor.findings,
    struck: plan.struck,
    actions: [...done],
    steps: timeline.steps,
    seen,
    trace,
  };
}

async function goOn(timeline: Timeline, until: number, isSound: () => boolean): Promise<void> {
  for (let next = timeline.next(); next !== undefined && next <= until && isSound(); next = timeline.next()) await timeline.step();
}

/** A racing action waits for the policy's next checkpoint, and comes a moment before or after it. */
function perform(cloud: Cloud, timeline: Timeline, { request, racing }: Action): Promise<void> {
  const next = racing ? cloud.nextFiringOf(racing) : undefined;
  if (next === undefined || next > timeline.now + 15 * DAY) return cloud.caller.ask(request);
  timeline.at(next + chanceOf(request.key).int(-2_000, 70_000), () => cloud.caller.ask(request));
  return Promise.resolve();
}
