import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Insurer, startInsurer, type TimelineEntry } from '../support/insurer.ts';

/** Classes visibly change the course of two equal late payments, and a class that changes changes what comes next. */
let insurer: Insurer;
beforeAll(async () => {
  insurer = await startInsurer('2026-11-01T08:00:00Z');
});
afterAll(() => insurer.cloud.stop());

const uah = (amount: string) => ({ amount, currency: 'UAH' });
const STRONG = { annualRevenue: uah('3000000000.00') };
const checkpoints = (timeline: readonly TimelineEntry[]) =>
  timeline.filter((e) => e.kind === 'checkpoint' && e.outcome === 'acted').map((e) => `${e.code} ${e.at.slice(0, 10)}`);
const policy = async (number: string) => (await insurer.call('GET', `/policies/${number}`)).body;
const lettersAbout = async (number: string, to: string) =>
  (await insurer.mails()).filter((m) => m.to.includes(to) && m.text.includes(number));

/** One policy of 2,000,000.00 UAH in force, paid in time: with it, results are F2 (60.27 points, see the reassessment's own tests). */
async function goodResults(clientId: string, number: string): Promise<void> {
  const plan = { kind: 'fullPay', dueOn: '2026-11-05' };
  const premium = uah('2000000.00');
  await insurer.policy(number, { clientId, premium, coverFrom: '2026-11-01', coverTo: '2027-10-31', paymentPlan: plan, product: 'Fleet' });
  await insurer.pay(`paid-${number}`, number, '2000000.00', { receivedOn: '2026-11-03' });
}

test('of two equal late payments A gets a call and ten more days, C gets the letter', async () => {
  await insurer.client('A-CLIENT', { email: 'alpha@example.com', potential: STRONG });
  await insurer.client('C-CLIENT', { email: 'gamma@example.com' });
  await goodResults('A-CLIENT', 'GOOD');
  await insurer.advanceTo('2026-11-10T08:00:00Z'); // the recurring reassessment was on 8 Nov
  expect((await insurer.call('GET', '/clients/A-CLIENT')).body.significance).toMatchObject({
    class: 'A',
    potentialBand: 'P1',
    resultBand: 'F2',
  });
  expect((await insurer.call('GET', '/clients/C-CLIENT')).body.significance).toMatchObject({ class: 'C', resultBand: 'F3' });
  await insurer.policy('LATE-A', { clientId: 'A-CLIENT' });
  await insurer.policy('LATE-C', { clientId: 'C-CLIENT' });

  await insurer.advanceTo('2026-12-01T20:00:00Z');
  const counted = async () => [
    (await lettersAbout('LATE-C', 'gamma@example.com')).length,
    (await lettersAbout('LATE-A', 'alpha@example.com')).length,
    (await lettersAbout('LATE-A', 'olena@example.com')).length,
  ];
  const [toC = 0, toA = 0, toManager = 0] = await counted();
  await insurer.advanceTo('2026-12-09T08:00:00Z');
  expect(await counted()).toEqual([toC + 1, toA, toManager + 1]); // C has the letter, A's account manager the call

  await insurer.advanceTo('2026-12-20T08:00:00Z');
  expect([(await policy('LATE-A')).status, (await policy('LATE-C')).status]).toEqual(['active', 'suspended']);
  await insurer.advanceTo('2026-12-30T08:00:00Z');
  expect((await policy('LATE-A')).status).toBe('suspended');

  // by hand: due Tue 1 Dec; free are weekends and Fri 25 Dec. A: letter 8 + 10 → Fri 18; grace ends Mon 21; +5: 22, 23, 24, 28, 29.
  expect(checkpoints(await insurer.timeline('LATE-C')).slice(2, 6)).toEqual([
    'C3 2026-12-02',
    'C4 2026-12-08',
    'C5 2026-12-11',
    'C6 2026-12-18',
  ]);
  const lateA = await insurer.timeline('LATE-A');
  expect(checkpoints(lateA).slice(2, 6)).toEqual(['C3 2026-12-02', 'C4 2026-12-18', 'C5 2026-12-21', 'C6 2026-12-29']);
  const inputs = lateA.findLast((e) => e.kind === 'checkpoint')?.['inputs'];
  expect(inputs).toMatchObject({ conditions: { class: 'A', modelVersion: 1, conditions: { graceDays: 20, reminders: 'personal' } } });
}, 90_000);

test('a class that changes changes what open policies do next, at once, and nothing that was done', async () => {
  const { body: model } = await insurer.call('GET', '/significance/model');
  const generous = { ...model, matrix: { ...model.matrix, P1: { F1: 'A', F2: 'A', F3: 'A' } } };
  expect((await insurer.call('PUT', '/significance/model', generous)).status).toBe(201);
  await insurer.client('MOVING', { email: 'moving@example.com' });
  const paymentPlan = { kind: 'fullPay', dueOn: '2027-03-01' };
  await insurer.policy('MOVES', { clientId: 'MOVING', paymentPlan, coverFrom: '2027-03-01', coverTo: '2028-02-29' });
  await insurer.advanceTo('2027-03-10T08:00:00Z'); // due Mon 1 Mar, Mon 8 Mar is free: C3 on 2 Mar, C4 on Tue 9 Mar, C5 on 11 Mar
  const before = await insurer.timeline('MOVES');
  expect((await policy('MOVES')).nextCheckpoint).toMatchObject({ code: 'C5', at: expect.stringContaining('2027-03-11') });

  await insurer.client('MOVING', { email: 'moving@example.com', potential: STRONG });
  await insurer.advanceTo('2027-03-10T08:01:00Z');
  expect((await policy('MOVES')).nextCheckpoint).toMatchObject({ code: 'C5', at: expect.stringContaining('2027-03-22') }); // 21 Mar is a Sunday
  expect(await insurer.timeline('MOVES')).toEqual(before);
  const events = (await insurer.call('GET', '/_local/events')).body.items;
  expect(
    events.find((e: Record<string, unknown>) => e['detail-type'] === 'ClassChanged' && JSON.stringify(e).includes('MOVING')),
  ).toMatchObject({
    detail: { from: 'C', to: 'A', modelVersion: 2 },
  });

  await insurer.client('MOVING', { email: 'moving@example.com' }); // and back
  await insurer.advanceTo('2027-03-10T08:02:00Z');
  expect((await policy('MOVES')).nextCheckpoint).toMatchObject({ code: 'C5', at: expect.stringContaining('2027-03-11') });
}, 90_000);

test('policies without a classified client use the default class of the model', async () => {
  await insurer.client('PERSON', { kind: 'individual', email: 'person@example.com' });
  const paymentPlan = { kind: 'fullPay', dueOn: '2027-05-17' };
  await insurer.policy('OF-A-PERSON', { clientId: 'PERSON', paymentPlan, coverFrom: '2027-05-17', coverTo: '2028-05-16' });
  await insurer.advanceTo('2027-05-05T08:00:00Z');
  const [first] = (await insurer.timeline('OF-A-PERSON')).filter((e) => e.kind === 'checkpoint');
  expect(first?.['inputs']).toMatchObject({ conditions: { class: 'B', modelVersion: 2 } });
}, 60_000);
