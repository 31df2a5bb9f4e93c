import { DeleteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHandler } from '../../functions/audit/audit.handler.ts';
import { documentClient } from '../../shared/adapters/dynamodb/document-client.ts';
import { type Insurer, startInsurer } from '../support/insurer.ts';

/** Books that prove themselves: what is missing on either side is found, and nothing is changed. */
let insurer: Insurer;
let audit: () => Promise<Awaited<ReturnType<ReturnType<typeof createHandler>>>>;

beforeAll(async () => {
  insurer = await startInsurer('2026-11-01T08:00:00Z');
  await insurer.client('UA-1');
  await insurer.policy('P-1');
  await insurer.policy('P-2');
  const handler = createHandler({ pace: { random: () => 0, sleep: async () => {} } });
  audit = () => handler({}, { getRemainingTimeInMillis: () => 900_000 });
});
afterAll(() => insurer.cloud.stop());

const change = (command: UpdateCommand | DeleteCommand) => documentClient().send(command as UpdateCommand);
const account = (policyNumber: string) => ({ TableName: process.env['TABLE_POLICIES'], Key: { policyNumber, record: 'account' } });

test('books of applied, suspended, split, returned and reversed money add up', async () => {
  await insurer.pay('a', 'P-1', '100.00', { installment: 2 });
  await insurer.pay('b', 'P-2', '55.55');
  for (const id of ['s1', 's2', 's3', 's4']) await insurer.pay(id, 'NOBODY', '10.00');
  const part = (policyNumber: string, amount: string) => ({ policyNumber, amount: { amount, currency: 'UAH' } });
  await insurer.call('POST', '/payments/s1/split', { parts: [part('P-1', '4.00'), part('P-2', '6.00')] });
  await insurer.call('POST', '/payments/s2/disbursement', { reason: 'not ours', disbursedOn: '2026-11-02' });
  await insurer.call('POST', '/payments/s3/split', { parts: [part('P-1', '5.00'), part('P-2', '5.00')] });
  await insurer.call('POST', '/payments/s3/reversal', { reason: 'recalled', reversedOn: '2026-11-03' });
  await insurer.call('POST', '/payments/b/reversal', { reason: 'recalled', reversedOn: '2026-11-03' });
  const { differences, books, policies } = await audit();
  expect(differences).toEqual([]);
  expect(policies).toBe(2);
  // 100 + 55.55 + 4 × 10 came; 100 + 10 applied, 10 waits, 10 returned, 55.55 + 10 reversed
  expect(books['UAH']).toEqual({ received: 19555, applied: 11000, suspense: 1000, disbursed: 1000, reversed: 6555, accounts: 11000 });
});

test.each([
  [
    'a counter without its payment',
    () =>
      change(new UpdateCommand({ ...account('P-1'), UpdateExpression: 'ADD receivedMinor :x', ExpressionAttributeValues: { ':x': 1 } })),
    'received',
  ],
  [
    'a payment without its counter',
    () =>
      change(new UpdateCommand({ ...account('P-2'), UpdateExpression: 'ADD receivedMinor :x', ExpressionAttributeValues: { ':x': -600 } })),
    'received',
  ],
  [
    'a counter of an installment that is wrong',
    () => change(new UpdateCommand({ ...account('P-1'), UpdateExpression: 'ADD d2 :x', ExpressionAttributeValues: { ':x': 7 } })),
    'received for installment 2',
  ],
  [
    'a status that the journal does not know',
    () =>
      change(
        new UpdateCommand({
          ...account('P-1'),
          UpdateExpression: 'SET #s = :s',
          ExpressionAttributeNames: { '#s': 'status' },
          ExpressionAttributeValues: { ':s': 'lapsed' },
        }),
      ),
    'status',
  ],
  [
    'a payment that vanished',
    () => change(new DeleteCommand({ TableName: process.env['TABLE_PAYMENTS'], Key: { paymentId: 'a' } })),
    'received',
  ],
])('%s is found', async (_, damage, what) => {
  await damage();
  const { differences, differencesFound } = await audit();
  expect(differencesFound).toBeGreaterThan(0);
  expect(differences.map((d) => d.what)).toContain(what);
});
