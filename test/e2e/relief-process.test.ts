import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Insurer, startInsurer } from '../support/insurer.ts';
import {
  acted,
  HEAD_OF_SALES,
  newestLink,
  onlyTaskOf,
  recordResult,
  reliefStory,
  submit,
  tasksOf,
  tokenOf,
} from '../support/participants.ts';

/**
 * Relief and the process, at class C (7 days of deferral once a year, 7 of hold, 5 of promise, agreements need approval). Every policy
 * owes 30,000.00 from Tue 1 Dec 2026 and as much each quarter; left alone: C4 Tue 8 Dec, C5 Fri 11 Dec, suspended (C6) Fri 18 Dec.
 */
let insurer: Insurer;

const POLICIES = ['EARLY', 'GRACE', 'HELD', 'RELEASED', 'PROMISE', 'SUSPENDED', 'AGREED', 'PART', 'CANCELLED', 'REINSTATED', 'LAPSED'];

const relief = (policyNumber: string, kind: string, body: object) =>
  insurer.call('POST', `/policies/${policyNumber}/${kind}`, { reason: 'asked for', ...body });
const policy = async (policyNumber: string) => (await insurer.call('GET', `/policies/${policyNumber}`)).body;
const next = async (policyNumber: string) => {
  const { code, at } = (await policy(policyNumber)).nextCheckpoint;
  return `${code} ${at.slice(0, 10)}`;
};
const approve = async (policyNumber: string) => {
  const { taskId } = await onlyTaskOf(insurer, HEAD_OF_SALES, policyNumber, 'approval');
  return recordResult(insurer, taskId, { outcome: 'approved' }, await tokenOf(insurer, HEAD_OF_SALES));
};
const suspendedOn = async (policyNumber: string) =>
  (await insurer.timeline(policyNumber)).find((e) => e.kind === 'status' && e.status === 'suspended')?.at.slice(0, 10);
const amount = (value: string) => ({ amount: value, currency: 'UAH' });

beforeAll(async () => {
  insurer = await startInsurer('2026-11-20T10:00:00Z');
  await insurer.client('UA-1');
  for (const number of POLICIES) await insurer.policy(number);
  await insurer.advanceTo('2026-11-21T10:00:00Z');
}, 60_000);
afterAll(() => insurer.cloud.stop());

test('a deferral before the due date: a new date, with everything that comes before and after it', async () => {
  const body = { reliefId: 'd-1', installment: 1, newDueOn: '2026-12-08' };
  const granted = await relief('EARLY', 'deferrals', body);
  expect([granted.status, granted.body]).toEqual([
    201,
    expect.objectContaining({ reliefId: 'd-1', status: 'granted', newDueOn: '2026-12-08' }),
  ]);
  expect((await relief('EARLY', 'deferrals', body)).status).toBe(200);
  const other = await relief('EARLY', 'deferrals', { ...body, newDueOn: '2026-12-07' });
  expect([other.status, other.body.code]).toEqual([409, 'RELIEF_ID_REUSED']);
  expect((await policy('EARLY')).installments[0]).toMatchObject({ dueOn: '2026-12-08', plannedDueOn: '2026-12-01', status: 'deferred' });
  expect(await next('EARLY')).toBe('C2 2026-12-07'); // 3 days before 8 Dec is Saturday 5 Dec; C1 is 14 days before: 24 Nov, and was done on 20 Nov
});

test('relief during grace does not restart it: its days are left out, no more', async () => {
  await insurer.advanceTo('2026-12-04T12:00:00Z');
  expect((await relief('GRACE', 'deferrals', { reliefId: 'd-1', installment: 1, newDueOn: '2026-12-08' })).status).toBe(201);
  expect((await policy('GRACE')).installments[0]).toMatchObject({ dueOn: '2026-12-08', status: 'deferred', daysPastDue: 0 });
  expect((await policy('GRACE')).standing).toMatchObject({ pastDue: amount('0.00') });
  expect((await relief('HELD', 'holds', { reliefId: 'h-1', until: '2026-12-11' })).status).toBe(201);
  expect((await relief('RELEASED', 'holds', { reliefId: 'h-1', until: '2026-12-11' })).status).toBe(201);
  expect([await next('HELD'), await next('RELEASED')]).toEqual(['C4 2026-12-15', 'C4 2026-12-15']); // 7 days later than 8 Dec
});

test('a hold that is ended gives the days back that it had yet to cover, and ending it twice changes nothing', async () => {
  await insurer.advanceTo('2026-12-07T12:00:00Z');
  for (const attempt of [1, 2]) {
    const ended = await insurer.call('DELETE', '/policies/RELEASED/holds/h-1');
    expect([attempt, ended.status, ended.body]).toEqual([attempt, 200, expect.objectContaining({ endedOn: '2026-12-07' })]);
  }
  expect(await next('RELEASED')).toBe('C4 2026-12-11'); // 3 days, 4 to 6 Dec
  expect(await reliefStory(insurer, 'RELEASED')).toEqual(['hold granted', 'hold ended']);
  expect((await insurer.call('DELETE', '/policies/RELEASED/holds/h-2')).status).toBe(404);
});

