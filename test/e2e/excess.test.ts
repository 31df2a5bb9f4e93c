import { DeleteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHandler } from '../../functions/audit/audit.handler.ts';
import { documentClient } from '../../shared/adapters/dynamodb/document-client.ts';
import { type Insurer, startInsurer } from '../support/insurer.ts';

/** Every policy owes 30,000.00 from Tue 1 Dec 2026 and as much each quarter, 120,000.00 in all; left alone it is suspended on 18 Dec. */
let insurer: Insurer;

const uah = (amount: string) => ({ amount, currency: 'UAH' });
const policy = async (number: string) => (await insurer.call('GET', `/policies/${number}`)).body;
const standing = async (number: string) => (await policy(number)).standing;
const move = (number: string, kind: 'transfers' | 'disbursements', body: object, token?: string) =>
  insurer.call('POST', `/policies/${number}/${kind}`, { reason: 'renewed', ...body }, token);
const statement = async (number: string) => (await insurer.call('GET', `/policies/${number}/statement`)).body;
const audit = async () => {
  const handler = createHandler({ pace: { random: () => 0, sleep: async () => {} } });
  return handler({}, { getRemainingTimeInMillis: () => 900_000 });
};
const ONE_MONTH = { coverTo: '2026-12-31', paymentPlan: { kind: 'fullPay', dueOn: '2026-12-01' }, premium: uah('30000.00') };

beforeAll(async () => {
  insurer = await startInsurer('2026-11-22T10:00:00Z');
  await insurer.client('UA-1');
  await insurer.client('UA-2', { email: 'other@example.com' });
  for (const number of ['OLD', 'NEW', 'RICH', 'STOPPED', 'RACE', 'INTO', 'BACK', 'MIXED', 'CLOSED']) await insurer.policy(number);
  await insurer.policy('OVER', ONE_MONTH);
  await insurer.policy('OTHERS', { clientId: 'UA-2' });
  await insurer.policy('EUROS', { premium: { amount: '120000.00', currency: 'EUR' } });
  await insurer.pay('over', 'OVER', '30100.00');
  await insurer.call('POST', '/policies/CLOSED/cancellation', { reason: 'sold', cancelledOn: '2026-11-22' });
  for (const number of ['INTO', 'NEW']) await insurer.pay(`some-${number}`, number, '30000.00', { installment: 2 });
  for (const number of ['OLD', 'RACE']) await insurer.pay(number, number, '121500.00');
}, 60_000);
afterAll(() => insurer.cloud.stop());

test('excess goes to the renewal: part of it, then the rest, each once', async () => {
  const body = { transferId: 'T-1', toPolicyNumber: 'NEW', amount: uah('1000.00') };
  const moved = await move('OLD', 'transfers', body);
  expect([moved.status, moved.body]).toEqual([
    201,
    {
      transferId: 'T-1',
      policyNumber: 'OLD',
      toPolicyNumber: 'NEW',
      transferredOn: '2026-11-22',
      amount: uah('1000.00'),
      reason: 'renewed',
      at: expect.any(String),
      by: expect.any(String),
    },
  ]);
  expect([(await move('OLD', 'transfers', body)).status, (await move('OLD', 'transfers', body)).body]).toEqual([200, moved.body]);
  const other = await move('OLD', 'transfers', { ...body, amount: uah('1000.01') });
  expect(other.body).toMatchObject({ status: 409, code: 'TRANSFER_ID_REUSED' });

  const rest = { transferId: 'T-2', toPolicyNumber: 'NEW' };
  expect((await move('OLD', 'transfers', rest)).body.amount).toEqual(uah('500.00'));
  expect((await move('OLD', 'transfers', rest)).body.amount).toEqual(uah('500.00')); // answered as done: there is no excess any more
  expect(await standing('OLD')).toMatchObject({
    received: uah('121500.00'),
    transferredOut: uah('1500.00'),
    excessCredit: uah('0.00'),
    outstanding: uah('0.00'),
  });
  expect(await policy('NEW')).toMatchObject({
    installments: [{ covered: uah('1500.00') }, { covered: uah('30000.00') }, {}, {}],
    standing: { received: uah('30000.00'), transferredIn: uah('1500.00'), outstanding: uah('88500.00') },
  });
});

