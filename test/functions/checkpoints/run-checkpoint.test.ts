import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import { type FunctionWorld, functionWorld, type Moment } from '../../support/function-world.ts';
import { NAMES } from '../../support/significance-world.ts';
import { restError } from '../../support/simulated-aws/wire/answers.ts';
import { LETTER, ofPolicy, set, storeLetter } from '../../support/stored-notices.ts';

/** 100.00 due Tue 1 Dec 2026, nothing paid; on Wed 2 Dec, after the hour of checkpoints, the function is woken for the first time. */
let world: FunctionWorld;
beforeEach(async () => {
  world = await functionWorld('2026-12-02T12:00:00.000Z');
  await storeLetter(world, { state: 'SENT' });
});

const COMMIT = 'dynamodb:TransactWriteItems';

const run = (moments: Parameters<FunctionWorld['start']>[1] = {}) =>
  world.start('run-checkpoint', moments)({ policyNumber: LETTER.policyNumber, clientId: LETTER.clientId });
const record = async (name: string) => (await world.database.send(new GetCommand({ TableName: NAMES.Policies, Key: ofPolicy(name) }))).Item;
const journal = async () => {
  const ofThis = { KeyConditionExpression: 'policyNumber = :p', ExpressionAttributeValues: { ':p': LETTER.policyNumber } };
  return (await world.database.send(new QueryCommand({ TableName: NAMES.Journal, ...ofThis }))).Items ?? [];
};

/** Something comes between what was read and the transaction that stands on it. */
const first =
  (happens: () => Promise<unknown>): Moment =>
  async (serve) => {
    await happens();
    return serve();
  };

test('what has come due is settled, in one transaction, and what comes next is armed', async () => {
  expect(await run()).toEqual({ outcome: 'settled' });
  expect((await journal()).filter(({ kind }) => kind === 'checkpoint')).toHaveLength(1);
  expect(await record('nextCheckpoint')).toMatchObject({ generation: 2 });
  expect(world.schedules.map(({ input }) => JSON.parse(input).generation)).toEqual([2]);
});

test('a wake-up that comes again writes nothing', async () => {
  await run();
  const before = [await journal(), await record('nextCheckpoint'), world.calls.filter((call) => call === COMMIT).length];
  expect(await run()).toEqual({ outcome: 'nothingDue' });
  expect([await journal(), await record('nextCheckpoint'), world.calls.filter((call) => call === COMMIT).length]).toEqual(before);
});

test('owed since before what it is listed for, a policy is listed for it, though nothing else changes; since after it, nothing is written', async () => {
  await run();
  await set(world, NAMES.Policies, ofPolicy('nextCheckpoint'), { oldestDueOn: '2027-06-01' });
  expect(await run()).toEqual({ outcome: 'settled' });
  expect(await record('nextCheckpoint')).toMatchObject({ generation: 3, oldestDueOn: '2026-12-01' });
  await set(world, NAMES.Policies, ofPolicy('nextCheckpoint'), { oldestDueOn: '2026-09-01' });
  expect(await run()).toEqual({ outcome: 'nothingDue' });
});

describe('a decision stands on what it saw', () => {
  test('the policy is cancelled meanwhile: nothing is decided of it', async () => {
    await run({ [COMMIT]: [first(() => set(world, NAMES.Policies, ofPolicy('account'), { status: 'cancelled' }))] });
    expect((await journal()).filter(({ kind }) => kind === 'checkpoint')).toEqual([]);
    expect(await record('account')).toMatchObject({ status: 'cancelled' });
    expect(await record('nextCheckpoint')).not.toHaveProperty('at');
  });

  test('it is paid meanwhile: the checkpoints are clear', async () => {
    await run({ [COMMIT]: [first(() => set(world, NAMES.Policies, ofPolicy('account'), { receivedMinor: 10_000, moves: 1 }))] });
    const outcomes = (await journal()).flatMap(({ settlements = [] }) => settlements.map((s: { readonly outcome: string }) => s.outcome));
    expect(new Set(outcomes)).toEqual(new Set(['clear']));
  });

  test('another run settles it meanwhile: it is settled once', async () => {
    await run({ [COMMIT]: [first(() => run())] });
    expect((await journal()).filter(({ kind }) => kind === 'checkpoint')).toHaveLength(1);
    expect(await record('nextCheckpoint')).toMatchObject({ generation: 2 });
  });
});

test('what the journal says is never written over', async () => {
  const entry = '2026-12-02T12:00:00.000Z#00000002#00';
  const said = { policyNumber: LETTER.policyNumber, entry, at: '2026-12-02T12:00:00.000Z', by: 'system', kind: 'opened', facts: {} };
  await world.database.send(new PutCommand({ TableName: NAMES.Journal, Item: said }));
  await expect(run()).rejects.toThrow();
  expect(await journal()).toEqual([said]);
});

test('the intent of a wake ends with the run that it asked for', async () => {
  const wake = { bucket: 'b1', intent: '2026-12-02T11:59:00.000Z#W' };
  const stored = async () => (await world.database.send(new GetCommand({ TableName: NAMES.Outbox, Key: wake }))).Item;
  for (const outcome of ['settled', 'nothingDue']) {
    await world.database.send(new PutCommand({ TableName: NAMES.Outbox, Item: { ...wake, kind: 'wake' } }));
    const event = { policyNumber: LETTER.policyNumber, clientId: LETTER.clientId, wake };
    expect(await world.start('run-checkpoint')(event)).toEqual({ outcome });
    expect(await stored()).toBeUndefined();
  }
});

test('a schedule that could not be made is made by the next wake-up', async () => {
  const down: Moment = async () => restError('InternalServerException', 400, 'down');
  await expect(run({ 'scheduler:CreateSchedule': [down] })).rejects.toThrow();
  expect(world.schedules).toEqual([]);
  expect(await run()).toEqual({ outcome: 'nothingDue' });
  expect(world.schedules.map(({ input }) => JSON.parse(input).generation)).toEqual([2]);
});
