import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { linkKey } from '../../../shared/adapters/dynamodb/link-key.ts';
import { reconciliation } from '../../../shared/adapters/dynamodb/reconciliation.ts';
import { TABLES } from '../../../shared/adapters/dynamodb/tables.ts';
import { taskReader } from '../../../shared/adapters/dynamodb/task-reader.ts';
import { taskWrite } from '../../../shared/adapters/dynamodb/task-writes.ts';
import { transact } from '../../../shared/adapters/dynamodb/transaction.ts';
import { localDate } from '../../../shared/domain/local-date.ts';
import type { TaskWrite } from '../../../shared/ports/control-store.ts';
import { emulatedDatabase, memoryDatabase } from '../../support/document-clients.ts';
import { emptyTables } from '../../support/empty-tables.ts';
import { IVAN, OLENA, taskOf } from '../../support/tasks.ts';

const DATABASES = [
  ['in memory', async () => ({ client: memoryDatabase() as DynamoDBDocumentClient, stop: async () => {} })],
  ['in the emulator', emulatedDatabase],
] as const;

const NO_PAUSE = { random: () => 0, sleep: async () => {} };
const AT = '2026-12-07T07:12:00.000Z';

describe.each(DATABASES)('%s', (_, start) => {
  let database: Awaited<ReturnType<typeof start>>;
  beforeAll(async () => {
    database = await start();
  });
  afterAll(() => database?.stop());
  beforeEach(async ({ skip }) => {
    if (!database) return skip('the emulator is not installed on this platform');
    await emptyTables(database.client, TABLES);
  });

  const client = () => {
    if (!database) throw new Error('no database');
    return database.client;
  };
  const tasks = () => taskReader(client(), 'Tasks');
  const write = async (...changes: readonly TaskWrite[]) =>
    (
      await transact(
        client(),
        changes.map((change) => taskWrite(change, 'Tasks')),
        NO_PAUSE,
      )
    ).outcome;
  const idsFor = async (email: string) => (await tasks().openFor(email, { limit: 25 })).items.map((task) => task.taskId);

  test('an open task is found by its assignee, whatever the case of the address, the most urgent first', async () => {
    await write({ write: 'open', task: taskOf() });
    await write({ write: 'open', task: taskOf({ taskId: 'T-2', dueOn: localDate('2026-12-03') }) });
    expect(await idsFor('OLENA@insurer.EXAMPLE')).toEqual(['T-2', 'T-1']);
    expect(await tasks().read('T-1')).toEqual(taskOf());
    expect((await tasks().openFor(OLENA.email, { limit: 1 })).cursor).toBeDefined();
  });

  test('what has its result is of the policy, and nobody’s to do; it gets no other', async () => {
    await write({ write: 'open', task: taskOf() });
    const result = { outcome: 'noAnswer', by: 'olena', at: AT } as const;
    expect(await write({ write: 'result', taskId: 'T-1', result })).toBe('committed');
    expect(await idsFor(OLENA.email)).toEqual([]);
    expect((await tasks().ofPolicy('P-1', { limit: 25 })).items).toEqual([{ ...taskOf(), status: 'done', result }]);
    for (const change of ['result', 'close', 'handOn'] as const) {
      const again = {
        result: { write: change, taskId: 'T-1', result },
        close: { write: change, taskId: 'T-1', reason: 'paid', at: AT },
        handOn: { write: change, taskId: 'T-1', to: IVAN, at: AT },
      };
      expect(await write(again[change] as TaskWrite)).toBe('refused');
    }
  });

  test('a task that is handed on is the other person’s, and nobody else is accountable for it', async () => {
    await write({ write: 'open', task: taskOf() });
    await write({ write: 'handOn', taskId: 'T-1', to: IVAN, at: AT });
    expect([await idsFor(OLENA.email), await idsFor(IVAN.email)]).toEqual([[], ['T-1']]);
    const { accountable: _accountable, ...task } = taskOf();
    expect(await tasks().read('T-1')).toEqual({ ...task, assignee: IVAN, escalatedAt: AT });
  });

  test('a task is opened once', async () => {
    await write({ write: 'open', task: taskOf() });
    expect(await write({ write: 'open', task: taskOf({ installment: 2 }) })).toBe('refused');
  });

  test('a key is made once, also by functions that start at once, and kept', async () => {
    const keys = await Promise.all(Array.from({ length: 6 }, () => linkKey(client(), 'LinkKeys', 'task-links')));
    expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(1);
    expect(keys[0]?.length).toBe(32);
    expect(Buffer.from(await linkKey(client(), 'LinkKeys', 'others'))).not.toEqual(Buffer.from(keys[0] ?? []));
  });

  test('how far statements are imported is not known until one is', async () => {
    expect(await reconciliation(client(), 'Statements').through()).toBeUndefined();
  });
});
