import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Insurer, startInsurer } from '../support/insurer.ts';
import { HEAD_OF_SALES, onlyTaskOf, recordResult, reliefStory, tokenOf } from '../support/participants.ts';

/**
 * Under thresholds of 50.00 (write-off, start) and 100.00 UAH (adverse). A policy owes 30,000.00 from Tue 1 Dec 2026 and as much each
 * quarter; left alone it is suspended on Fri 18 Dec.
 */
let insurer: Insurer;

const uah = (amount: string) => ({ amount, currency: 'UAH' });
const policy = async (number: string) => (await insurer.call('GET', `/policies/${number}`)).body;
const writeOff = (number: string, body: object, token?: string) =>
  insurer.call('POST', `/policies/${number}/write-offs`, { reason: 'not worth a letter', ...body }, token);
const statement = async (number: string) => (await insurer.call('GET', `/policies/${number}/statement`)).body;
const ONE_MONTH = { coverTo: '2026-12-31', paymentPlan: { kind: 'fullPay', dueOn: '2026-12-01' }, premium: uah('30000.00') };

beforeAll(async () => {
  insurer = await startInsurer('2026-11-22T10:00:00Z');
  await insurer.client('UA-1');
  const { self: _, regulationId: __, version: ___, ...builtIn } = (await insurer.call('GET', '/regulations/premium-control')).body;
  const thresholds = [{ currency: 'UAH', writeOff: uah('50.00'), start: uah('50.00'), adverse: uah('100.00') }];
  expect((await insurer.call('PUT', '/regulations/tolerant', { ...builtIn, thresholds })).status).toBe(201);
  const open = (number: string, facts = {}) => insurer.policy(number, { regulationId: 'tolerant', ...facts });
  for (const number of ['SMALL', 'RACE', 'LARGE', 'UNPAID', 'CLOSED']) expect((await open(number)).status).toBe(201);
  expect((await open('ENDS', ONE_MONTH)).status).toBe(201);
  await insurer.pay('small', 'SMALL', '29960.00');
  await insurer.pay('race', 'RACE', '29960.00');
  await insurer.pay('large', 'LARGE', '29900.00');
  await insurer.pay('ends', 'ENDS', '29950.00');
  await insurer.call('POST', '/policies/CLOSED/cancellation', { reason: 'sold', cancelledOn: '2026-11-22' });
  await insurer.advanceTo('2026-12-20T10:00:00Z');
}, 120_000);
afterAll(() => insurer.cloud.stop());

test('within the threshold it is done at once: nothing is owed of it, and what comes later covers others', async () => {
  const asked = { reliefId: 'W-1', installment: 1 };
  const done = await writeOff('SMALL', asked);
  expect([done.status, done.body]).toEqual([
    201,
    {
      status: 'granted',
      reliefId: 'W-1',
      kind: 'writeOff',
      grantedOn: '2026-12-20',
      reason: 'not worth a letter',
      amount: uah('40.00'),
      writtenOff: [{ installment: 1, amount: uah('40.00') }],
    },
  ]);
  const first = { amount: uah('30000.00'), covered: uah('29960.00'), writtenOff: uah('40.00'), outstanding: uah('0.00'), status: 'paid' };
  expect(await policy('SMALL')).toMatchObject({
    installments: [first, {}, {}, {}],
    standing: { outstanding: uah('90000.00'), pastDue: uah('0.00'), writtenOff: uah('40.00'), paidToDate: '2027-02-28' },
  });
  expect((await writeOff('SMALL', asked)).status).toBe(200);
  expect((await writeOff('SMALL', { ...asked, installment: 2 })).body).toMatchObject({ status: 409, code: 'RELIEF_ID_REUSED' });

  await insurer.pay('small-late', 'SMALL', '40.00');
  expect((await policy('SMALL')).installments.slice(0, 2)).toMatchObject([first, { covered: uah('40.00') }]);
});

test('it is in the timeline with who did it, in the statement of account, and told to others with its amount', async () => {
  expect((await insurer.timeline('SMALL')).find((e) => e.kind === 'relief')).toMatchObject({
    relief: 'writeOff',
    status: 'granted',
    by: expect.any(String),
    writtenOff: [{ installment: 1, amount: uah('40.00') }],
  });
  expect(await statement('SMALL')).toMatchObject({ agrees: true, balance: uah('89960.00') }); // 120,000 − 29,960 − 40 − 40
  expect((await statement('SMALL')).lines.find((l: { kind: string }) => l.kind === 'writeOff')).toMatchObject({ amount: uah('-40.00') });
  await insurer.advanceTo('2026-12-20T10:05:00Z'); // the Outbox is empty then
  const events = await (await fetch(`${insurer.cloud.apiUrl}/_local/events`)).json();
  expect(events).toMatchObject({
    items: expect.arrayContaining([
      expect.objectContaining({
        'detail-type': 'ReliefGranted',
        detail: expect.objectContaining({ policyNumber: 'SMALL', reliefId: 'W-1', kind: 'writeOff', amountMinor: 4000, currency: 'UAH' }),
      }),
    ]),
  });
});

