import { expect, test } from 'vitest';
import type { Pace } from '../../../infra/local/clock/timekeeper.ts';
import { fireSchedule } from '../../../infra/local/scheduler/firing.ts';
import type { Schedule, ScheduleRequest } from '../../../infra/local/scheduler/schedule.ts';
import { loadState } from '../../../infra/local/state/local-state.ts';
import { forgetfulLog } from '../../../infra/local/state/state-log.ts';

const at = (text: string): number => Date.parse(`2027-01-${text}:00Z`);
const iso = (ms: number | null | undefined): string | null | undefined => (typeof ms === 'number' ? new Date(ms).toISOString() : ms);

const scheduleOf = (request: Partial<ScheduleRequest>, times: Pick<Schedule, 'nextMs'> & Partial<Schedule>): Schedule => ({
  groupName: 'default',
  name: 'cp-1',
  request: {
    ScheduleExpression: 'rate(5 minutes)',
    ScheduleExpressionTimezone: 'UTC',
    State: 'ENABLED',
    ActionAfterCompletion: 'NONE',
    FlexibleTimeWindow: { Mode: 'OFF' },
    Target: { Arn: 'arn:aws:lambda:eu-central-1:000000000000:function:premium-control-watchdog:live', RoleArn: 'role' },
    ...request,
  },
  createdMs: at('01T00:00'),
  modifiedMs: at('01T00:00'),
  ...times,
});

const fire = (schedule: Schedule, nowMs: number, pace: Pace | null = null) => {
  const state = loadState(forgetfulLog);
  state.commit({ kind: 'schedule', schedule });
  const started: string[] = [];
  const invocations = {
    accept: () => {},
    start: ({ payload }: { payload: string }) => void started.push(payload),
    isRunning: () => false,
    runningCount: () => 0,
    idle: async () => {},
  };
  const hasFired = fireSchedule({ state, clock: { now: () => nowMs }, invocations, remind: () => {} }, schedule, pace);
  const [kept] = state.schedules.values();
  return { hasFired, started, kept, queued: [...state.invocations.values()] };
};

test('a one-time schedule fires and is deleted, when it asks for that, else kept without a next time', () => {
  const once = { ScheduleExpression: 'at(2027-01-02T08:00:00)' };
  const deleted = fire(scheduleOf({ ...once, ActionAfterCompletion: 'DELETE' }, { nextMs: at('02T08:00') }), at('02T08:00'));
  expect(deleted).toMatchObject({ hasFired: true, kept: undefined, queued: [{ functionName: 'watchdog', attempt: 1 }] });
  const kept = fire(scheduleOf(once, { nextMs: at('02T08:00') }), at('02T08:00'));
  expect(kept).toMatchObject({ hasFired: true, kept: { nextMs: null } });
});

test('a recurring schedule goes on; what was missed is not made up for', () => {
  const { kept } = fire(scheduleOf({}, { nextMs: at('01T00:05') }), at('02T08:03'));
  expect(iso(kept?.nextMs)).toBe('2027-01-02T08:05:00.000Z');
});

test('a recurring schedule is over after its end', () => {
  const EndDate = at('01T00:10') / 1000;
  const over = fire(scheduleOf({ EndDate, ActionAfterCompletion: 'DELETE' }, { nextMs: at('01T00:10') }), at('01T00:10'));
  expect(over.kept).toBeUndefined();
});

test('context attributes are filled into the input', () => {
  const Input = '{"at":"<aws.scheduler.scheduled-time>","id":"<aws.scheduler.execution-id>","attempt":<aws.scheduler.attempt-number>}';
  const { Target } = scheduleOf({}, { nextMs: null }).request;
  const { started } = fire(scheduleOf({ Target: { ...Target, Input } }, { nextMs: at('01T00:05') }), at('01T00:05') + 700);
  expect(JSON.parse(started[0] ?? '')).toEqual({ at: '2027-01-01T00:05:00Z', id: expect.stringMatching(/^[0-9a-f-]{36}$/), attempt: 1 });
});

const DAY = 24 * 3_600_000;

test.each([
  ['fired less than a step ago: a step after that', '01T08:05', '01T08:00', '03T07:02', '2027-01-02T08:00:00.000Z'],
  ['the move ends before: its last occurrence', '02T08:05', '02T08:00', '03T07:02', '2027-01-03T07:00:00.000Z'],
  ['the move ends at an occurrence', '02T08:05', '02T08:00', '02T20:00', '2027-01-02T20:00:00.000Z'],
])('under a pace: %s', (_, due, fired, until, expected) => {
  const schedule = scheduleOf({}, { nextMs: at(due), lastMs: at(fired) });
  const { hasFired, kept } = fire(schedule, at(due), { stepMs: DAY, untilMs: at(until) });
  expect(hasFired).toBe(false);
  expect(iso(kept?.nextMs)).toBe(expected);
});

test.each([
  ['that never fired', '01T08:05', undefined, '03T07:02'],
  ['that fired a step ago', '02T08:00', '01T08:00', '03T07:02'],
  ['whose last time before the end this is', '03T07:00', '02T08:00', '03T07:02'],
])('under a pace one fires %s', (_, due, fired, until) => {
  const schedule = scheduleOf({}, { nextMs: at(due), ...(fired !== undefined && { lastMs: at(fired) }) });
  expect(fire(schedule, at(due), { stepMs: DAY, untilMs: at(until) }).hasFired).toBe(true);
});

test('a daily cron keeps its own times under a pace', () => {
  const request = { ScheduleExpression: 'cron(0 9 * * ? *)' };
  const schedule = scheduleOf(request, { nextMs: at('02T09:00'), lastMs: at('01T09:00') });
  expect(fire(schedule, at('02T09:00') + 40_000, { stepMs: DAY, untilMs: at('20T00:00') })).toMatchObject({
    hasFired: true,
    kept: { lastMs: at('02T09:00'), nextMs: at('03T09:00') },
  });
});
