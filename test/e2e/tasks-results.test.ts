import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Insurer, startInsurer } from '../support/insurer.ts';
import {
  acted,
  HEAD_OF_SALES,
  MANAGER,
  mailsTo,
  newestLink,
  onlyTaskOf,
  recordResult,
  reliefStory,
  submit,
  tasksOf,
  tokenOf,
} from '../support/participants.ts';

/**
 * What people record, and what follows. Every policy owes 30,000.00 from Tue 1 Dec 2026; C3 opens a call for the account manager on
 * Wed 2 Dec, and without anybody doing anything the overdue notice C4 goes on Tue 8 Dec, the escalation C5 is on Fri 11 Dec.
 * The client has no class yet: the conditions of class C, 5 days for promises, 7 for holds and deferrals.
 */
let insurer: Insurer;

const POLICIES = ['KEPT', 'BROKEN', 'SENT', 'DISPUTE', 'CANNOT', 'REFUSED', 'NO-EFFECT', 'INVOICE', 'DONE', 'LATE', 'PAID', 'LONG', 'RACE'];

const result = async (policyNumber: string, said: object) => {
  const { taskId } = await onlyTaskOf(insurer, MANAGER, policyNumber);
  const answer = await recordResult(insurer, taskId, said);
  expect(answer.status).toBe(200);
  return answer.body;
};

beforeAll(async () => {
  insurer = await startInsurer('2026-11-30T10:00:00Z');
  await insurer.client('UA-1');
  for (const number of POLICIES)
    await insurer.policy(number, { paymentPlan: { kind: 'installments', count: 4, everyMonths: 3, firstDueOn: '2026-12-01' } });
  await insurer.advanceTo('2026-12-02T12:00:00Z');
  await result('KEPT', { outcome: 'promised', promisedOn: '2026-12-07' });
  await result('BROKEN', { outcome: 'promised', promisedOn: '2026-12-07' });
  await result('SENT', { outcome: 'paymentSent', note: 'bank order 17' });
  await result('DISPUTE', { outcome: 'dispute' });
  await result('NO-EFFECT', { outcome: 'noAnswer' });
  await result('INVOICE', { outcome: 'invoiceNotReceived', note: 'sent again' });
  await result('DONE', { outcome: 'done' });
}, 120_000);
afterAll(() => insurer.cloud.stop());

test('a result is recorded once: the same again is a replay, another is refused, and who said it is known', async () => {
  const [task] = (await insurer.call('GET', '/tasks?policyNumber=NO-EFFECT')).body.items;
  expect(task).toMatchObject({ status: 'done', result: { outcome: 'noAnswer', by: 'local-user' } });
  expect((await recordResult(insurer, task.taskId, { outcome: 'noAnswer' })).status).toBe(200);
  const other = await recordResult(insurer, task.taskId, { outcome: 'done' });
  expect([other.status, other.body.code]).toEqual([409, 'TASK_DONE']);
  const entry = (await insurer.timeline('NO-EFFECT')).find((e) => e.kind === 'task' && e['happened'] === 'result');
  expect(entry).toMatchObject({ by: 'local-user', result: { outcome: 'noAnswer' } });
});

test('of several results at once one is recorded, with what follows from it; the others are refused', async () => {
  const { taskId } = await onlyTaskOf(insurer, MANAGER, 'RACE');
  const said = ['noAnswer', 'done', 'dispute', 'paymentSent'].map((outcome) => recordResult(insurer, taskId, { outcome }));
  const answers = await Promise.all(said);
  expect(answers.map((a) => a.status).toSorted()).toEqual([200, 409, 409, 409]);
  const { outcome } = answers.find((a) => a.status === 200)?.body.result ?? {};
  const holds = (await insurer.call('GET', '/policies/RACE')).body.relief;
  expect(holds).toHaveLength(outcome === 'dispute' || outcome === 'paymentSent' ? 1 : 0);
});

test('refused: the escalation begins at once, and its checkpoint does not begin it again', async () => {
  await result('REFUSED', { outcome: 'refused' });
  expect(await onlyTaskOf(insurer, HEAD_OF_SALES, 'REFUSED')).toMatchObject({
    checkpoint: 'C5',
    action: { code: 'A5' },
    dueOn: '2026-12-04',
  });
  await insurer.advanceTo('2026-12-02T12:01:00Z');
  expect((await mailsTo(insurer, HEAD_OF_SALES, 'REFUSED')).map((m) => m.subject)).toEqual([expect.stringContaining('Escalation')]);
});

test('cannot pay: relief is asked for, and nothing changes until the approver himself decides', async () => {
  const { result: recorded } = await result('CANNOT', { outcome: 'cannotPay', newDueOn: '2026-12-21', note: 'cash gap until the 20th' });
  expect(recorded.effect).toMatchObject({ effect: 'approvalRequested' });
  const approval = await onlyTaskOf(insurer, HEAD_OF_SALES, 'CANNOT');
  expect(approval).toMatchObject({
    kind: 'approval',
    outcomes: ['approved', 'declined'],
    action: { technique: expect.stringContaining('cash gap') },
  });
  expect((await insurer.call('GET', '/policies/CANNOT')).body.installments[0]).toMatchObject({ dueOn: '2026-12-01', status: 'pastDue' });
  for (const subject of ['local-user', MANAGER]) {
    const refused = await recordResult(insurer, approval.taskId, { outcome: 'approved' }, await tokenOf(insurer, subject));
    expect([refused.status, refused.body.code]).toEqual([403, 'NOT_THE_APPROVER']);
  }
  const approved = await recordResult(insurer, approval.taskId, { outcome: 'approved' }, await tokenOf(insurer, HEAD_OF_SALES));
  expect(approved.status).toBe(200);
  expect((await insurer.call('GET', '/policies/CANNOT')).body.installments[0]).toMatchObject({
    dueOn: '2026-12-21',
    status: 'deferred',
    daysPastDue: 0,
  });
  expect(await reliefStory(insurer, 'CANNOT')).toEqual(['deferral pendingApproval', 'deferral granted']);
});

