import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { lambdaFunction } from '../../../infra/local/lambda/lambda-function.ts';
import { handOver } from '../../../infra/local/streams/hand-over.ts';
import type { StreamRecord } from '../../../infra/local/streams/streams-client.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const record = (kind: string, name: string): StreamRecord => ({
  eventName: 'INSERT',
  eventID: name,
  dynamodb: { SequenceNumber: name, NewImage: { kind: { S: kind } } },
});
const notices = (...names: readonly string[]) => names.map((name) => record('notice', name));

function setUp() {
  const got: Record<string, (readonly string[])[]> = { 'send-notice': [], 'relay-intents': [] };
  const target = (name: string) =>
    lambdaFunction(
      name,
      (event) => void got[name]?.push((event as { Records: StreamRecord[] }).Records.map(({ dynamodb }) => dynamodb.SequenceNumber)),
      1_000,
    );
  const busy = { now: false };
  const delivery = handOver({
    streamArn: 'stream',
    functions: new Map(Object.keys(got).map((name) => [name, target(name)])),
    declarations: {
      'send-notice': { entry: '', trigger: { kind: 'outbox', intents: ['notice'], batch: { records: 3, windowSeconds: 90 } } },
      'relay-intents': { entry: '', trigger: { kind: 'outbox', intents: ['wake'], batch: { records: 10, windowSeconds: 0 } } },
    },
    clock: { now: () => 0 },
    isBusy: () => busy.now,
  });
  return { delivery, got, busy };
}

test('notices are collected; a wake goes at once', async () => {
  const { delivery, got } = setUp();
  delivery.take([...notices('1'), record('wake', '2')]);
  await delivery.run('ready');
  expect([got, delivery.heldCount()]).toEqual([{ 'send-notice': [], 'relay-intents': [['2']] }, 1]);
});

test('what comes within the window is one batch', async () => {
  const { delivery, got } = setUp();
  delivery.take(notices('1'));
  await delivery.run('ready');
  vi.advanceTimersByTime(900);
  delivery.take(notices('2'));
  await delivery.run('ready');
  expect(got['send-notice']).toEqual([]);
  vi.advanceTimersByTime(100);
  await delivery.run('ready');
  expect([got['send-notice'], delivery.heldCount()]).toEqual([[['1', '2']], 0]);
});

test('a full batch waits for nothing, what is over it does', async () => {
  const { delivery, got } = setUp();
  delivery.take(notices('1', '2', '3', '4'));
  await delivery.run('ready');
  expect([got['send-notice'], delivery.heldCount()]).toEqual([[['1', '2', '3']], 1]);
});

test('while checkpoints run, their notices are waited for, however long they take', async () => {
  const { delivery, got, busy } = setUp();
  delivery.take(notices('1'));
  busy.now = true;
  vi.advanceTimersByTime(10_000);
  await delivery.run('ready');
  expect(got['send-notice']).toEqual([]);
  busy.now = false;
  await delivery.run('ready');
  expect(got['send-notice']).toEqual([['1']]);
});

test('when the clock is moved nothing waits for a window once all is quiet', async () => {
  const { delivery, got } = setUp();
  delivery.take(notices('1', '2'));
  await delivery.run('all');
  expect(got['send-notice']).toEqual([['1', '2']]);
});

test('what is let go of is not delivered: it will be read again', async () => {
  const { delivery, got } = setUp();
  delivery.take(notices('1'));
  delivery.forget();
  await delivery.run('all');
  expect([got['send-notice'], delivery.heldCount()]).toEqual([[], 0]);
});
