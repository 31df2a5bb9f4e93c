import { expect, test } from 'vitest';
import { batchGet } from '../../../shared/adapters/dynamodb/batch-get.ts';
import { memoryDatabase } from '../../support/document-clients.ts';
import { putItems } from '../../support/portfolio-items.ts';

const KEYS = ['a', 'b', 'c'].map((noticeId) => ({ noticeId }));
const NO_PAUSE = { random: () => 0, sleep: async () => undefined };

/** Leaves the first so many keys unprocessed, and remembers what it was asked. */
async function reading(leftOut: number) {
  const asked: object[] = [];
  let left = leftOut;
  const client = memoryDatabase({
    leaveUnprocessed: ({ operation }) => operation === 'BatchGetItem' && left-- > 0,
    intercept: ({ target, input }, serve) => {
      if (target === 'BatchGetItem') asked.push(input);
      return serve();
    },
  });
  await putItems(client, { Notices: KEYS });
  return { client, asked };
}

test('reads what is stored, not what was', async () => {
  const { client, asked } = await reading(0);
  expect(await batchGet(client, { Notices: KEYS }, NO_PAUSE)).toEqual({ Notices: KEYS });
  expect(asked).toEqual([{ RequestItems: { Notices: expect.objectContaining({ ConsistentRead: true }) } }]);
});

test('asks again for what was left out under throttling, as consistently', async () => {
  const { client, asked } = await reading(2);
  const { Notices = [] } = await batchGet(client, { Notices: KEYS }, NO_PAUSE);
  expect(Notices.map(({ noticeId }) => noticeId).toSorted()).toEqual(['a', 'b', 'c']);
  expect(asked).toHaveLength(2);
  expect(asked[1]).toEqual({ RequestItems: { Notices: expect.objectContaining({ ConsistentRead: true }) } });
});

test('a table that leaves out keys for ever is a fault, not an answer', async () => {
  const { client } = await reading(1_000);
  await expect(batchGet(client, { Notices: KEYS }, NO_PAUSE)).rejects.toThrow('unprocessed');
});
