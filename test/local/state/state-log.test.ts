import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Schedule } from '../../../infra/local/scheduler/schedule.ts';
import { loadState } from '../../../infra/local/state/local-state.ts';
import { openStateLog } from '../../../infra/local/state/state-log.ts';

const newFile = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'state-log-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'state.jsonl');
};

const schedule = (name: string, nextMs: number | null): Schedule => ({
  groupName: 'default',
  name,
  request: {
    ScheduleExpression: 'rate(1 day)',
    ScheduleExpressionTimezone: 'UTC',
    State: 'ENABLED',
    ActionAfterCompletion: 'NONE',
    FlexibleTimeWindow: { Mode: 'OFF' },
    Target: { Arn: 'arn', RoleArn: 'role' },
  },
  createdMs: 1,
  modifiedMs: 1,
  nextMs,
});

const invocation = { id: 'i-1', functionName: 'watchdog', payload: '{}', origin: 'invoke', attempt: 1, dueMs: 5 };

test('what was committed is there after a restart, the last word on each thing', () => {
  const file = newFile();
  const state = loadState(openStateLog(file));
  state.commit(
    { kind: 'clock', offsetMs: 10 },
    { kind: 'schedule', schedule: schedule('a', 1) },
    { kind: 'schedule', schedule: schedule('b', 2) },
  );
  state.commit({ kind: 'invocation', invocation }, { kind: 'schedule', schedule: schedule('a', 3) });
  state.commit({ kind: 'scheduleDeleted', key: 'default/b' }, { kind: 'clock', offsetMs: 20 });

  const again = loadState(openStateLog(file));
  expect(again.clockOffsetMs()).toBe(20);
  expect([...again.schedules]).toEqual([['default/a', schedule('a', 3)]]);
  expect([...again.invocations.values()]).toEqual([invocation]);
});

test('a start cuts the log down to what still counts', () => {
  const file = newFile();
  const state = loadState(openStateLog(file));
  for (let offsetMs = 0; offsetMs < 1_000; offsetMs++) state.commit({ kind: 'clock', offsetMs });
  loadState(openStateLog(file));
  expect(readFileSync(file, 'utf8')).toBe('{"kind":"clock","offsetMs":999}\n');
});

test('a line that was torn by a crash is left out, and the next one is not lost with it', () => {
  const file = newFile();
  loadState(openStateLog(file)).commit({ kind: 'clock', offsetMs: 7 });
  appendFileSync(file, '{"kind":"clock","off');
  const state = loadState(openStateLog(file));
  expect(state.clockOffsetMs()).toBe(7);
  state.commit({ kind: 'clock', offsetMs: 8 });
  expect(loadState(openStateLog(file)).clockOffsetMs()).toBe(8);
});

test('a log that is damaged inside is not guessed at', () => {
  const file = newFile();
  writeFileSync(file, 'what?\n{"kind":"clock","offsetMs":1}\n');
  expect(() => loadState(openStateLog(file))).toThrow(`${file}:1 can't be read`);
});

test('the latest 10,000 events are kept', () => {
  const state = loadState(openStateLog(newFile()));
  const event = (id: number) => ({
    version: '0' as const,
    id: String(id),
    'detail-type': 'PolicySuspended',
    source: 'test',
    account: '0',
    time: '',
    region: '',
    resources: [],
    detail: {},
    eventBusName: 'bus',
  });
  state.commit(...Array.from({ length: 10_002 }, (_, id) => ({ kind: 'event', event: event(id) }) as const));
  expect(state.events).toHaveLength(10_000);
  expect(state.events[0]?.id).toBe('2');
});