test('both policies tell of it: timeline, statement of account, event; the payment says what of it has moved', async () => {
  const transfers = async (number: string) => (await insurer.timeline(number)).filter((e) => e.kind === 'transfer');
  expect((await transfers('OLD'))[0]).toMatchObject({
    transferId: 'T-1',
    toPolicyNumber: 'NEW',
    amount: uah('1000.00'),
    reason: 'renewed',
  });
  expect((await transfers('NEW'))[0]).toMatchObject({ transferId: 'T-1', fromPolicyNumber: 'OLD', amount: uah('1000.00') });
  expect(await statement('OLD')).toMatchObject({ agrees: true, balance: uah('0.00') });
  expect(await statement('NEW')).toMatchObject({ agrees: true, balance: uah('88500.00') });
  expect((await statement('NEW')).lines.filter((l: { kind: string }) => l.kind === 'transferIn')).toMatchObject([
    { reference: 'T-1', detail: 'OLD: renewed', amount: uah('-1000.00') },
    { reference: 'T-2', detail: 'OLD: renewed', amount: uah('-500.00') },
  ]);
  expect((await insurer.call('GET', '/payments/OLD')).body).toMatchObject({ excess: uah('0.00'), moved: uah('1500.00') });
  expect((await insurer.call('GET', '/payments/some-NEW')).body).toMatchObject({
    allocations: [{ installment: 2, amount: uah('30000.00') }],
  });
  await insurer.advanceTo('2026-11-22T10:05:00Z'); // the Outbox is empty then
  const events: readonly Record<string, unknown>[] = (await insurer.call('GET', '/_local/events')).body.items;
  expect(events.filter((e) => e['detail-type'] === 'ExcessTransferred')).toMatchObject([
    { detail: { policyNumber: 'OLD', clientId: 'UA-1', toPolicyNumber: 'NEW', transferId: 'T-1', amountMinor: 100000, currency: 'UAH' } },
    { detail: { transferId: 'T-2', amountMinor: 50000 } },
  ]);
});

test('twenty at once under different ids, to a policy that is being paid: one has the excess, the others find none', async () => {
  const transfers = Array.from({ length: 10 }, (_, n) => move('RACE', 'transfers', { transferId: `T-${n}`, toPolicyNumber: 'INTO' }));
  const disbursements = Array.from({ length: 10 }, (_, n) => move('RACE', 'disbursements', { disbursementId: `D-${n}` }));
  const payments = Array.from({ length: 10 }, (_, n) => insurer.pay(`into-${n}`, 'INTO', '10.00'));
  const answers = await Promise.all([...transfers, ...disbursements]);
  await Promise.all(payments);
  expect(answers.filter((a) => a.status === 201)).toHaveLength(1);
  expect(new Set(answers.filter((a) => a.status !== 201).map((a) => a.body.code))).toEqual(new Set(['NOT_ENOUGH_EXCESS']));
  const { transferredOut = uah('0.00'), disbursed = uah('0.00'), excessCredit } = await standing('RACE');
  expect([excessCredit.amount, Number(transferredOut.amount) + Number(disbursed.amount)]).toEqual(['0.00', 1500]);
  const { received, transferredIn = uah('0.00') } = await standing('INTO');
  expect([received.amount, transferredIn]).toEqual(['30100.00', transferredOut]);
});

test('ten parts there and ten back at once: who loses a race comes again a little later, and all are through', async () => {
  for (const number of ['THERE', 'AND-BACK']) {
    await insurer.policy(number);
    await insurer.pay(number, number, '120500.00');
  }
  const part = (from: string, toPolicyNumber: string) => (_: unknown, n: number) =>
    move(from, 'transfers', { transferId: `T-${n}`, toPolicyNumber, amount: uah('10.00') });
  const told = [...Array.from({ length: 10 }, part('THERE', 'AND-BACK')), ...Array.from({ length: 10 }, part('AND-BACK', 'THERE'))];
  expect(new Set((await Promise.all(told)).map((a) => a.status))).toEqual(new Set([201]));
  const moved = { transferredIn: uah('100.00'), transferredOut: uah('100.00'), excessCredit: uah('500.00') };
  expect([await standing('THERE'), await standing('AND-BACK')]).toMatchObject([moved, moved]);
});

