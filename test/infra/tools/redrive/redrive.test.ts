import { expect, test } from 'vitest';
import type { QueuedMessage } from '../../../../infra/tools/redrive/dead-letter.ts';
import { redrive } from '../../../../infra/tools/redrive/redrive.ts';
import { FAILED_BATCH, FAILED_INVOCATION, FIRING, STAGE } from './letters.ts';

/** A queue that gives out each message once, until it is released. */
function queueOf(letters: readonly Pick<QueuedMessage, 'body' | 'attributes'>[]) {
  const waiting = letters.map((letter, index): QueuedMessage => ({ ...letter, receiptHandle: String(index) }));
  const removed: string[] = [];
  const released: string[] = [];
  return {
    removed,
    released,
    receive: async (atMost: number) => waiting.splice(0, atMost),
    remove: async ({ receiptHandle }: QueuedMessage) => void removed.push(receiptHandle),
    release: async ({ receiptHandle }: QueuedMessage) => void released.push(receiptHandle),
  };
}

const wanted = { stage: STAGE, limit: 100, apply: true };
const outcomesOf = (lines: Awaited<ReturnType<typeof redrive>>) => lines.map(({ outcome }) => outcome);

test('what goes well is removed after it; what fails again, and what nobody understands, stays', async () => {
  const queue = queueOf([FIRING, FAILED_INVOCATION, FAILED_BATCH, { body: 'hello', attributes: {} }]);
  const invoked: unknown[] = [];
  const invoke = async (name: string, payload: object) => {
    invoked.push([name, payload, [...queue.removed]]);
    if (invoked.length === 2) throw new Error('no client UA-1');
    return { outcome: 'nothingDue' };
  };
  const lines = await redrive({ queue, invoke }, wanted);
  expect(outcomesOf(lines)).toEqual(['replayed', 'failed again', 'removed', 'kept']);
  expect(lines[1]?.why).toBe('no client UA-1');
  const wakeUp = { policyNumber: 'CARGO-1', clientId: 'UA-1' };
  expect(invoked).toEqual([
    ['run-checkpoint', wakeUp, []],
    ['run-checkpoint', wakeUp, ['0']],
  ]);
  expect([queue.removed, queue.released]).toEqual([
    ['0', '2'],
    ['1', '3'],
  ]);
});

test('an answer that reports failures is a failure', async () => {
  const queue = queueOf([FIRING]);
  const lines = await redrive({ queue, invoke: async () => ({ batchItemFailures: [{ itemIdentifier: '1' }] }) }, wanted);
  expect([outcomesOf(lines), queue.removed, queue.released]).toEqual([['failed again'], [], ['0']]);
});

test('without --apply nothing is invoked, and everything goes back', async () => {
  const queue = queueOf([FIRING, FAILED_BATCH]);
  const invoke = () => Promise.reject(new Error('invoked'));
  const lines = await redrive({ queue, invoke }, { ...wanted, apply: false });
  expect([outcomesOf(lines), queue.removed, queue.released]).toEqual([['would be replayed', 'would be removed'], [], ['0', '1']]);
});

test('no more than the limit is taken out', async () => {
  const queue = queueOf(Array.from({ length: 30 }, () => FIRING));
  expect(await redrive({ queue, invoke: async () => null }, { ...wanted, limit: 12 })).toHaveLength(12);
  expect(queue.removed).toHaveLength(12);
});

test('a fault of the queue itself ends the run, and nothing stays hidden', async () => {
  const queue = { ...queueOf([FIRING, FIRING]), remove: () => Promise.reject(new Error('AccessDenied')) };
  await expect(redrive({ queue, invoke: async () => null }, wanted)).rejects.toThrow('AccessDenied');
  expect(queue.released).toEqual(['0', '1']);
});
