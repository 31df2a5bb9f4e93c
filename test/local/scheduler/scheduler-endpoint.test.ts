import {
  ConflictException,
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  CreateScheduleGroupCommand,
  DeleteScheduleCommand,
  DeleteScheduleGroupCommand,
  GetScheduleCommand,
  GetScheduleGroupCommand,
  ListScheduleGroupsCommand,
  ListSchedulesCommand,
  ResourceNotFoundException,
  SchedulerClient,
  UpdateScheduleCommand,
  ValidationException,
} from '@aws-sdk/client-scheduler';
import { beforeAll, describe, expect, test } from 'vitest';
import { notes, useCloud } from '../fixtures/running-cloud.ts';
import { START } from '../fixtures/start.ts';

const cloud = useCloud();
let scheduler: SchedulerClient;
beforeAll(() => {
  scheduler = new SchedulerClient({});
});

const HOUR = 3_600_000;
const at = (ms: number): string => `at(${new Date(ms).toISOString().slice(0, 19)})`;

const input = (name: string, more: Partial<CreateScheduleCommandInput> = {}): CreateScheduleCommandInput => ({
  Name: name,
  ScheduleExpression: at(START + 10 * 365 * 24 * HOUR),
  FlexibleTimeWindow: { Mode: 'OFF' },
  Target: {
    Arn: process.env['FUNCTION_ARN_RUN_CHECKPOINT'],
    RoleArn: process.env['CHECKPOINT_SCHEDULE_ROLE_ARN'],
    Input: JSON.stringify({ id: name, scheduled: '<aws.scheduler.scheduled-time>' }),
  },
  ...more,
});

const create = (name: string, more: Partial<CreateScheduleCommandInput> = {}) =>
  scheduler.send(new CreateScheduleCommand(input(name, more)));
const firings = async (id: string): Promise<readonly string[]> => [...(await notes()).keys()].filter((key) => key.startsWith(`${id}@`));

describe('a schedule', () => {
  test('is found as it was created', async () => {
    const StartDate = new Date(START + HOUR);
    const created = await create('found', {
      ScheduleExpression: 'cron(0 9 * * ? *)',
      ScheduleExpressionTimezone: 'Europe/Kyiv',
      StartDate,
      Description: 'Перевірка',
    });
    const found = await scheduler.send(new GetScheduleCommand({ Name: 'found' }));
    expect(found).toMatchObject({
      Arn: created.ScheduleArn,
      GroupName: 'default',
      State: 'ENABLED',
      ScheduleExpression: 'cron(0 9 * * ? *)',
      ScheduleExpressionTimezone: 'Europe/Kyiv',
      ActionAfterCompletion: 'NONE',
      StartDate,
      Description: 'Перевірка',
      Target: input('found').Target,
    });
    expect(found.CreationDate?.getTime()).toBeGreaterThanOrEqual(START);
  });

  test('can be created once: a second time conflicts, but the same call repeated gets the same answer', async () => {
    await create('once', { ClientToken: 'token-1' });
    await expect(create('once', { ClientToken: 'token-2' })).rejects.toThrow(ConflictException);
    expect((await create('once', { ClientToken: 'token-1' })).ScheduleArn).toContain('schedule/default/once');
    await expect(create('once', { ClientToken: 'token-1', Description: 'other' })).rejects.toThrow(ConflictException);
  });

  test('is overwritten whole by an update', async () => {
    await create('updated', { Description: 'to be lost' });
    await scheduler.send(new UpdateScheduleCommand(input('updated', { State: 'DISABLED' })));
    const found = await scheduler.send(new GetScheduleCommand({ Name: 'updated' }));
    expect(found.State).toBe('DISABLED');
    expect(found.Description).toBeUndefined();
  });

  test('is gone when deleted', async () => {
    await create('deleted');
    await scheduler.send(new DeleteScheduleCommand({ Name: 'deleted' }));
    await expect(scheduler.send(new GetScheduleCommand({ Name: 'deleted' }))).rejects.toThrow(ResourceNotFoundException);
    await expect(scheduler.send(new DeleteScheduleCommand({ Name: 'deleted' }))).rejects.toThrow(ResourceNotFoundException);
    await expect(scheduler.send(new UpdateScheduleCommand(input('deleted')))).rejects.toThrow(ResourceNotFoundException);
  });

  test.each<[string, Partial<CreateScheduleCommandInput>]>([
    ['a time in the past', { ScheduleExpression: at(START - HOUR) }],
    ['no expression', { ScheduleExpression: 'tomorrow' }],
    ['an instant with an offset', { ScheduleExpression: 'at(2027-01-01T09:00:00Z)' }],
    ['milliseconds', { ScheduleExpression: 'at(2027-01-01T09:00:00.500)' }],
    ['an unknown time zone', { ScheduleExpressionTimezone: 'Europe/Nowhere' }],
    ['a name with a slash', { Name: 'a b' }],
    ['a name of 65 characters', { Name: 'x'.repeat(65) }],
    ['input that is no JSON', { Target: { Arn: 'arn', RoleArn: 'arn:aws:iam::000000000000:role/r', Input: 'hello' } }],
    ['a role that is none', { Target: { Arn: 'arn', RoleArn: 'me' } }],
    [
      'an end before the start',
      { ScheduleExpression: 'rate(1 day)', StartDate: new Date(START + 2 * HOUR), EndDate: new Date(START + HOUR) },
    ],
    [
      'too many retries',
      {
        Target: { ...input('x').Target, Arn: 'a', RoleArn: 'arn:aws:iam::000000000000:role/r', RetryPolicy: { MaximumRetryAttempts: 186 } },
      },
    ],
  ])('with %s is refused', async (_, more) => {
    await expect(create('refused', more)).rejects.toThrow(ValidationException);
  });

  test('in a group that does not exist is refused', async () => {
    await expect(create('homeless', { GroupName: 'nowhere' })).rejects.toThrow(ResourceNotFoundException);
  });
});

