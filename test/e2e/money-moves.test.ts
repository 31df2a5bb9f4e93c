import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Insurer, startInsurer } from '../support/insurer.ts';

/** Money that goes back, arrives without a target, or for several policies at once: every cent is somewhere, once. */
let insurer: Insurer;

beforeAll(async () => {
  insurer = await startInsurer('2026-11-01T08:00:00Z');
  await insurer.client('UA-1');
  for (const number of ['BACK', 'AGAIN', 'TO-A', 'TO-B', 'DONE']) await insurer.policy(number);
});
afterAll(() => insurer.cloud.stop());

const policy = async (number: string) => (await insurer.call('GET', `/policies/${number}`)).body;
const received = async (number: string) => (await policy(number)).standing.received.amount;
const post = (path: string, body: unknown) => insurer.call('POST', path, body);

test('a reversal takes the money back, once; the same again is answered as done, another one refused', async () => {
  await insurer.pay('back-1', 'BACK', '30000.00', { installment: 1 });
  const reversal = { reason: 'recalled by the bank', reversedOn: '2026-11-05' };
  const first = await post('/payments/back-1/reversal', reversal);
  expect([first.status, first.body.status, await received('BACK')]).toEqual([200, 'reversed', '0.00']);
  expect((await post('/payments/back-1/reversal', reversal)).status).toBe(200);
  expect((await post('/payments/back-1/reversal', { ...reversal, reason: 'other' })).body.code).toBe('ALREADY_REVERSED');
  expect(await received('BACK')).toBe('0.00');
  expect((await insurer.timeline('BACK')).filter((e) => e.kind === 'reversal')).toHaveLength(1);
  expect((await insurer.call('GET', '/payments/back-1')).body).toMatchObject({ status: 'reversed', allocations: [] });
});

test('20 reversals of one payment at once take it back once', async () => {
  await insurer.pay('back-2', 'BACK', '500.00');
  await Promise.all(
    Array.from({ length: 20 }, () => post('/payments/back-2/reversal', { reason: 'chargeback', reversedOn: '2026-11-05' })),
  );
  expect(await received('BACK')).toBe('0.00');
});

test('money in suspense is allocated, split, or returned; each once, and a replay of its first message is still known', async () => {
  for (const id of ['s-1', 's-2', 's-3']) expect((await insurer.pay(id, 'WRONG', '1000.00')).status).toBe(202);
  expect((await post('/payments/s-1/allocation', { policyNumber: 'TO-A', installment: 2 })).body).toMatchObject({
    status: 'applied',
    policyNumber: 'TO-A',
  });
  expect((await post('/payments/s-1/allocation', { policyNumber: 'TO-A', installment: 2 })).status).toBe(200);
  expect((await post('/payments/s-1/allocation', { policyNumber: 'TO-B' })).body.code).toBe('NOT_IN_SUSPENSE');
  expect((await insurer.pay('s-1', 'WRONG', '1000.00')).status).toBe(200);

  const parts = (a: string, b: string) => ({
    parts: [
      { policyNumber: 'TO-A', amount: { amount: a, currency: 'UAH' } },
      { policyNumber: 'TO-B', amount: { amount: b, currency: 'UAH' } },
    ],
  });
  expect((await post('/payments/s-2/split', parts('600.00', '300.00'))).body.code).toBe('SUM_NOT_PAYMENT');
  expect((await post('/payments/s-2/split', parts('600.00', '400.00'))).body.status).toBe('split');
  expect((await post('/payments/s-2/split', parts('600.00', '400.00'))).status).toBe(200);
  expect([await received('TO-A'), await received('TO-B')]).toEqual(['1600.00', '400.00']);

  expect((await post('/payments/s-3/disbursement', { reason: 'not ours', disbursedOn: '2026-11-06' })).body.status).toBe('disbursed');
  expect((await post('/payments/s-3/allocation', { policyNumber: 'TO-A' })).body.code).toBe('NOT_IN_SUSPENSE');
  expect((await insurer.call('GET', '/payments?status=suspense')).body.items).toEqual([]);

  await post('/payments/s-2/reversal', { reason: 'recalled', reversedOn: '2026-11-07' });
  expect([await received('TO-A'), await received('TO-B')]).toEqual(['1000.00', '0.00']);
  const whole = (await insurer.call('GET', '/payments/s-2')).body; // where it went, and came back from
  expect([whole.status, whole.parts.length]).toEqual(['reversed', 2]);
  for (const part of whole.parts)
    expect((await insurer.call('GET', `/payments/${part}`)).body).toMatchObject({ status: 'reversed', partOf: 's-2' });
});

test('a refused allocation leaves the money in suspense', async () => {
  await insurer.pay('s-4', 'WRONG', '7.00');
  expect((await post('/payments/s-4/allocation', { policyNumber: 'NOWHERE' })).body).toMatchObject({ status: 409, code: 'NO_SUCH_TARGET' });
  expect((await insurer.call('GET', '/payments/s-4')).body.status).toBe('suspense');
});

test('cover restored by money that bounces is suspended again by the process', async () => {
  await insurer.advanceTo('2026-12-20T08:00:00Z');
  expect((await policy('AGAIN')).status).toBe('suspended');
  await insurer.pay('bounces', 'AGAIN', '30000.00');
  expect((await policy('AGAIN')).status).toBe('active');
  await post('/payments/bounces/reversal', { reason: 'no funds', reversedOn: '2026-12-21' });
  expect((await policy('AGAIN')).status).toBe('suspended');
  const statuses = (await insurer.timeline('AGAIN')).filter((e) => e.kind === 'status').map((e) => e.status);
  expect(statuses).toEqual(['suspended', 'active', 'suspended']);
});

test('a payment that had cleared checkpoints goes back: they are looked at again, and only the most advanced acts', async () => {
  await insurer.policy('LATER', { paymentPlan: { kind: 'fullPay', dueOn: '2027-02-01' } });
  await insurer.pay('later', 'LATER', '120000.00');
  await insurer.advanceTo('2027-02-20T08:00:00Z'); // past C5: all clear
  await post('/payments/later/reversal', { reason: 'recalled', reversedOn: '2027-02-20' });
  const again = (await insurer.timeline('LATER')).filter((e) => e.kind === 'checkpoint').slice(-4);
  expect(again.map((e) => `${e.code} ${e.outcome}`)).toEqual(['C1 superseded', 'C2 superseded', 'C3 superseded', 'C4 acted']);
  expect((await policy('LATER')).status).toBe('active'); // suspension waits for its own time after the notice
}, 60_000);