test('a promise beyond authority is a request, too', async () => {
  const { result: recorded } = await result('LONG', { outcome: 'promised', promisedOn: '2026-12-14' });
  expect(recorded.effect.effect).toBe('approvalRequested');
  const { taskId } = await onlyTaskOf(insurer, HEAD_OF_SALES, 'LONG');
  await recordResult(insurer, taskId, { outcome: 'declined', note: 'five days are enough' }, await tokenOf(insurer, HEAD_OF_SALES));
  expect(await reliefStory(insurer, 'LONG')).toEqual(['promise pendingApproval', 'promise declined']);
  expect((await insurer.call('GET', '/policies/LONG')).body.nextCheckpoint).toMatchObject({
    code: 'C4',
    at: expect.stringContaining('2026-12-08'),
  });
});

test('a call that nobody made goes to who is accountable on the business day after it was due, and the old link is dead', async () => {
  const { taskId } = await onlyTaskOf(insurer, MANAGER, 'LATE');
  const link = await newestLink(insurer, MANAGER, 'LATE');
  await insurer.advanceTo('2026-12-04T20:00:00Z'); // due Fri 4 Dec
  expect(await tasksOf(insurer, HEAD_OF_SALES, 'LATE')).toEqual([]);
  await insurer.advanceTo('2026-12-07T12:00:00Z');
  expect(await tasksOf(insurer, MANAGER, 'LATE')).toEqual([]);
  expect(await onlyTaskOf(insurer, HEAD_OF_SALES, 'LATE')).toMatchObject({
    taskId,
    status: 'open',
    escalatedAt: expect.stringContaining('2026-12-07'),
  });
  expect((await fetch(link)).status).toBe(404);
  expect((await submit(link, { outcome: 'done' })).status).toBe(404);
  const his = await newestLink(insurer, HEAD_OF_SALES, 'LATE');
  expect((await submit(his, { outcome: 'awaitingApproval' })).status).toBe(200);
  expect(await tasksOf(insurer, HEAD_OF_SALES, 'LATE')).toEqual([]);
});

test('a task of what has been paid is not open any more, and control closes it', async () => {
  const { taskId } = await onlyTaskOf(insurer, MANAGER, 'PAID').catch(() => onlyTaskOf(insurer, HEAD_OF_SALES, 'PAID'));
  await insurer.pay('p-paid', 'PAID', '30000.00', { receivedOn: '2026-12-07' });
  expect(await tasksOf(insurer, HEAD_OF_SALES, 'PAID')).toEqual([]);
  expect((await insurer.call('GET', `/tasks/${taskId}`)).body).toMatchObject({ status: 'cancelled', closed: { reason: 'paid' } });
  const late = await recordResult(insurer, taskId, { outcome: 'done' });
  expect([late.status, late.body.code]).toEqual([409, 'TASK_CLOSED']);
  await insurer.pay('p-kept', 'KEPT', '30000.00', { receivedOn: '2026-12-07' });
  await insurer.advanceTo('2026-12-08T12:00:00Z');
  const closing = (await insurer.timeline('PAID')).find((e) => e['happened'] === 'closed');
  expect(closing).toMatchObject({ taskId, reason: 'paid', by: 'system' });
});

test('a promise that was kept is closed, one that was broken goes on with the checkpoint that was next', async () => {
  expect(await reliefStory(insurer, 'KEPT')).toEqual(['promise granted', 'promise kept']);
  expect(await reliefStory(insurer, 'BROKEN')).toEqual(['promise granted', 'promise broken']);
  expect((await insurer.call('GET', '/policies/BROKEN')).body.nextCheckpoint.code).toBe('C4');
});

test('what a result does to the process: holds move the next checkpoint, other results leave it where it is', async () => {
  await insurer.advanceTo('2026-12-19T12:00:00Z');
  const story = async (policyNumber: string) =>
    (await acted(insurer, policyNumber)).filter((c) => c.startsWith('C4') || c.startsWith('C5'));
  for (const number of ['NO-EFFECT', 'INVOICE', 'DONE']) {
    expect(await story(number)).toEqual(['C4 2026-12-08', 'C5 2026-12-11']);
    const [call] = (await insurer.call('GET', `/tasks?policyNumber=${number}`)).body.items;
    expect(call).toMatchObject({ checkpoint: 'C3', status: 'done' });
  }
  expect(await story('BROKEN')).toEqual(['C4 2026-12-14', 'C5 2026-12-17']); // 6 days from Wed 2 Dec through Mon 7 Dec
  expect(await story('SENT')).toEqual(['C4 2026-12-14', 'C5 2026-12-16']); // 5 days until Mon 7 Dec: C4 13 Dec is a Sunday
  expect(await story('DISPUTE')).toEqual(['C4 2026-12-15', 'C5 2026-12-18']); // 7 days until Wed 9 Dec
  expect(await story('REFUSED')).toEqual(['C4 2026-12-08']); // the escalation was begun on 2 Dec
  expect(await story('KEPT')).toEqual([]);
});

test('others learn of every task that is opened', async () => {
  await insurer.cloud.advanceTo(insurer.cloud.clock.now()); // quiet: all that was written to the Outbox has left
  const { items } = (await (await fetch(`${insurer.cloud.apiUrl}/_local/events`)).json()) as { readonly items: readonly unknown[] };
  const opened = JSON.stringify(items.filter((event) => JSON.stringify(event).includes('TaskOpened')));
  for (const number of POLICIES) expect(opened).toContain(number);
});