describe('lists', () => {
  test('by prefix, state and group, in pages', async () => {
    for (const name of ['list-a', 'list-b', 'list-c']) await create(name);
    await create('list-d', { State: 'DISABLED' });
    const first = await scheduler.send(new ListSchedulesCommand({ NamePrefix: 'list-', State: 'ENABLED', MaxResults: 2 }));
    expect(first.Schedules?.map(({ Name }) => Name)).toEqual(['list-a', 'list-b']);
    const second = await scheduler.send(
      new ListSchedulesCommand({ NamePrefix: 'list-', State: 'ENABLED', MaxResults: 2, NextToken: first.NextToken }),
    );
    expect(second.Schedules?.map(({ Name, Target }) => [Name, Target?.Arn])).toEqual([['list-c', input('').Target?.Arn]]);
    expect(second.NextToken).toBeUndefined();
    const elsewhere = await scheduler.send(new ListSchedulesCommand({ GroupName: 'premium-control-checkpoints', NamePrefix: 'list-' }));
    expect(elsewhere.Schedules).toEqual([]);
  });

  test('the declared recurring schedules are there from the start', async () => {
    const { Schedules } = await scheduler.send(new ListSchedulesCommand({ GroupName: 'premium-control-recurring' }));
    expect(Schedules?.map(({ Name }) => Name)).toEqual(['watchdog']);
  });
});

test('groups are created, found, listed, and deleted with what is in them', async () => {
  const { ScheduleGroupArn } = await scheduler.send(new CreateScheduleGroupCommand({ Name: 'team' }));
  await expect(scheduler.send(new CreateScheduleGroupCommand({ Name: 'team', ClientToken: 'x' }))).rejects.toThrow(ConflictException);
  expect(await scheduler.send(new GetScheduleGroupCommand({ Name: 'team' }))).toMatchObject({ Arn: ScheduleGroupArn, State: 'ACTIVE' });
  const { ScheduleGroups } = await scheduler.send(new ListScheduleGroupsCommand({ NamePrefix: 'te' }));
  expect(ScheduleGroups?.map(({ Name }) => Name)).toEqual(['team']);
  await create('in-team', { GroupName: 'team' });
  await scheduler.send(new DeleteScheduleGroupCommand({ Name: 'team' }));
  await expect(scheduler.send(new GetScheduleCommand({ Name: 'in-team', GroupName: 'team' }))).rejects.toThrow(ResourceNotFoundException);
  await expect(scheduler.send(new DeleteScheduleGroupCommand({ Name: 'default' }))).rejects.toThrow(ValidationException);
});

