import { expect, test } from 'vitest';
import { type LambdaFunction, lambdaFunction } from '../../../infra/local/lambda/lambda-function.ts';
import { deliver } from '../../../infra/local/streams/batch-delivery.ts';
import type { StreamRecord } from '../../../infra/local/streams/streams-client.ts';

const records = (...names: string[]): StreamRecord[] => names.map((name) => ({ eventID: name, dynamodb: { SequenceNumber: name } }));

type Batch = readonly string[];

/** A function that sees batches as lists of names. */
const target = (handle: (batch: Batch) => unknown) => {
  const batches: Batch[] = [];
  const fn: LambdaFunction = lambdaFunction(
    'target',
    (event) => {
      const batch = (event as { Records: StreamRecord[] }).Records.map(({ dynamodb }) => dynamodb.SequenceNumber);
      batches.push(batch);
      return handle(batch);
    },
    1_000,
  );
  return { fn, batches };
};

const failing = (...names: string[]) => ({ batchItemFailures: names.map((itemIdentifier) => ({ itemIdentifier })) });

test.each([[undefined], [null], [{}], [{ batchItemFailures: [] }], [{ batchItemFailures: null }]])('%o is a success', async (answer) => {
  const { fn, batches } = target(() => answer);
  expect(await deliver(fn, records('1', '2'), 10)).toEqual([]);
  expect(batches).toEqual([['1', '2']]);
});

test('at most as many records at once as it is declared for', async () => {
  const { fn, batches } = target(() => undefined);
  await deliver(fn, records(...Array.from({ length: 23 }, (_, i) => String(i))), 10);
  expect(batches.map((batch) => batch.length)).toEqual([10, 10, 3]);
});

test('from the first that failed on, all are delivered again', async () => {
  let failed = false;
  const { fn, batches } = target(() => {
    if (failed) return undefined;
    failed = true;
    return failing('3', '2');
  });
  expect(await deliver(fn, records('1', '2', '3', '4'), 10)).toEqual([]);
  expect(batches).toEqual([
    ['1', '2', '3', '4'],
    ['2', '3', '4'],
  ]);
});

test('one that fails always is given up after six tries, and those after it are still delivered', async () => {
  const { fn, batches } = target((batch) => (batch.includes('bad') ? failing('bad') : undefined));
  const givenUp = await deliver(fn, records('1', 'bad', '3'), 10);
  expect(givenUp).toMatchObject([{ record: { eventID: 'bad' }, attempts: 6 }]);
  expect(batches.filter((batch) => batch[0] === 'bad')).toHaveLength(5); // and once within the first batch
  expect(batches.at(-1)).toEqual(['3']);
});

test('a batch that fails as a whole is halved until what breaks it stands alone', async () => {
  const { fn, batches } = target((batch) => {
    if (batch.includes('bad')) throw new Error('unreadable');
  });
  const givenUp = await deliver(fn, records('1', '2', 'bad', '4'), 10);
  expect(givenUp).toMatchObject([{ record: { eventID: 'bad' }, attempts: 6, error: { errorMessage: 'unreadable' } }]);
  expect(batches).toContainEqual(['1', '2']);
  expect(batches).toContainEqual(['4']);
});

test.each([[failing('unknown')], [failing('')], [{ batchItemFailures: [{ id: '1' }] }], ['done']])(
  '%o is a failure of the whole batch',
  async (answer) => {
    let calls = 0;
    const { fn } = target(() => (++calls === 1 ? answer : undefined));
    expect(await deliver(fn, records('1'), 10)).toEqual([]);
    expect(calls).toBe(2);
  },
);