test('one transfer told twenty times at once is made once', async () => {
  await insurer.pay('mixed', 'MIXED', '120300.00');
  const told = Array.from({ length: 20 }, () =>
    move('MIXED', 'transfers', { transferId: 'T', toPolicyNumber: 'INTO', amount: uah('100.00') }),
  );
  const answers = await Promise.all(told);
  expect(answers.map((a) => a.status).toSorted()).toEqual([...Array.from({ length: 19 }, () => 200), 201]);
  expect(await standing('MIXED')).toMatchObject({ transferredOut: uah('100.00'), excessCredit: uah('200.00') });
});

test('excess that left and whose payment goes back is a debt again, and beyond all cover it is shown as overdrawn', async () => {
  await insurer.pay('back-1', 'BACK', '120000.00');
  await insurer.pay('back-2', 'BACK', '500.00');
  expect((await move('BACK', 'disbursements', { disbursementId: 'D' })).body).toMatchObject({ disbursementId: 'D', amount: uah('500.00') });
  await insurer.call('POST', '/payments/back-2/reversal', { reason: 'recalled', reversedOn: '2026-11-22' });
  expect(await policy('BACK')).toMatchObject({
    installments: [{}, {}, {}, { covered: uah('29500.00'), outstanding: uah('500.00') }],
    standing: { received: uah('120000.00'), disbursed: uah('500.00'), excessCredit: uah('0.00'), outstanding: uah('500.00') },
  });
  expect((await insurer.call('GET', '/payments/back-1')).body).toMatchObject({ excess: uah('0.00'), moved: uah('500.00') });
  await insurer.call('POST', '/payments/back-1/reversal', { reason: 'recalled', reversedOn: '2026-11-22' });
  expect(await standing('BACK')).toMatchObject({ received: uah('0.00'), overdrawn: uah('500.00'), outstanding: uah('120000.00') });
  expect(await statement('BACK')).toMatchObject({ agrees: true, balance: uah('120500.00') });
  await insurer.pay('back-3', 'BACK', '600.00');
  expect(await standing('BACK')).toMatchObject({ outstanding: uah('119900.00') });
  expect(await standing('BACK')).not.toHaveProperty('overdrawn');
});

test.each<[string, string, 'transfers' | 'disbursements', object, number, string]>([
  ['of more than the excess', 'MIXED', 'disbursements', { amount: uah('200.01') }, 409, 'NOT_ENOUGH_EXCESS'],
  ['where there is no excess', 'STOPPED', 'transfers', { toPolicyNumber: 'NEW' }, 409, 'NOT_ENOUGH_EXCESS'],
  ["to another client's policy", 'MIXED', 'transfers', { toPolicyNumber: 'OTHERS' }, 409, 'OTHER_CLIENT'],
  ['to a policy in another currency', 'MIXED', 'transfers', { toPolicyNumber: 'EUROS' }, 409, 'NO_SUCH_TARGET'],
  ['to a policy that has ended', 'MIXED', 'transfers', { toPolicyNumber: 'CLOSED' }, 409, 'NO_SUCH_TARGET'],
  ['to itself', 'MIXED', 'transfers', { toPolicyNumber: 'MIXED' }, 409, 'NO_SUCH_TARGET'],
  ['to a policy that is not there', 'MIXED', 'transfers', { toPolicyNumber: 'NOWHERE' }, 409, 'NO_SUCH_TARGET'],
  ['from a policy that is not there', 'NOWHERE', 'disbursements', {}, 404, 'NOT_FOUND'],
  ['in another currency', 'MIXED', 'disbursements', { amount: { amount: '1.00', currency: 'EUR' } }, 400, 'CURRENCY_MISMATCH'],
  ['of nothing', 'MIXED', 'disbursements', { amount: uah('0.00') }, 400, 'INVALID_REQUEST'],
  ['of less than nothing', 'MIXED', 'disbursements', { amount: uah('-1.00') }, 400, 'INVALID_REQUEST'],
  ['with a field misspelt', 'MIXED', 'disbursements', { amuont: uah('1.00') }, 400, 'INVALID_REQUEST'],
  ['without a reason', 'MIXED', 'disbursements', { reason: '' }, 400, 'INVALID_REQUEST'],
])('a move %s is refused', async (_, number, kind, body, status, code) => {
  const id = kind === 'transfers' ? { transferId: 'X' } : { disbursementId: 'X' };
  expect((await move(number, kind, { ...id, ...body })).body).toMatchObject({ status, code });
});