test('a promise of a part is kept by that part', async () => {
  const promise = { reliefId: 'p-1', promisedOn: '2026-12-09', amount: amount('10000.00') };
  expect((await relief('PROMISE', 'promises', promise)).status).toBe(201);
  await insurer.pay('pay-1', 'PROMISE', '9999.99', { receivedOn: '2026-12-08' });
  await insurer.advanceTo('2026-12-09T20:00:00Z');
  expect(await reliefStory(insurer, 'PROMISE')).toEqual(['promise granted']);
  await insurer.pay('pay-2', 'PROMISE', '0.01', { receivedOn: '2026-12-09' });
  await insurer.advanceTo('2026-12-10T20:00:00Z');
  expect(await reliefStory(insurer, 'PROMISE')).toEqual(['promise granted', 'promise kept']);
});

test('the days of grace that relief leaves are those that were left before it', async () => {
  await insurer.advanceTo('2026-12-31T12:00:00Z');
  expect(await suspendedOn('SUSPENDED')).toBe('2026-12-18');
  expect(await suspendedOn('GRACE')).toBe('2026-12-23'); // 5 paused days, 4 to 8 Dec; a new grace would have ended on 18 Dec
  expect(await suspendedOn('RELEASED')).toBe('2026-12-21'); // 3 paused days
  expect(await suspendedOn('HELD')).toBe('2026-12-28'); // 7 paused days lead to Fri 25 Dec, a holiday
  expect(await suspendedOn('EARLY')).toBe('2026-12-28'); // due 8 Dec, grace to 18 Dec, 5 business days with Christmas between
});

test('beyond authority nothing changes until it is approved; then a suspended policy is restored at once', async () => {
  const asked = { reliefId: 'd-9', installment: 1, newDueOn: '2027-01-29' };
  const pending = await relief('SUSPENDED', 'deferrals', asked);
  expect([pending.status, pending.body]).toEqual([202, { status: 'pendingApproval', reliefId: 'd-9', taskId: expect.any(String) }]);
  expect((await relief('SUSPENDED', 'deferrals', asked)).body).toEqual(pending.body);
  expect(await policy('SUSPENDED')).toMatchObject({ status: 'suspended', installments: [{ dueOn: '2026-12-01' }, {}, {}, {}] });
  await insurer.advanceTo('2026-12-31T12:01:00Z');
  expect((await submit(await newestLink(insurer, HEAD_OF_SALES, 'SUSPENDED'), { outcome: 'approved' })).status).toBe(200);
  expect(await policy('SUSPENDED')).toMatchObject({ status: 'active', standing: { pastDue: amount('0.00') } });
  expect((await relief('SUSPENDED', 'deferrals', asked)).body).toMatchObject({ status: 'granted', newDueOn: '2027-01-29' });
  const [status] = (await insurer.timeline('SUSPENDED')).filter((e) => e.kind === 'status' && e.status === 'active');
  expect(status).toMatchObject({ at: expect.stringContaining('2026-12-31') });
});

test('a deferral that is declined changes nothing, and is known as declined', async () => {
  const asked = { reliefId: 'd-1', installment: 1, newDueOn: '2027-03-01' };
  await relief('HELD', 'deferrals', asked);
  const { taskId } = await onlyTaskOf(insurer, HEAD_OF_SALES, 'HELD', 'approval');
  await recordResult(insurer, taskId, { outcome: 'declined' }, await tokenOf(insurer, HEAD_OF_SALES));
  expect((await policy('HELD')).status).toBe('suspended');
  const replay = await relief('HELD', 'deferrals', asked);
  expect([replay.status, replay.body.status]).toEqual([200, 'declined']);
});

test('an agreement re-slices what is outstanding to the cent; covered parts stay where they are', async () => {
  await insurer.pay('pay-part', 'PART', '12345.67', { receivedOn: '2026-12-31' });
  const wrong = await relief('PART', 'agreements', {
    reliefId: 'a-0',
    installments: [{ dueOn: '2027-01-15', amount: amount('107654.32') }],
  });
  expect([wrong.status, wrong.body.code, wrong.body.detail]).toEqual([
    400,
    'SUM_NOT_OUTSTANDING',
    expect.stringContaining('107654.33 UAH'),
  ]);
  const slices = [
    { dueOn: '2027-01-15', amount: amount('50000.00') },
    { dueOn: '2027-02-15', amount: amount('57654.33') },
  ];
  expect((await relief('PART', 'agreements', { reliefId: 'a-1', installments: slices })).status).toBe(202);
  expect((await approve('PART')).status).toBe(200);
  const agreed = await policy('PART');
  expect(
    agreed.installments.map((i: { number: number; amount: object; covered: object; status: string }) => [
      i.number,
      i.amount,
      i.covered,
      i.status,
    ]),
  ).toEqual([
    [1, amount('12345.67'), amount('12345.67'), 'paid'],
    [5, amount('50000.00'), amount('0.00'), 'upcoming'],
    [6, amount('57654.33'), amount('0.00'), 'upcoming'],
  ]);
  expect(agreed).toMatchObject({ status: 'active', standing: { outstanding: amount('107654.33'), pastDue: amount('0.00') } });
  await insurer.pay('pay-named', 'PART', '57654.33', { receivedOn: '2026-12-31', installment: 6 });
  await insurer.pay('pay-rest', 'PART', '50000.00', { receivedOn: '2026-12-31' });
  expect((await policy('PART')).standing).toMatchObject({ outstanding: amount('0.00'), excessCredit: amount('0.00') });
});

