import { GetCommand, ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, expect, test } from 'vitest';
import { localDate } from '../../shared/domain/local-date.ts';
import { allocatePayment } from '../../shared/usecases/allocate-payment.ts';
import { disbursePayment } from '../../shared/usecases/disburse-payment.ts';
import { recordPayment } from '../../shared/usecases/record-payment.ts';
import { reversePayment } from '../../shared/usecases/reverse-payment.ts';
import { splitPayment } from '../../shared/usecases/split-payment.ts';
import { statementImports } from '../support/statement-imports.ts';

/** 100.00 UAH in one installment; 40.00 in suspense that somebody sends to it. */
let store: ReturnType<typeof statementImports>;
beforeEach(async () => {
  store = statementImports();
  await store.open('P-1');
});

const record = (policyNumber: string, currency = 'UAH', installment?: number) =>
  recordPayment(
    store.deps,
    {
      paymentId: 'p-1',
      policyNumber,
      amountMinor: 4_000,
      currency,
      receivedOn: localDate('2026-11-20'),
      ...(installment ? { installment } : {}),
    },
    { recordedAt: '2026-11-22T10:00:00.000Z', by: 'bank' },
  );
const account = { TableName: 'Policies', Key: { policyNumber: 'P-1', record: 'account' } };
const become = (status: string) =>
  store.client.send(
    new UpdateCommand({
      ...account,
      UpdateExpression: 'SET #s = :s, closedOn = :on',
      ExpressionAttributeNames: { '#s': 'status' },
      ExpressionAttributeValues: { ':s': status, ':on': '2026-11-21' },
    }),
  );
const allocate = (installment?: number) =>
  allocatePayment(store.money, { paymentId: 'p-1', policyNumber: 'P-1', by: 'person', ...(installment ? { installment } : {}) });

test('money in suspense goes where somebody sends it', async () => {
  await record('NOBODY');
  expect(await allocate(1)).toMatchObject({ status: 'applied', policyNumber: 'P-1', installment: 1 });
  expect(await store.received('P-1')).toBe(4_000);
});

test.each<[string, string, string, number | undefined]>([
  ['another currency', 'active', 'EUR', undefined],
  ['a policy that has ended', 'lapsed', 'UAH', undefined],
  ['an installment that the plan has not', 'active', 'UAH', 2],
])('not to %s: it stays in suspense', async (_, status, currency, installment) => {
  await record('NOBODY', currency);
  await become(status);
  await expect(allocate(installment)).rejects.toMatchObject({ code: 'NO_SUCH_TARGET' });
  expect(await store.money.payments.read('p-1')).toMatchObject({ status: 'suspense' });
  expect(await store.received('P-1')).toBe(0);
});

const disbursing = { paymentId: 'p-1', reason: 'by mistake', disbursedOn: localDate('2026-11-22'), by: 'person' };
const splitting = { paymentId: 'p-1', parts: [{ policyNumber: 'P-1', amountMinor: 4_000 }], by: 'person' };
const reversing = { paymentId: 'p-1', reason: 'recalled', reversedOn: localDate('2026-11-22'), by: 'person' };

test.each<[string, () => Promise<unknown>]>([
  ['returned to its payer', () => disbursePayment(store.money, disbursing)],
  ['split', () => splitPayment({ ...store.money, partId: (id, part) => `${id}~${part}` }, splitting)],
  ['reversed', () => reversePayment(store.money, reversing)],
])('money for an installment that is not there is %s; the message that told of it is a replay still', async (_, move) => {
  await record('P-1', 'UAH', 99);
  await move();
  expect(await record('P-1', 'UAH', 99)).toMatchObject({ outcome: 'replay' });
  expect(await record('P-1', 'UAH', 98)).toMatchObject({ outcome: 'refused' });
});

test('money that is applied is not returned to its payer', async () => {
  await record('P-1');
  await expect(disbursePayment(store.money, disbursing)).rejects.toMatchObject({ code: 'NOT_IN_SUSPENSE' });
  expect(await store.received('P-1')).toBe(4_000);
});

test('a completed policy whose money goes back owes again, and is open again', async () => {
  await record('P-1');
  await become('completed');
  await reversePayment(store.money, { paymentId: 'p-1', reason: 'recalled', reversedOn: localDate('2026-11-22'), by: 'bank' });
  const { Item } = await store.client.send(new GetCommand(account));
  expect(Item).toMatchObject({ status: 'active', receivedMinor: 0 });
  expect(Item).not.toHaveProperty('closedOn');
  const { Items = [] } = await store.client.send(new ScanCommand({ TableName: 'Outbox' }));
  expect(Items.map(({ kind }) => kind).toSorted()).toEqual(['event', 'wake']); // it is looked at again, whatever crashes
  const journal = (await store.client.send(new ScanCommand({ TableName: 'Journal' }))).Items ?? [];
  expect(journal.slice(-2)).toMatchObject([
    { kind: 'reversal', by: 'bank' },
    { kind: 'status', status: 'active', by: 'bank' },
  ]);
});
