import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { TABLES } from '../../../shared/adapters/dynamodb/tables.ts';
import { recount } from '../../../shared/domain/significance/cells.ts';
import type { ClassifiedClient } from '../../../shared/domain/significance/classified-client.ts';
import { DEFAULT_MODEL } from '../../../shared/domain/significance/default-model.ts';
import { EMPTY_PREVIEW } from '../../../shared/domain/significance/preview.ts';
import type { Run } from '../../../shared/ports/run-store.ts';
import { putClient } from '../../../shared/usecases/put-client.ts';
import { EMPTY_TALLY } from '../../../shared/usecases/reassess-page.ts';
import { emulatedDatabase, memoryDatabase } from '../../support/document-clients.ts';
import { emptyTables } from '../../support/empty-tables.ts';
import { allClients, clientFacts, type SignificanceWorld, significanceWorld } from '../../support/significance-world.ts';

const AT = '2026-11-22T08:00:00.000Z';
const RECORDED = { recordedAt: AT, by: 'actuary' };
const stricter = (marginPoints: number) => ({ ...DEFAULT_MODEL, hysteresis: { marginPoints, reassessments: 2 } });

const DATABASES = [
  ['in memory', async () => ({ client: memoryDatabase() as DynamoDBDocumentClient, stop: async () => {} })],
  ['in the emulator', emulatedDatabase],
] as const;

describe.each(DATABASES)('%s', (_, start) => {
  let database: Awaited<ReturnType<typeof start>>;
  let world: SignificanceWorld;
  beforeAll(async () => {
    database = await start();
  });
  afterAll(() => database?.stop());
  beforeEach(async ({ skip }) => {
    if (!database) return skip('the emulator is not installed on this platform');
    await emptyTables(database.client, TABLES);
    world = significanceWorld(database.client);
  });

  describe('models', () => {
    test('version 1 comes with the code; each publication is the next version; a version never changes', async () => {
      expect(await world.models.newest()).toEqual({ version: 1, model: DEFAULT_MODEL });
      expect(await world.models.publish(stricter(5), RECORDED)).toEqual({ outcome: 'new', published: { version: 2, model: stricter(5) } });
      expect((await world.models.publish(stricter(6), RECORDED)).published.version).toBe(3);
      const elsewhere = significanceWorld(world.client).models;
      expect(await elsewhere.version(2)).toEqual({ version: 2, model: stricter(5) });
      expect(await elsewhere.version(4)).toBeUndefined();
    });

    test('what is in force already is not published again', async () => {
      expect(await world.models.publish(DEFAULT_MODEL, RECORDED)).toMatchObject({ outcome: 'same', published: { version: 1 } });
      await world.models.publish(stricter(5), RECORDED);
      expect(await significanceWorld(world.client).models.publish(stricter(5), RECORDED)).toMatchObject({ outcome: 'same' });
    });

    test('publishers at once get versions of their own', async () => {
      const publishers = [5, 6, 7, 8].map((margin) => significanceWorld(world.client).models.publish(stricter(margin), RECORDED));
      expect((await Promise.all(publishers)).map(({ published }) => published.version).toSorted()).toEqual([2, 3, 4, 5]);
    });

    test('another process learns of a new version within a minute by itself, and at once from what it reads anyway', async () => {
      const elsewhere = significanceWorld(world.client);
      expect((await elsewhere.models.latest()).version).toBe(1);
      await world.models.publish(stricter(5), RECORDED);
      await world.models.publish(stricter(6), RECORDED);
      expect((await elsewhere.models.latest()).version).toBe(1);
      elsewhere.advance(1 / (24 * 60));
      expect((await elsewhere.models.latest()).version).toBe(3);

      const third = significanceWorld(world.client);
      await third.clients.read('nobody');
      expect((await third.models.latest()).version).toBe(3);
    });
  });

  describe('clients', () => {
    const put = (clientId: string) => putClient(world, clientFacts(clientId), 'core-system').then(({ client }) => client);
    const write = (seen: ClassifiedClient | undefined, name: string) =>
      world.clients.write({ seen, client: { ...clientFacts('C-1'), name, version: (seen?.version ?? 0) + 1 }, intents: [] });

    test('whoever changes a client changes the one he saw', async () => {
      expect(await write(undefined, 'first')).toBe('written');
      expect(await write(undefined, 'second')).toBe('changed');
      const seen = await world.clients.read('C-1');
      expect([await write(seen, 'third'), await write(seen, 'fourth')]).toEqual(['written', 'changed']);
      expect((await world.clients.read('C-1'))?.name).toBe('third');
    });

    test('pages hold clients, not their history', async () => {
      for (let n = 0; n < 130; n++) await put(`C-${String(n).padStart(3, '0')}`);
      const clients = await allClients(world);
      expect(new Set(clients.map((c) => c.clientId)).size).toBe(130);
      expect(clients.every((c) => c.version === 1)).toBe(true);
    });

    test('counters are exact when everybody moves at once', async () => {
      const strong = { annualRevenue: { amountMinor: 3_000_000_000_00, currency: 'UAH' } };
      const puts = Array.from({ length: 90 }, (_, n) => putClient(world, clientFacts(`C-${n % 15}`, n % 2 ? strong : {}), 'core-system'));
      await Promise.all(puts);
      expect(await world.cells.counts()).toEqual(recount(await allClients(world)));
    });
  });

  describe('runs', () => {
    const run = (runId: string): Run => ({
      kind: 'reassessment',
      runId,
      state: 'running',
      startedAt: AT,
      touchedAt: AT,
      by: 'system',
      pages: 0,
      tally: EMPTY_TALLY,
    });

    test('are started once', async () => {
      expect([await world.runs.start(run('r-1')), await world.runs.start(run('r-1'))]).toEqual(['started', 'exists']);
      expect(await world.runs.read('reassessment', 'r-1')).toEqual(run('r-1'));
    });

    test('of two who work on one, the second to record a page is told so', async () => {
      await world.runs.start(run('r-1'));
      const next: Run = { ...run('r-1'), pages: 1, cursor: { clientId: 'C-7', record: 'client' } };
      expect([await world.runs.advance(run('r-1'), next), await world.runs.advance(run('r-1'), next)]).toEqual(['advanced', 'overtaken']);
      const done: Run = { ...run('r-1'), pages: 2, state: 'done', cursor: undefined };
      expect(await world.runs.advance(next, done)).toBe('advanced');
      expect(await world.runs.advance(done, { ...done, pages: 3 })).toBe('overtaken');
    });

    test('the latest reassessment is not a preview', async () => {
      await world.runs.start(run('2026-11-22T08:00:00.000Z'));
      await world.runs.start(run('2026-11-29T08:00:00.000Z'));
      const { tally: _, ...base } = { ...run('2026-12-01T08:00:00.000Z'), tally: EMPTY_TALLY };
      await world.runs.start({ ...base, kind: 'preview', draft: DEFAULT_MODEL, preview: EMPTY_PREVIEW });
      expect((await world.runs.latestReassessment())?.runId).toBe('2026-11-29T08:00:00.000Z');
    });
  });
});