test('a token that may not write payments moves nothing', async () => {
  const token = await insurer.cloud.token(['policies:write', 'read']);
  expect((await move('MIXED', 'disbursements', { disbursementId: 'X' }, token)).body).toMatchObject({ status: 403, code: 'SCOPE_MISSING' });
  expect(await standing('MIXED')).toMatchObject({ excessCredit: uah('200.00') });
});

test('a suspended policy that gets what is past due is in force again at once', async () => {
  await insurer.advanceTo('2026-12-20T10:00:00Z');
  expect((await policy('STOPPED')).status).toBe('suspended');
  await insurer.pay('rich', 'RICH', '150000.00');
  await insurer.pay('rich-more', 'RICH', '0.01');
  expect((await move('RICH', 'transfers', { transferId: 'T', toPolicyNumber: 'STOPPED', amount: uah('30000.00') })).status).toBe(201);
  expect(await policy('STOPPED')).toMatchObject({ status: 'active', standing: { pastDue: uah('0.00'), transferredIn: uah('30000.00') } });
  expect((await insurer.timeline('STOPPED')).filter((e) => e.kind === 'status').map((e) => e.status)).toEqual(['suspended', 'active']);
}, 60_000);

test('at the end of cover the excess is shown, and can be paid back', async () => {
  await insurer.advanceTo('2027-01-20T10:00:00Z');
  expect(await policy('OVER')).toMatchObject({ status: 'completed', standing: { excessCredit: uah('100.00') } });
  expect((await move('OVER', 'disbursements', { disbursementId: 'D', amount: uah('60.00') })).status).toBe(201);
  expect((await move('OVER', 'transfers', { transferId: 'T', toPolicyNumber: 'RICH' })).body.amount).toEqual(uah('40.00'));
  expect(await policy('OVER')).toMatchObject({ status: 'completed', standing: { excessCredit: uah('0.00'), disbursed: uah('60.00') } });
}, 60_000);

test('the books prove themselves: what was paid back is disbursed, and transfers come to nothing', async () => {
  const { books, differences } = await audit();
  expect(differences).toEqual([]);
  const { received = 0, applied = 0, disbursed = 0, reversed = 0, accounts = 0, suspense } = books['UAH'] ?? {};
  const { disbursed: race = uah('0.00') } = await standing('RACE');
  // 500 of BACK, 60 of OVER; all or nothing of RACE, by who was first
  expect([disbursed, reversed, suspense]).toEqual([56_000 + Number(race.amount) * 100, 12_050_000, 0]);
  expect([accounts, applied + disbursed + reversed]).toEqual([applied, received]);
});

const change = (command: UpdateCommand | DeleteCommand) => documentClient().send(command as UpdateCommand);
const record = (policyNumber: string, name: string) => ({ TableName: process.env['TABLE_POLICIES'], Key: { policyNumber, record: name } });
const count = (policyNumber: string, counter: string, by: number) =>
  change(
    new UpdateCommand({
      ...record(policyNumber, 'account'),
      UpdateExpression: `ADD ${counter} :by`,
      ExpressionAttributeValues: { ':by': by },
    }),
  );

test.each<[string, () => Promise<unknown>, readonly string[]]>([
  [
    'a transfer whose in-side is missing',
    () => change(new DeleteCommand(record('STOPPED', 'credit\ttransferIn\tRICH\tT'))),
    ['RICH', 'STOPPED'],
  ],
  ['a transfer whose out-side is missing', () => change(new DeleteCommand(record('OLD', 'credit\ttransferOut\tT-1'))), ['NEW', 'OLD']],
  ['a counter without its disbursement', () => count('MIXED', 'disbursedMinor', 1), ['MIXED']],
  ['a disbursement without its counter', () => count('BACK', 'disbursedMinor', -50_000), ['BACK']],
])('%s is found', async (_, damage, where) => {
  await damage();
  const { differences } = await audit();
  expect(differences.map((d) => d.where)).toEqual(expect.arrayContaining(where.map((number) => `policy ${number}`)));
});