describe('as time goes on', () => {
  test('a one-time schedule fires in real time, then is deleted', async () => {
    const dueMs = Math.ceil(cloud().clock.now() / 1000) * 1000 + 1_000;
    await create('soon', { ScheduleExpression: at(dueMs), ActionAfterCompletion: 'DELETE' });
    await expect.poll(() => firings('soon'), { timeout: 5_000 }).toHaveLength(1);
    await expect(scheduler.send(new GetScheduleCommand({ Name: 'soon' }))).rejects.toThrow(ResourceNotFoundException);
  });

  test('moved, each fires once at its own time and is told the time it was scheduled for', async () => {
    const now = Math.ceil(cloud().clock.now() / 1000) * 1000;
    await create('at-2', { ScheduleExpression: at(now + 2 * HOUR), ActionAfterCompletion: 'DELETE' });
    await create('at-1', { ScheduleExpression: at(now + HOUR), ActionAfterCompletion: 'DELETE' });
    await create('at-9', { ScheduleExpression: at(now + 9 * HOUR), ActionAfterCompletion: 'DELETE' });
    const { nowMs, fired } = await cloud().advanceTo(now + 3 * HOUR);
    expect(nowMs).toBe(now + 3 * HOUR);
    expect(fired).toBeGreaterThanOrEqual(2);
    for (const [id, dueMs] of [
      ['at-1', now + HOUR],
      ['at-2', now + 2 * HOUR],
    ] as const) {
      const [firing, ...more] = await firings(id);
      expect(more).toEqual([]);
      expect(Date.parse(firing?.split('@')[1] ?? '') - dueMs).toBeLessThan(60_000);
      expect((await notes()).get(firing ?? '')).toMatchObject({ scheduled: new Date(dueMs).toISOString().replace('.000', '') });
    }
    expect(await firings('at-9')).toEqual([]);
  });

  test('a daily cron keeps its local time over the change of clocks', async () => {
    const kyiv = { ScheduleExpression: 'cron(0 9 * * ? *)', ScheduleExpressionTimezone: 'Europe/Kyiv' };
    const march = Date.parse('2027-03-26T12:00:00Z');
    await cloud().advanceTo(march);
    await create('daily', { ...kyiv, EndDate: new Date('2027-03-30T00:00:00Z') });
    await cloud().advanceTo(Date.parse('2027-04-02T00:00:00Z'));
    const times = (await firings('daily')).map((firing) => firing.slice('daily@'.length, 'daily@'.length + 16));
    expect(times).toEqual(['2027-03-27T07:00', '2027-03-28T06:00', '2027-03-29T06:00']);
  });

  test('a function that fails is tried again a minute and two minutes later, then given up, and that is shown', async () => {
    const dueMs = Math.ceil(cloud().clock.now() / 1000) * 1000 + HOUR;
    const failing = (id: string, failTimes: number) => ({
      ScheduleExpression: at(dueMs),
      Target: { ...input(id).Target, Input: JSON.stringify({ id, failTimes }) } as CreateScheduleCommandInput['Target'],
    });
    await create('recovers', failing('recovers', 2));
    await create('hopeless', failing('hopeless', 99));
    await cloud().advanceTo(dueMs + HOUR);
    const [recovered] = await firings('recovers');
    const lateMs = Date.parse(recovered?.split('@')[1] ?? '') - dueMs;
    expect(Math.round(lateMs / 60_000)).toBe(3);
    const response = await fetch(`${cloud().apiUrl}/_local/dead-letters`);
    const { items } = (await response.json()) as { items: unknown[] };
    expect(items).toMatchObject([
      {
        functionName: 'run-checkpoint',
        origin: expect.stringContaining('schedule/default/hopeless'),
        attempts: 3,
        error: { errorMessage: 'failure 3 of hopeless' },
        payload: { id: 'hopeless' },
      },
    ]);
  });
});
