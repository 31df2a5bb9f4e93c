import type { LocalFunction } from './application.ts';
import { CHECKPOINT_GROUP } from './arns.ts';
import type { Appointment } from './clock/agenda.ts';
import type { MovableClock } from './clock/movable-clock.ts';
import { createTimekeeper, type Timekeeper } from './clock/timekeeper.ts';
import { type AsyncInvocations, asyncInvocations } from './lambda/async-invocations.ts';
import type { LambdaFunction } from './lambda/lambda-function.ts';
import { fireSchedule } from './scheduler/firing.ts';
import { ensureRecurringSchedules } from './scheduler/recurring-schedules.ts';
import { DEFAULT_GROUP, scheduleKey } from './scheduler/schedule.ts';
import { type ScheduleGroups, scheduleGroupsOf } from './scheduler/schedule-groups.ts';
import { type Schedules, schedulesOf } from './scheduler/schedules.ts';
import type { LocalState } from './state/local-state.ts';
import { type OutboxPoller, outboxPoller } from './streams/outbox-poller.ts';
import type { ShardReader } from './streams/shard-reader.ts';

export interface MachineryDeps {
  readonly state: LocalState;
  readonly clock: MovableClock;
  readonly functions: ReadonlyMap<string, LambdaFunction>;
  readonly declarations: Readonly<Record<string, LocalFunction>>;
  readonly reader: ShardReader;
  readonly streamArn: string;
}

/** What makes things happen by themselves: schedules, asynchronous invocations and the Outbox, all on one clock. */
export interface Machinery {
  readonly timekeeper: Timekeeper;
  readonly invocations: AsyncInvocations;
  readonly poller: OutboxPoller;
  readonly schedules: Schedules;
  readonly groups: ScheduleGroups;
  start(): void;
  stop(): Promise<void>;
}

export const buildMachinery = (deps: MachineryDeps): Machinery => {
  const { state, clock, functions } = deps;
  const poller = outboxPoller({ ...deps, isBusy: () => invocations.runningCount() > 0 });
  const timekeeper: Timekeeper = createTimekeeper({
    clock,
    isStill: (appointment) => isStill(state, invocations, appointment),
    fire: ({ kind, key }, pace) => {
      const schedule = kind === 'schedule' ? state.schedules.get(key) : undefined;
      if (schedule !== undefined) return fireSchedule({ state, clock, invocations, remind: timekeeper.remind }, schedule, pace);
      const invocation = state.invocations.get(key);
      if (invocation !== undefined) invocations.start(invocation);
      return false;
    },
    quiet: () => quiet(invocations, poller),
    onMoved: () => state.commit({ kind: 'clock', offsetMs: clock.offsetMs() }),
  });
  const { remind } = timekeeper;
  const invocations = asyncInvocations({ state, clock, functions, remind, onFinished: poller.nudge });
  const schedules = schedulesOf({ state, clock, remind });
  const groups = scheduleGroupsOf({ state, clock });

  const start = () => {
    for (const { dueMs, id } of state.invocations.values()) remind({ atMs: dueMs, kind: 'invocation', key: id });
    for (const schedule of state.schedules.values()) {
      if (schedule.nextMs !== null) remind({ atMs: schedule.nextMs, kind: 'schedule', key: scheduleKey(schedule) });
    }
    for (const group of [DEFAULT_GROUP, CHECKPOINT_GROUP]) groups.ensure(group);
    ensureRecurringSchedules({ state, schedules, groups }, deps.declarations);
    timekeeper.start();
    poller.start();
  };

  return { timekeeper, invocations, poller, schedules, groups, start, stop: () => stop(timekeeper, invocations, poller) };
};

/** A schedule that was changed or deleted since, or an invocation that runs or has ended, has no appointment any more. */
const isStill = (state: LocalState, invocations: AsyncInvocations, { kind, key, atMs }: Appointment): boolean =>
  kind === 'schedule'
    ? state.schedules.get(key)?.nextMs === atMs
    : state.invocations.get(key)?.dueMs === atMs && !invocations.isRunning(key);

/** Functions write to the Outbox, whose items run functions: quiet is when neither has anything left. */
const quiet = async (invocations: AsyncInvocations, poller: OutboxPoller): Promise<void> => {
  do await invocations.idle();
  while ((await poller.drain()) > 0 || invocations.runningCount() > 0);
};

const PATIENCE_MS = 5_000;

/** What runs may end; what doesn't in time stays in the log and runs again at the next start. */
const stop = async (timekeeper: Timekeeper, invocations: AsyncInvocations, poller: OutboxPoller): Promise<void> => {
  timekeeper.stop();
  const patience = Promise.withResolvers<void>();
  const timer = setTimeout(patience.resolve, PATIENCE_MS);
  await Promise.race([Promise.all([invocations.idle(), poller.stop()]), patience.promise]);
  clearTimeout(timer);
};
