import { beforeEach, expect, test } from 'vitest';
import { functionArn } from '../../../infra/local/arns.ts';
import { checkpointSchedules } from '../../../shared/adapters/scheduler/checkpoint-schedules.ts';
import { schedulerClient } from '../../../shared/adapters/scheduler/scheduler-client.ts';
import type { WakeUp } from '../../../shared/ports/checkpoint-wake-ups.ts';
import { MemoryScheduler, type Schedule } from '../../support/simulated-aws/scheduler/memory-scheduler.ts';
import { restError } from '../../support/simulated-aws/wire/answers.ts';
import type { AwsCall, WireAnswer } from '../../support/simulated-aws/wire/aws-call.ts';
import { connectionTo } from '../../support/simulated-aws/wire/connection.ts';

const NOW = Date.parse('2026-11-17T07:00:00Z');
const FUNCTION = functionArn('run-checkpoint');
const ARN = { group: 'checkpoints', functionArn: FUNCTION, roleArn: 'arn:aws:iam::1:role/r', deadLetterArn: 'arn:aws:sqs:::q' };

let created: Schedule[];
let inputs: object[];
let invoked: WakeUp[];
let scheduler: MemoryScheduler;
beforeEach(() => {
  created = [];
  inputs = [];
  invoked = [];
  scheduler = new MemoryScheduler((schedule) => created.push(schedule));
});

function serve(call: AwsCall): WireAnswer {
  if (call.service !== 'scheduler') throw new Error('nobody else is asked');
  inputs.push(call.input);
  return scheduler.serve(call, NOW);
}

const ensuring = (now = NOW, answer = serve) =>
  checkpointSchedules({
    scheduler: schedulerClient(connectionTo(async (call) => answer(call))),
    target: ARN,
    clock: { now: () => now },
    invoke: async (wakeUp) => void invoked.push(wakeUp),
  });

const wakeUp = (different: Partial<WakeUp> = {}): WakeUp => ({
  policyNumber: 'ДОГ/2026-№7',
  clientId: 'C-1',
  generation: 1,
  at: NOW + 12 * 60_000,
  ...different,
});

test('a time to come is scheduled once, however often it is asked for, and deleted when it has fired', async () => {
  await ensuring().ensure(wakeUp());
  await ensuring().ensure(wakeUp());
  expect(created).toHaveLength(1);
  expect(created[0]).toMatchObject({ at: wakeUp().at, functionName: 'run-checkpoint' });
  expect(inputs[0]).toMatchObject({ ActionAfterCompletion: 'DELETE', ScheduleExpressionTimezone: 'UTC' });
  expect(invoked).toEqual([]);
});

test('another generation is another schedule', async () => {
  await ensuring().ensure(wakeUp());
  await ensuring().ensure(wakeUp({ generation: 2, at: NOW + 60 * 60_000 }));
  expect(created.map(({ at }) => at)).toEqual([NOW + 12 * 60_000, NOW + 60 * 60_000]);
  expect(new Set(created.map(({ name }) => name)).size).toBe(2);
});

test('a time that has passed is run at once, and the Scheduler is not asked', async () => {
  await ensuring().ensure(wakeUp({ at: NOW }));
  expect([invoked.length, inputs]).toEqual([1, []]);
});

test('a time that passes on the way is run at once', async () => {
  await ensuring(NOW - 20_000).ensure(wakeUp({ at: NOW - 1_000 }));
  expect([invoked.length, created]).toEqual([1, []]);
});

test('a refusal of something else is a fault', async () => {
  await expect(ensuring(NOW, () => restError('ValidationException', 400, 'no such role')).ensure(wakeUp())).rejects.toThrow('no such role');
  await expect(ensuring(NOW, () => restError('AccessDeniedException', 403, 'no')).ensure(wakeUp())).rejects.toThrow();
  expect(invoked).toEqual([]);
});
