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

const HOUR_MS = 3_600_000;

export interface FiringDeps {
  readonly state: LocalState;
  readonly clock: Clock;
  readonly invocations: AsyncInvocations;
  remind(appointment: Appointment): void;
}

/**
 * Fires a schedule: its target is invoked asynchronously, and the schedule moves on to its next time or, when there is none,
 * is deleted or kept as it asks. Both are written at once, so a crash leaves it either waiting or fired. False: under the
 * pace it was too early, and now waits for later.
 */
export const fireSchedule = (deps: FiringDeps, schedule: Schedule, pace: Pace | null): boolean => {
  const { clock, invocations } = deps;
  const laterMs = pace === null ? null : deferredMs(schedule, pace);
  if (laterMs !== null) {
    moveOn(deps, { ...schedule, nextMs: laterMs });
    return false;
  }
  const firedMs = clock.now();
  const { Arn } = schedule.request.Target;
  const invocation = newInvocation(functionNameOf(Arn), payloadOf(schedule), arnOf(schedule), firedMs);
  const nextMs = isRecurring(schedule) ? scheduleOccurrenceFrom(schedule, firedMs + 1) : null; // missed ones are not made up for
  moveOn(deps, { ...schedule, nextMs, lastMs: schedule.nextMs ?? firedMs }, { kind: 'invocation', invocation });
  invocations.start(invocation);
  return true;
};

const arnOf = ({ groupName, name }: Schedule): string => scheduleArn(groupName, name);

const moveOn = ({ state, remind }: FiringDeps, schedule: Schedule, ...alongside: readonly StateRecord[]): void => {
  const isOver = schedule.nextMs === null && schedule.request.ActionAfterCompletion === 'DELETE';
  state.commit(...alongside, isOver ? { kind: 'scheduleDeleted', key: scheduleKey(schedule) } : { kind: 'schedule', schedule });
  if (schedule.nextMs !== null) remind({ atMs: schedule.nextMs, kind: 'schedule', key: scheduleKey(schedule) });
};

/**
 * When a recurring schedule that fired less than a step ago should fire instead: a step after it did, or as the last time
 * before the move ends. null: now. Every 5 minutes, step 24 h, fired on the 1st at 08:00, move until the 3rd 07:02: asked on the
 * 1st at 08:05 → the 2nd at 08:00; asked on the 2nd at 08:05 → the 3rd at 07:00.
 */
const deferredMs = (schedule: Schedule, { stepMs, untilMs }: Pace): number | null => {
  const { nextMs, lastMs } = schedule;
  if (!isRecurring(schedule) || nextMs === null || lastMs === undefined) return null;
  const steppedMs = scheduleOccurrenceFrom(schedule, lastMs + stepMs);
  const laterMs = steppedMs !== null && steppedMs <= untilMs ? steppedMs : lastOccurrence(schedule, nextMs, untilMs);
  return laterMs > nextMs ? laterMs : null;
};

/** The last occurrence that is not after `untilMs`, and not before the first. Looked for in the last hour to begin with: most are there. */
const lastOccurrence = (schedule: Schedule, firstMs: number, untilMs: number): number => {
  const lateMs = scheduleOccurrenceFrom(schedule, Math.max(firstMs, untilMs - HOUR_MS));
  let lastMs = firstMs;
  const fromMs = lateMs !== null && lateMs <= untilMs ? lateMs : firstMs;
  for (let ms: number | null = fromMs; ms !== null && ms <= untilMs; ms = scheduleOccurrenceFrom(schedule, ms + 1)) lastMs = ms;
  return lastMs;
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
