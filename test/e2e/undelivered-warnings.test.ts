import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Insurer, startInsurer } from '../support/insurer.ts';
import { mailsTo, recordResult, type ShownTask } from '../support/participants.ts';

/**
 * The overdue notice C4 of Tue 8 Dec 2026 comes back from each of these clients. Suspension, C6, would be on Fri 18 Dec. What somebody
 * does on Mon 21 Dec is 13 days after the notice's own day, so suspension comes 13 days later: on Thu 31 Dec.
 */
let insurer: Insurer;
const POLICIES = ['NOBODY', 'TOLD', 'MOVED', 'PAID', 'UNANSWERED', 'BOTH', 'FIXED-AND-PAID'];

const clientOf = (number: string, email: string) => insurer.client(`C-${number}`, { email });
const right = (number: string) => `right-${number.toLowerCase()}@example.com`;
const statusOf = async (number: string) => (await insurer.call('GET', `/policies/${number}`)).body.status;
const lettersOf = async (number: string, checkpoint: string) =>
  (await insurer.timeline(number)).filter((e) => e.kind === 'notice' && e['to'] === 'policyholder' && e['checkpoint'] === checkpoint);
/** Whoever has them: what is late goes to who is accountable. */
const undelivered = async (number: string): Promise<readonly ShownTask[]> => {
  const { items } = (await insurer.call('GET', `/tasks?policyNumber=${number}`)).body;
  return items.filter((task: ShownTask) => task.kind === 'undelivered' && task.status === 'open');
};
const record = async (number: string, result: object) => recordResult(insurer, (await undelivered(number))[0]?.taskId ?? 'none', result);

beforeAll(async () => {
  insurer = await startInsurer('2026-11-30T10:00:00Z');
  for (const number of POLICIES) {
    await clientOf(number, `${number.toLowerCase()}@example.com`);
    expect((await insurer.policy(number, { clientId: `C-${number}` })).status).toBe(201);
  }
  await insurer.advanceTo('2026-12-07T12:00:00Z');
  for (const number of POLICIES) await clientOf(number, 'bounce@example.com');
  await insurer.advanceTo('2026-12-21T12:00:00Z');
}, 120_000);
afterAll(() => insurer.cloud.stop());

test('a warning that came back is a task, suspension waits for it, and the timeline says so every business day', async () => {
  expect(await lettersOf('NOBODY', 'C4')).toMatchObject([{ state: 'BOUNCED' }]);
  expect(await undelivered('NOBODY')).toHaveLength(1);
  const waits = (await insurer.timeline('NOBODY')).filter((e) => e['waiting'] === 'C6');
  expect(waits.map((e) => `${e.at.slice(0, 10)} ${e['reason']}`)).toEqual(['2026-12-18 noticeNotSent', '2026-12-21 noticeNotSent']);
  expect(await statusOf('NOBODY')).toBe('active');
});

test('what people do about it on 21 Dec', async () => {
  const result = await record('TOLD', { outcome: 'done', note: 'read to the CFO by telephone; copy sent by post' });
  expect(result.body).toMatchObject({ status: 'done', result: { outcome: 'done', effect: { effect: 'told' } } });
  await clientOf('MOVED', right('MOVED'));
  await insurer.pay('pay-1', 'PAID', '30000.00');
  const [both] = await undelivered('BOTH');
  await clientOf('BOTH', right('BOTH'));
  expect([200, 409]).toContain((await recordResult(insurer, both?.taskId ?? 'none', { outcome: 'done' })).status);
  await clientOf('FIXED-AND-PAID', right('FIXED-AND-PAID'));
  await insurer.pay('pay-2', 'FIXED-AND-PAID', '30000.00');
  await record('UNANSWERED', { outcome: 'noAnswer' });
  await insurer.advanceTo('2026-12-21T13:00:00Z');
}, 60_000);

test('who told it, and on which day, is in the timeline', async () => {
  const [entry] = (await insurer.timeline('TOLD')).filter((e) => e.kind === 'task' && e['happened'] === 'told');
  expect(entry).toMatchObject({ by: 'local-user', installment: 1, checkpoint: 'C4', on: '2026-12-21' });
  expect(await undelivered('TOLD')).toEqual([]);
});

test('the warning arrives at the corrected address, once, with the day that counts now; its task is closed', async () => {
  const letters = await lettersOf('MOVED', 'C4');
  expect(letters.map((e) => e.state)).toEqual(['BOUNCED', 'DELIVERED']);
  expect(letters[1]?.['replaces']).toBe(letters[0]?.['noticeId']);
  const mails = await mailsTo(insurer, right('MOVED'), 'MOVED');
  expect(mails).toHaveLength(1);
  expect(mails[0]?.text).toMatch(/on 31 December\s+2026 at the earliest/);
  const { items } = (await insurer.call('GET', '/tasks?policyNumber=MOVED')).body;
  const closed = items.filter((task: { kind: string }) => task.kind === 'undelivered');
  expect(closed).toMatchObject([{ status: 'cancelled', closed: { reason: 'addressCorrected' } }]);
  await clientOf('MOVED', right('MOVED')); // a repeated PUT
  await insurer.advanceTo('2026-12-21T14:00:00Z');
  expect(await mailsTo(insurer, right('MOVED'), 'MOVED')).toHaveLength(1);
});

test('a corrected address comes before a result that says done: the letter goes out, once', async () => {
  expect((await lettersOf('BOTH', 'C4')).map((e) => e.state)).toEqual(['BOUNCED', 'DELIVERED']);
  expect(await mailsTo(insurer, right('BOTH'), 'BOTH')).toHaveLength(1);
});

test('a result that delivers nothing leaves no hole: the task is there anew', async () => {
  expect(await undelivered('UNANSWERED')).toMatchObject([{ checkpoint: 'C4', status: 'open' }]);
});

test('suspension follows after its full time, not before; without anybody it waits', async () => {
  await insurer.advanceTo('2026-12-30T15:00:00Z');
  expect(await Promise.all(POLICIES.map(statusOf))).toEqual(POLICIES.map(() => 'active'));
  await insurer.advanceTo('2026-12-31T15:00:00Z');
  const statuses = Object.fromEntries(await Promise.all(POLICIES.map(async (number) => [number, await statusOf(number)])));
  const suspended = { TOLD: 'suspended', MOVED: 'suspended', BOTH: 'suspended' };
  expect(statuses).toEqual({ NOBODY: 'active', PAID: 'active', UNANSWERED: 'active', 'FIXED-AND-PAID': 'active', ...suspended });
}, 60_000);

test('paid in between: no second warning of it, nothing adverse', async () => {
  await clientOf('PAID', right('PAID'));
  await insurer.advanceTo('2027-01-20T12:00:00Z');
  for (const number of ['PAID', 'FIXED-AND-PAID']) {
    expect(await statusOf(number)).toBe('active');
    expect((await lettersOf(number, 'C6')).length).toBe(0);
  }
  expect((await lettersOf('PAID', 'C4')).map((e) => e.state)).toEqual(['BOUNCED']);
}, 60_000);
