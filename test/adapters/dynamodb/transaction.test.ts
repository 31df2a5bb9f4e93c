import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { expect, test } from 'vitest';
import { TABLES } from '../../../shared/adapters/dynamodb/tables.ts';
import { type TransactItem, transact } from '../../../shared/adapters/dynamodb/transaction.ts';
import type { Answer } from '../../support/simulated-aws/dynamodb/memory-database.ts';
import { createMemoryDynamoDb } from '../../support/simulated-aws/dynamodb/memory-dynamodb.ts';

/** DynamoDB cancels a transaction for a condition, which is an answer, or for others at work, which is no reason to give up. */
const cancelled = (...codes: readonly string[]): Answer => ({
  status: 400,
  body: {
    __type: 'com.amazonaws.dynamodb.v20120810#TransactionCanceledException',
    Message: `Transaction cancelled [${codes.join(', ')}]`,
    CancellationReasons: codes.map((Code) => ({ Code })),
  },
});

function writing(...first: readonly Answer[]) {
  const answers = [...first];
  const pauses: number[] = [];
  let asked = 0;
  const client = createMemoryDynamoDb(TABLES, {
    intercept: ({ target }, serve) => {
      if (target === 'TransactWriteItems') asked += 1;
      return (target === 'TransactWriteItems' && answers.shift()) || serve();
    },
  });
  const pace = { random: () => 0.5, sleep: async (ms: number) => void pauses.push(ms) };
  return { client, pauses, asked: () => asked, write: (...items: readonly TransactItem[]) => transact(client, items, pace) };
}

const put = (noticeId: string): TransactItem => ({
  Put: { TableName: 'Notices', Item: { noticeId }, ConditionExpression: 'attribute_not_exists(noticeId)' },
});

test.each(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])(
  '%s: it is tried again, later and later',
  async (code) => {
    const { write, asked, pauses } = writing(cancelled('None', code), cancelled(code, 'None'));
    expect(await write(put('a'), put('b'))).toEqual({ outcome: 'committed' });
    expect(asked()).toBe(3);
    expect(pauses).toEqual([10, 20]);
  },
);

test('a condition that does not hold is an answer, at once', async () => {
  const { client, write, asked, pauses } = writing();
  await client.send(new PutCommand({ TableName: 'Notices', Item: { noticeId: 'b' } }));
  expect(await write(put('a'), put('b'))).toEqual({ outcome: 'refused', reasons: [{ refused: false }, { refused: true }] });
  expect([asked(), pauses]).toEqual([1, []]);
});

test('others who never leave are a fault in the end', async () => {
  const { write, asked } = writing(...Array.from({ length: 100 }, () => cancelled('TransactionConflict')));
  await expect(write(put('a'))).rejects.toThrow('Transaction cancelled');
  expect(asked()).toBe(14);
});

test('a mistake of ours is not tried again', async () => {
  const { write, asked } = writing(cancelled('ValidationError'));
  await expect(write(put('a'))).rejects.toThrow('Transaction cancelled');
  expect(asked()).toBe(1);
});
