import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Insurer, startInsurer, type TimelineEntry } from '../support/insurer.ts';

/** The main job over the local cloud: real HTTP, real SDK clients, mailbox and clock. 1 Nov 2026 is before every checkpoint. */
let insurer: Insurer;

beforeAll(async () => {
  insurer = await startInsurer('2026-11-01T08:00:00Z');
  await insurer.client('UA-1');
});
afterAll(() => insurer.cloud.stop());

const checkpoints = (timeline: readonly TimelineEntry[], installment: number) =>
  timeline
    .filter((e) => e.kind === 'checkpoint' && e.installment === installment)
    .map((e) => `${e.code} ${e.outcome} ${e.at.slice(0, 10)}`);

const localHour = (at: string) =>
  Number(new Intl.DateTimeFormat('en', { timeZone: 'Europe/Kyiv', hour: 'numeric', hourCycle: 'h23' }).format(new Date(at)));

test('three policies live a year and a half: one pays on time, one never, one when it is suspended', async () => {
  for (const number of ['ON-TIME', 'NEVER', 'LATE']) expect((await insurer.policy(number)).status).toBe(201);

  await insurer.advanceTo('2026-11-25T08:00:00Z'); // C1 was on 17 Nov
  expect((await insurer.pay('p-1', 'ON-TIME', '30000.00', { receivedOn: '2026-11-25' })).status).toBe(201);
  const mailsBefore = (await insurer.mails()).filter((m) => m.subject.includes('ON-TIME')).length;

  await insurer.advanceTo('2026-12-20T08:00:00Z'); // C6 was on 18 Dec
  expect((await insurer.call('GET', '/policies/LATE')).body.status).toBe('suspended');
  expect((await insurer.mails()).filter((m) => m.subject.includes('ON-TIME'))).toHaveLength(mailsBefore);

  expect((await insurer.pay('p-2', 'LATE', '30000.00', { receivedOn: '2026-12-20' })).status).toBe(201);
  const restored = (await insurer.call('GET', '/policies/LATE')).body;
  expect([restored.status, restored.standing.pastDue.amount, restored.standing.paidToDate]).toEqual(['active', '0.00', '2027-02-28']);

  await insurer.advanceTo('2027-02-01T08:00:00Z');
  // Worked by hand from the regulation: due Tue 1 Dec 2026, grace 10 calendar days, Ukrainian business days (25 Dec and 1 Jan are none).
  expect(checkpoints(await insurer.timeline('NEVER'), 1)).toEqual([
    'C1 acted 2026-11-17', // −14 days
    'C2 acted 2026-11-30', // −3 days is Sat 28 Nov, moves to Monday
    'C3 acted 2026-12-02', // +1 business day
    'C4 acted 2026-12-08', // +5 business days
    'C5 acted 2026-12-11', // grace end
    'C6 acted 2026-12-18', // +5 business days
    'C7 acted 2026-12-28', // +10: 25 Dec is a holiday
    'C8 acted 2027-01-12', // +20: 1 Jan is a holiday
  ]);
  expect(checkpoints(await insurer.timeline('ON-TIME'), 1).map((c) => c.slice(0, 8))).toEqual([
    'C1 acted',
    'C2 clear',
    'C3 clear',
    'C4 clear',
    'C5 clear',
    'C6 clear',
    'C7 clear',
    'C8 clear',
  ]);
  expect(
    checkpoints(await insurer.timeline('LATE'), 1)
      .map((c) => c.slice(0, 8))
      .slice(5),
  ).toEqual(['C6 acted', 'C7 clear', 'C8 clear']);
  // C5 is the head of sales' to do, and the account manager's to be asked about first
  const escalation = (await insurer.mails()).find(({ text, subject }) => subject.includes('NEVER') && text.includes('A5. '));
  expect(escalation?.text).toMatch(/Ask before:?\s+Olena Koval \(olena@example.com\)/);
  const lapsed = (await insurer.call('GET', '/policies/NEVER')).body;
  expect([lapsed.status, lapsed.nextCheckpoint]).toEqual(['lapsed', null]);
}, 60_000);

test('every checkpoint is at local business time, in summer as in winter', async () => {
  await insurer.policy('SUMMER', {
    paymentPlan: { kind: 'installments', count: 12, everyMonths: 1, firstDueOn: '2027-03-29' },
    coverFrom: '2027-03-01',
    coverTo: '2028-02-28',
  });
  await insurer.advanceTo('2027-06-15T08:00:00Z'); // DST began on 28 Mar 2027
  const at = (await insurer.timeline('SUMMER')).filter((e) => e.kind === 'checkpoint').map((e) => localHour(e.at));
  expect(at.length).toBeGreaterThan(7);
  expect(at.every((hour) => hour === 9 || hour === 10)).toBe(true);
}, 60_000);

test('a reminder names policy, installment, amount, date and how to pay, in the language of its reader', async () => {
  const mails = await insurer.mails();
  const toPolicyholder = mails.find((m) => m.to.includes('cfo@example.com') && m.text.includes('NEVER'));
  for (const fact of ['NEVER', '1 of 4', '30,000.00', '1 December 2026']) expect(toPolicyholder?.text).toContain(fact);
  const toManager = mails.find(
    (m) => m.to.includes('olena@example.com') && m.text.includes('NEVER') && /Call the policyholder/.test(m.text),
  );
  expect(toManager?.subject).toMatch(/[а-яіїє]/i);
  expect(toManager?.text).toContain('Telephone call');
});

test('what was decided can be reproduced from the record of it', async () => {
  const [first] = (await insurer.timeline('NEVER')).filter((e) => e.kind === 'checkpoint');
  expect(first?.['inputs']).toMatchObject({
    receivedMinor: 0,
    regulation: { regulationId: 'premium-control', version: 1 },
    conditions: { conditions: { graceDays: 10 } },
  });
});