test('ten at once under different ids: one writes it off, the others find nothing owed', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => writeOff('RACE', { reliefId: `R-${n}` })));
  expect(answers.map((a) => a.status).toSorted()).toEqual([201, ...Array.from({ length: 9 }, () => 409)]);
  expect(new Set(answers.filter((a) => a.status === 409).map((a) => a.body.code))).toEqual(new Set(['NOTHING_OWED']));
  expect((await policy('RACE')).standing.writtenOff).toEqual(uah('40.00'));
});

test('twenty asked for while twenty payments come: who loses a race comes again a little later, and all are through', async () => {
  await insurer.policy('BUSY', { regulationId: 'tolerant' });
  const asked = Array.from({ length: 20 }, (_, n) => writeOff('BUSY', { reliefId: `B-${n}`, installment: 2 }));
  const paid = Array.from({ length: 20 }, (_, n) => insurer.pay(`busy-${n}`, 'BUSY', '1.00'));
  const answers = await Promise.all([...asked, ...paid]);
  expect(answers.map((a) => a.status).toSorted()).toEqual([
    ...Array.from({ length: 20 }, () => 201),
    ...Array.from({ length: 20 }, () => 202),
  ]);
});

test('beyond it nothing changes until it is approved; then no more than is outstanding is written off', async () => {
  const pending = await writeOff('LARGE', { reliefId: 'W-1' });
  expect([pending.status, pending.body]).toEqual([202, { status: 'pendingApproval', reliefId: 'W-1', taskId: expect.any(String) }]);
  expect((await policy('LARGE')).standing).toMatchObject({ pastDue: uah('100.00') });
  await insurer.pay('large-more', 'LARGE', '30.00');
  const task = await onlyTaskOf(insurer, HEAD_OF_SALES, 'LARGE', 'approval');
  expect(JSON.stringify(task['action'])).toMatch(/write-off of UAH\s?100\.00/);
  await recordResult(insurer, task.taskId, { outcome: 'approved' }, await tokenOf(insurer, HEAD_OF_SALES));
  expect((await policy('LARGE')).standing).toMatchObject({ pastDue: uah('0.00'), writtenOff: uah('70.00') });
  expect((await writeOff('LARGE', { reliefId: 'W-1' })).body).toMatchObject({ status: 'granted', amount: uah('70.00') });
  expect(await reliefStory(insurer, 'LARGE')).toEqual(['writeOff pendingApproval', 'writeOff granted']);
});

test('a suspended policy whose debt is written off does not stay suspended', async () => {
  expect((await policy('UNPAID')).status).toBe('suspended');
  expect((await writeOff('UNPAID', { reliefId: 'W-1' })).status).toBe(202);
  const { taskId } = await onlyTaskOf(insurer, HEAD_OF_SALES, 'UNPAID', 'approval');
  await recordResult(insurer, taskId, { outcome: 'approved' }, await tokenOf(insurer, HEAD_OF_SALES));
  expect(await policy('UNPAID')).toMatchObject({ status: 'active', standing: { outstanding: uah('90000.00'), pastDue: uah('0.00') } });
});

test('money that goes back makes a debt of what it covered, not of what was written off', async () => {
  await insurer.call('POST', '/payments/race/reversal', { reason: 'recalled', reversedOn: '2026-12-20' });
  expect((await policy('RACE')).installments[0]).toMatchObject({ writtenOff: uah('40.00'), outstanding: uah('29960.00') });
});

test('a shortfall within the tolerance never completes a policy by itself; written off, it does', async () => {
  await insurer.advanceTo('2027-01-20T10:00:00Z');
  expect(await policy('ENDS')).toMatchObject({ status: 'active', standing: { outstanding: uah('50.00') } });
  expect((await writeOff('ENDS', { reliefId: 'W-1' })).status).toBe(201);
  expect(await policy('ENDS')).toMatchObject({ status: 'completed', standing: { outstanding: uah('0.00') }, nextCheckpoint: null });
}, 60_000);

test.each<[string, string, object, number, string]>([
  ['of an installment that is not there', 'SMALL', { installment: 9 }, 400, 'INSTALLMENT_UNKNOWN'],
  ['of what is paid', 'SMALL', { installment: 1 }, 409, 'NOTHING_OWED'],
  ['of a policy that has nothing past due', 'SMALL', {}, 409, 'NOTHING_OWED'],
  ['of a closed policy', 'CLOSED', { installment: 1 }, 409, 'POLICY_CLOSED'],
  ['of an amount somebody names', 'SMALL', { amount: uah('1.00') }, 400, 'INVALID_REQUEST'],
  ['of installment 0', 'SMALL', { installment: 0 }, 400, 'INVALID_REQUEST'],
  ['without a reason', 'SMALL', { reason: ' ' }, 400, 'INVALID_REQUEST'],
  ['of a policy that is not there', 'NOWHERE', {}, 404, 'NOT_FOUND'],
])('a write-off %s is refused', async (_, number, body, status, code) => {
  expect((await writeOff(number, { reliefId: 'W-9', ...body })).body).toMatchObject({ status, code });
});

test('a token that may not write policies writes nothing off', async () => {
  const token = await insurer.cloud.token(['payments:write', 'read']);
  expect((await writeOff('SMALL', { reliefId: 'W-9' }, token)).body).toMatchObject({ status: 403, code: 'SCOPE_MISSING' });
});