test('an agreement that money has overtaken can only be declined', async () => {
  const slices = [{ dueOn: '2027-01-15', amount: amount('120000.00') }];
  await relief('AGREED', 'agreements', { reliefId: 'a-1', installments: slices });
  await insurer.pay('pay-late', 'AGREED', '1.00', { receivedOn: '2026-12-31' });
  const overtaken = await approve('AGREED');
  expect([overtaken.status, overtaken.body.code]).toEqual([400, 'SUM_NOT_OUTSTANDING']);
  expect((await policy('AGREED')).installments).toHaveLength(4);
});

test('a cancelled policy is left alone: no next checkpoint, no open task, no mail, and money for it waits in suspense', async () => {
  const cancellation = { reason: 'sold the fleet', cancelledOn: '2026-12-31' };
  const cancelled = await insurer.call('POST', '/policies/CANCELLED/cancellation', cancellation);
  expect([cancelled.status, cancelled.body.status, cancelled.body.nextCheckpoint]).toEqual([200, 'cancelled', null]);
  expect((await insurer.call('POST', '/policies/CANCELLED/cancellation', cancellation)).status).toBe(200);
  const statuses = (await insurer.timeline('CANCELLED')).filter((e) => e.kind === 'status' && e.status === 'cancelled');
  expect(statuses).toEqual([expect.objectContaining({ by: 'local-user', reason: 'sold the fleet', on: '2026-12-31' })]);
  expect(await tasksOf(insurer, HEAD_OF_SALES, 'CANCELLED')).toEqual([]);
  expect((await insurer.pay('pay-c', 'CANCELLED', '10.00')).body).toMatchObject({ status: 'suspense', reason: 'policyClosed' });
  const refused = await relief('CANCELLED', 'holds', { reliefId: 'h', until: '2027-01-05' });
  expect([refused.status, refused.body.code]).toEqual([409, 'POLICY_CLOSED']);
  expect((await insurer.call('POST', '/policies/CANCELLED/reinstatement', { reason: 'again' })).status).toBe(409);
});

test('a reinstated policy is in force, and control goes on with what is still to come', async () => {
  const before = await acted(insurer, 'REINSTATED');
  for (const attempt of [1, 2]) {
    const answer = await insurer.call('POST', '/policies/REINSTATED/reinstatement', { reason: 'board decision' });
    expect([attempt, answer.status, answer.body.status]).toEqual([attempt, 200, 'active']);
  }
  expect(await acted(insurer, 'REINSTATED')).toEqual(before);
  expect(await next('REINSTATED')).toMatch(/^C8 2027-01/); // C7 was on 28 Dec
  await insurer.advanceTo('2027-01-20T12:00:00Z');
  expect((await policy('REINSTATED')).status).toBe('lapsed');
  expect((await policy('LAPSED')).status).toBe('lapsed');
  await insurer.call('POST', '/policies/LAPSED/reinstatement', { reason: 'paid at the counter' });
  expect(await policy('LAPSED')).toMatchObject({ status: 'active', nextCheckpoint: { installment: 2 } });
  await insurer.pay('pay-l', 'LAPSED', '30000.00');
  expect((await policy('LAPSED')).standing).toMatchObject({ pastDue: amount('0.00') });
});

test('others learn of relief, cancellation and restoration', async () => {
  await insurer.cloud.advanceTo(insurer.cloud.clock.now()); // quiet: all that was written to the Outbox has left
  const { items } = (await (await fetch(`${insurer.cloud.apiUrl}/_local/events`)).json()) as {
    readonly items: readonly { readonly detail: { readonly eventId: string } }[];
  };
  const told = [...new Map(items.map((event) => [event.detail.eventId, JSON.stringify(event)])).values()]; // at least once, each with its id
  for (const [type, about] of [
    ['ReliefGranted', '"reliefId":"d-9"'],
    ['PolicyCancelled', '"policyNumber":"CANCELLED"'],
    ['PolicyRestored', '"policyNumber":"REINSTATED"'],
  ] as const)
    expect(told.filter((event) => event.includes(type) && event.includes(about))).toHaveLength(1);
});
