import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHandler } from '../../functions/audit/audit.handler.ts';
import { addDays, localDate } from '../../shared/domain/local-date.ts';
import { type Insurer, startInsurer } from '../support/insurer.ts';

/**
 * Money that goes back long after it was paid. ENDED: 100.00 UAH, due and paid on Tue 1 Dec 2026, cover until 11 Dec. SMALL: 140.00 in
 * two halves, under a process that begins beyond 100.00; the first half was paid on its day. RACES is as ENDED, paid in two payments.
 */
let insurer: Insurer;

const uah = (amount: string) => ({ amount, currency: 'UAH' });
const policy = async (number: string) => (await insurer.call('GET', `/policies/${number}`)).body;
const goesBack = (paymentId: string, reversedOn = '2027-02-14') =>
  insurer.call('POST', `/payments/${paymentId}/reversal`, { reason: 'returned', reversedOn });
const statuses = async (number: string) => (await insurer.timeline(number)).filter(({ kind }) => kind === 'status');
const pastDue = async (): Promise<readonly string[]> =>
  (await insurer.call('GET', '/policies?pastDue=true&limit=100')).body.items.map((item: { policyNumber: string }) => item.policyNumber);
const audited = async () => {
  const audit = createHandler({ pace: { random: () => 0, sleep: async () => {} } });
  return (await audit({}, { getRemainingTimeInMillis: () => 900_000 })).differences;
};

const SHORT = { premium: uah('100.00'), coverTo: '2026-12-11', paymentPlan: { kind: 'fullPay', dueOn: '2026-12-01' } };
const HALVES = {
  premium: uah('140.00'),
  regulationId: 'tolerant',
  paymentPlan: { kind: 'installments', count: 2, everyMonths: 6, firstDueOn: '2026-12-01' },
};

beforeAll(async () => {
  insurer = await startInsurer('2026-12-01T08:00:00Z');
  await insurer.client('UA-1');
  const { self: _, regulationId: __, version: ___, ...builtIn } = (await insurer.call('GET', '/regulations/premium-control')).body;
  const thresholds = [{ currency: 'UAH', writeOff: uah('100.00'), start: uah('100.00'), adverse: uah('100.00') }];
  expect((await insurer.call('PUT', '/regulations/tolerant', { ...builtIn, thresholds })).status).toBe(201);
  for (const number of ['ENDED', 'RACES']) expect((await insurer.policy(number, SHORT)).status).toBe(201);
  for (const number of ['SMALL', 'UNPAID']) expect((await insurer.policy(number, HALVES)).status).toBe(201);
  const on = { receivedOn: '2026-12-01' };
  await insurer.pay('ended', 'ENDED', '100.00', on);
  await insurer.pay('races-1', 'RACES', '60.00', on);
  await insurer.pay('races-2', 'RACES', '40.00', on);
  await insurer.pay('small', 'SMALL', '70.00', on);
  await insurer.advanceTo('2027-02-14T10:00:00Z');
}, 120_000);
afterAll(() => insurer.cloud.stop());

test('a completed policy that is open again says so: by whom, why, and what comes next; its books add up', async () => {
  expect(await policy('ENDED')).toMatchObject({ status: 'completed', nextCheckpoint: null });
  await goesBack('ended');
  expect(await policy('ENDED')).toMatchObject({ status: 'active', standing: { pastDue: uah('100.00'), daysPastDue: 75 } });
  expect((await policy('ENDED')).nextCheckpoint).not.toBeNull();
  const [, opened, ...more] = await statuses('ENDED');
  expect(opened).toMatchObject({ status: 'active', reason: 'paymentReversed', by: expect.stringMatching(/^(?!system)./) });
  expect(more).toEqual([]);
  expect(await pastDue()).toContain('ENDED');
  expect(await audited()).toEqual([]);
});

test('paid again, it is completed again', async () => {
  await insurer.pay('ended-again', 'ENDED', '100.00', { receivedOn: '2027-02-14' });
  await insurer.advanceTo('2027-04-15T10:00:00Z');
  expect(await policy('ENDED')).toMatchObject({ status: 'completed', nextCheckpoint: null });
  expect((await statuses('ENDED')).map(({ status }) => status)).toEqual(['completed', 'active', 'completed']);
  expect(await audited()).toEqual([]);
}, 60_000);

test('both payments of a completed policy go back at once: it is open again once', async () => {
  await Promise.all(['races-1', 'races-2'].map((id) => goesBack(id)));
  expect(await policy('RACES')).toMatchObject({ status: 'active', standing: { received: uah('0.00'), outstanding: uah('100.00') } });
  expect((await statuses('RACES')).map(({ status }) => status)).toEqual(['completed', 'active']);
  expect(await audited()).toEqual([]);
});

test('what is past due again is listed, though the process does not pursue so little', async () => {
  const today = localDate('2027-04-15');
  expect(await pastDue()).not.toContain('SMALL');
  await goesBack('small', today);
  expect((await policy('SMALL')).standing).toMatchObject({ pastDue: uah('70.00'), daysPastDue: 135 });
  expect(await pastDue()).toEqual(expect.arrayContaining(['SMALL', 'UNPAID']));
  await insurer.advanceTo(`${addDays(today, 4)}T10:00:00Z`);
  expect(await pastDue()).toEqual(expect.arrayContaining(['SMALL', 'UNPAID']));
}, 60_000);
