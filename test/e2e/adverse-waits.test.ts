import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Insurer, startInsurer } from '../support/insurer.ts';
import { HEAD_OF_SALES, recordResult, tasksOf } from '../support/participants.ts';
import { sendStatement } from '../support/statements.ts';

/**
 * With `requiresReconciledThrough` nobody loses cover while his money is being posted: suspension, on Fri 18 Dec 2026 otherwise, waits
 * until the bank statements of the due date, 1 Dec, are imported.
 */
let insurer: Insurer;

/** An MT940 statement without entries: the account on the evening of a day. */
const statementOf = (yymmdd: string) =>
  [':20:STMT', ':25:UA213223130000026007233566001', ':28C:1/1', `:60F:C${yymmdd}UAH0,00`, `:62F:C${yymmdd}UAH0,00`, '-'].join('\r\n');

beforeAll(async () => {
  insurer = await startInsurer('2026-11-30T10:00:00Z');
  await insurer.client('UA-1');
  const { regulationId: _id, version: _version, ...builtIn } = (await insurer.call('GET', '/regulations/premium-control')).body;
  const { title, roles, checkpoints, actions } = builtIn;
  const careful = { title, roles, checkpoints, actions, requiresReconciledThrough: true };
  expect((await insurer.call('PUT', '/regulations/careful', careful)).status).toBe(201);
  expect((await insurer.policy('WAITS', { regulationId: 'careful' })).status).toBe(201);
}, 60_000);
afterAll(() => insurer.cloud.stop());

const waits = async () =>
  (await insurer.timeline('WAITS')).filter((e) => e['waiting'] === 'C6').map((e) => `${e.at.slice(0, 10)} ${e['reason']}`);

test('suspension waits for the statements of the due date, and that is told once a business day', async () => {
  await insurer.advanceTo('2026-12-18T12:00:00Z');
  await sendStatement(insurer, statementOf('261130'), 'text/plain'); // the day before: not enough
  const [task] = await tasksOf(insurer, HEAD_OF_SALES, 'WAITS');
  await recordResult(insurer, task?.taskId ?? '', { outcome: 'noAnswer' }); // control looks once more on that day
  await insurer.advanceTo('2026-12-22T12:00:00Z');
  expect(await waits()).toEqual(['2026-12-18', '2026-12-21', '2026-12-22'].map((day) => `${day} statementsNotReconciled`));
  expect((await insurer.call('GET', '/policies/WAITS')).body.status).toBe('active');
}, 60_000);

test('with the statements imported it goes on by itself on the next business day', async () => {
  expect((await sendStatement(insurer, statementOf('261201'), 'text/plain')).status).toBe(201);
  await insurer.advanceTo('2026-12-23T12:00:00Z');
  expect((await insurer.call('GET', '/policies/WAITS')).body.status).toBe('suspended');
  const [act] = (await insurer.timeline('WAITS')).filter((e) => e.kind === 'checkpoint' && e.code === 'C6');
  expect(act).toMatchObject({ outcome: 'acted', inputs: { reconciledThrough: '2026-12-01' } });
});
