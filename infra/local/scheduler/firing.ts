import { randomUUID } from 'node:crypto';
import { formatInstant } from '../../../shared/domain/zone.ts';
import { ACCOUNT, functionNameOf, REGION, scheduleArn } from '../arns.ts';
import type { Appointment } from '../clock/agenda.ts';
import type { Clock } from '../clock/movable-clock.ts';
import type { Pace } from '../clock/timekeeper.ts';
import { type AsyncInvocations, newInvocation } from '../lambda/async-invocations.ts';
import type { LocalState } from '../state/local-state.ts';
import type { StateRecord } from '../state/records.ts';
import { isRecurring, type Schedule, scheduleKey, scheduleOccurrenceFrom } from './schedule.ts';

export interface FiringDeps {
  readonly state: LocalState;
  readonly clock: Clock;
  readonly invocations: AsyncInvocations;
  remind(appointment: Appointment): void;
}

/**
 * Fires a schedule: its target is invoked asynchronously, and the schedule moves on to its next time or, when there is none,
 * is deleted or kept as it asks. Both are one line of the log, so a crash leaves it either waiting or fired.
 */
export const fireSchedule = ({ state, clock, invocations, remind }: FiringDeps, schedule: Schedule, pace: Pace | null): void => {
  const { Arn } = schedule.request.Target;
  const invocation = newInvocation(functionNameOf(Arn), payloadOf(schedule), arnOf(schedule), clock.now());
  const next = { ...schedule, nextMs: isRecurring(schedule) ? followingMs(schedule, clock.now(), pace) : null };
  state.commit({ kind: 'invocation', invocation }, afterwards(next));
  if (next.nextMs !== null) remind({ atMs: next.nextMs, kind: 'schedule', key: scheduleKey(next) });
  invocations.start(invocation);
};

const arnOf = ({ groupName, name }: Schedule): string => scheduleArn(groupName, name);

const afterwards = (schedule: Schedule): StateRecord =>
  schedule.nextMs === null && schedule.request.ActionAfterCompletion === 'DELETE'
    ? { kind: 'scheduleDeleted', key: scheduleKey(schedule) }
    : { kind: 'schedule', schedule };

/**
 * The next time after a firing. Missed ones are not made up for. Under a pace: the first that is a step away, else the last
 * one before the move ends. Every 5 minutes, step 6 h, fired 08:00, until 15:02 → 14:00, then 15:00.
 */
const followingMs = (schedule: Schedule, firedMs: number, pace: Pace | null): number | null => {
  const following = scheduleOccurrenceFrom(schedule, firedMs + 1);
  if (pace === null) return following;
  const paced = scheduleOccurrenceFrom(schedule, firedMs + pace.stepMs);
  return paced !== null && paced <= pace.untilMs ? paced : lastThrough(schedule, following, pace.untilMs);
};

/** The last occurrence that is not after `untilMs`; the first one given when even that is after. Bounded by a pace's step: 360 minutes. */
const lastThrough = (schedule: Schedule, firstMs: number | null, untilMs: number): number | null => {
  let last = firstMs;
  for (let next = firstMs; next !== null && next <= untilMs; next = scheduleOccurrenceFrom(schedule, next + 1)) last = next;
  return last;
};

/** The input with the context attributes filled in; without input, the notification that EventBridge Scheduler sends by default. */
const payloadOf = (schedule: Schedule): string => {
  const { Input } = schedule.request.Target;
  const scheduledTime = formatInstant(schedule.nextMs ?? 0);
  const executionId = randomUUID();
  if (Input === undefined) return JSON.stringify(defaultNotification(schedule, scheduledTime, executionId));
  return Input.replaceAll('<aws.scheduler.schedule-arn>', arnOf(schedule))
    .replaceAll('<aws.scheduler.scheduled-time>', scheduledTime)
    .replaceAll('<aws.scheduler.execution-id>', executionId)
    .replaceAll('<aws.scheduler.attempt-number>', '1');
};

const defaultNotification = (schedule: Schedule, time: string, id: string) => ({
  version: '0',
  id,
  'detail-type': 'Scheduled Event',
  source: 'aws.scheduler',
  account: ACCOUNT,
  time,
  region: REGION,
  resources: [arnOf(schedule)],
  detail: '{}',
});
