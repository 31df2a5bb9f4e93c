import { ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, expect, test } from 'vitest';
import { localDate } from '../../../shared/domain/local-date.ts';
import type { Payment } from '../../../shared/domain/payment.ts';
import { recordPayment } from '../../../shared/usecases/record-payment.ts';
import { statementImports } from '../../support/statement-imports.ts';

/** What is written with a payment, so that a crash after it loses nothing. */
let store: ReturnType<typeof statementImports>;
beforeEach(async () => {
  store = statementImports();
  await store.open('P-1');
});

const PAYMENT: Payment = {
  paymentId: 'p-1',
  policyNumber: 'P-1',
  amountMinor: 50_000,
  currency: 'UAH',
  receivedOn: localDate('2026-11-20'),
};
const record = (different: Partial<Payment> = {}) =>
  recordPayment(store.deps, { ...PAYMENT, ...different }, { recordedAt: '2026-11-22T10:00:00.000Z', by: 'bank' });
const become = (status: string) =>
  store.client.send(
    new UpdateCommand({
      TableName: 'Policies',
      Key: { policyNumber: 'P-1', record: 'account' },
      UpdateExpression: 'SET #s = :s',
      ExpressionAttributeNames: { '#s': 'status' },
      ExpressionAttributeValues: { ':s': status },
    }),
  );
const outbox = async () => (await store.client.send(new ScanCommand({ TableName: 'Outbox' }))).Items ?? [];

test('money for an active policy wakes nobody, but whoever decides on it learns that money came', async () => {
  expect(await record()).toMatchObject({ outcome: 'new', payment: { status: 'applied' } });
  expect((await store.money.policies.read('P-1'))?.account).toMatchObject({ receivedMinor: 50_000, moves: 1 });
  expect(await outbox()).toEqual([]);
});

test('money for suspended cover comes with a wake, once', async () => {
  await become('suspended');
  expect(await record()).toMatchObject({ outcome: 'new', payment: { status: 'applied' } });
  expect(await record()).toMatchObject({ outcome: 'replay' });
  expect((await outbox()).map(({ kind, policyNumber }) => [kind, policyNumber])).toEqual([['wake', 'P-1']]);
  expect(await store.received('P-1')).toBe(50_000);
});

test.each<[string, Partial<Payment>]>([
  ['no policy has the number', { policyNumber: 'NOBODY' }],
  ['the policy is in another currency', { currency: 'EUR' }],
  ['the plan has no such installment', { installment: 9 }],
])('%s: the money waits in suspense, and others learn of it, once', async (_, different) => {
  expect(await record(different)).toMatchObject({ outcome: 'new', payment: { status: 'suspense' } });
  expect(await record(different)).toMatchObject({ outcome: 'replay' });
  expect((await outbox()).map(({ event }) => [event.type, event.detail.paymentId])).toEqual([['PaymentInSuspense', 'p-1']]);
  expect(await store.received('P-1')).toBe(0);
});

test.each(['lapsed', 'cancelled', 'completed'])('a %s policy takes no money', async (status) => {
  await become(status);
  expect(await record()).toMatchObject({ payment: { status: 'suspense', reason: 'policyClosed' } });
  expect(await store.received('P-1')).toBe(0);
});
