import { beforeEach, expect, test } from 'vitest';
import { TABLES } from '../../../shared/adapters/dynamodb/tables.ts';
import { DEFAULT_MODEL } from '../../../shared/domain/significance/default-model.ts';
import { previewModel } from '../../../shared/usecases/preview-model.ts';
import { previewPage } from '../../../shared/usecases/preview-page.ts';
import { putClient } from '../../../shared/usecases/put-client.ts';
import { runOverClients } from '../../../shared/usecases/run-over-clients.ts';
import { memoryDatabase } from '../../support/document-clients.ts';
import { allItems, clientFacts, type SignificanceWorld, significanceWorld } from '../../support/significance-world.ts';

/** 30 clients of revenue 1 M to 30 × 40 M: under the draft only the band thresholds differ. */
const DRAFT = { ...DEFAULT_MODEL, potential: { ...DEFAULT_MODEL.potential, bands: { P1: 40, P2: 20, P3: 0 } } };
const revenue = (millions: number) => ({ annualRevenue: { amountMinor: millions * 1_000_000_00, currency: 'UAH' } });

let world: SignificanceWorld;
beforeEach(async () => {
  world = significanceWorld(memoryDatabase());
  for (let n = 1; n <= 120; n++) await putClient(world, clientFacts(`C-${n}`, revenue(n * 10)), 'core-system');
});

const everything = () => Promise.all(TABLES.map(async ({ name }) => [name, await allItems(world.client, name)]));

/*
 * Revenue has 40 of the 50 that count (nothing else is given, and uninsured lines count as half of their 10):
 * 10 M … 40 M [25]: (1000 + 500) / 50 = 30 → P2; 50 M … 190 M [50]: 50 → P2; 200 M … 990 M [75]: 70 → P1; from 1,000 M [100]: 90 → P1.
 * Draft P1 from 40: 50 is P1 by ten, so the 15 clients of 50 … 190 M move from P2F3 (C) to P1F3 (B); 30 stays P2.
 */
test('says who would move where, and changes nothing', async () => {
  const before = await everything();
  const run = await previewModel(world, { draft: DRAFT, by: 'actuary', hasTime: () => true });
  expect(run).toMatchObject({ state: 'done', preview: { clients: 120, unchanged: 105, heldByHysteresis: 0 } });
  const from = { potentialBand: 'P2', resultBand: 'F3', class: 'C' };
  expect(run.preview.movements).toEqual([{ from, to: { potentialBand: 'P1', resultBand: 'F3', class: 'B' }, clients: 15 }]);
  expect(run.preview.largest).toHaveLength(15);
  expect(await everything()).toEqual(before);
  expect(world.handedOver).toEqual([]);
});

test('a draft that is in force already moves nobody', async () => {
  const { preview } = await previewModel(world, { draft: DEFAULT_MODEL, by: 'actuary', hasTime: () => true });
  expect(preview).toMatchObject({ clients: 120, unchanged: 120, movements: [] });
});

test('more clients than there is time for are gone through by a run, with the same answer', async () => {
  const whole = await previewModel(world, { draft: DRAFT, by: 'actuary', hasTime: () => true });
  let pages = 1;
  const asked = await previewModel(world, { draft: DRAFT, by: 'actuary', hasTime: () => pages-- > 0 });
  expect([asked.state, world.handedOver.map((r) => r.runId)]).toEqual(['running', [asked.runId]]);
  const stored = await world.runs.read('preview', asked.runId);
  if (stored?.kind !== 'preview') throw new Error('the run was not stored');
  const { run } = await runOverClients(
    {
      runs: world.runs,
      page: world.clients.page,
      work: (of, clients) => (of.kind === 'preview' ? previewPage(world, of, clients) : Promise.reject(new Error('not a preview'))),
      hasTime: () => true,
      handOver: world.handOver,
      timestamp: () => '2026-11-22T08:00:30.000Z',
    },
    stored,
  );
  expect(run.kind === 'preview' && run.preview).toEqual(whole.preview);
  expect((await world.runs.read('preview', asked.runId))?.state).toBe('done');
});
