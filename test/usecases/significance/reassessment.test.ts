import { beforeEach, describe, expect, test } from 'vitest';
import { localDate } from '../../../shared/domain/local-date.ts';
import type { StoredPayment } from '../../../shared/domain/payment.ts';
import { recount } from '../../../shared/domain/significance/cells.ts';
import { DEFAULT_MODEL } from '../../../shared/domain/significance/default-model.ts';
import { timestamp } from '../../../shared/domain/zone.ts';
import type { ReassessmentRun, Run } from '../../../shared/ports/run-store.ts';
import { putClient } from '../../../shared/usecases/put-client.ts';
import { reassessPage } from '../../../shared/usecases/reassess-page.ts';
import { runOverClients } from '../../../shared/usecases/run-over-clients.ts';
import { scheduledReassessment, startReassessment } from '../../../shared/usecases/start-reassessment.ts';
import { memoryDatabase } from '../../support/document-clients.ts';
import { installmentsOf, policyOf } from '../../support/policies.ts';
import { portfolioItems, putItems } from '../../support/portfolio-items.ts';
import { allClients, clientFacts, intentsOf, NAMES, type SignificanceWorld, significanceWorld } from '../../support/significance-world.ts';

/*
 * Results of a client with one policy of 2,000,000.00 UAH, paid in time on 20 Nov 2026, by the default model:
 * premiums 2 M [80] × 35, policies 1 [25] × 10, lines 1 [25] × 15, years 0 [0] × 10, discipline 1.00 [100] × 20 of 90 that count (no loss ratio)
 * (2800 + 250 + 375 + 0 + 2000) / 90 = 60.27 → F2. Without the policy: discipline half of 20 → 1000 / 90 = 11.11 → F3.
 */
const PAID: StoredPayment = {
  paymentId: 'p-1',
  policyNumber: 'POL-1',
  amountMinor: 2_000_000_00,
  currency: 'UAH',
  receivedOn: localDate('2026-11-20'),
  recordedAt: '2026-11-20T10:00:00.000Z',
  by: 'bank',
  status: 'applied',
};
const NOW = '2026-11-25T08:00:00.000Z';

let world: SignificanceWorld;
beforeEach(() => {
  world = significanceWorld(memoryDatabase(), NOW);
});

const put = (clientId: string, potential = {}) => putClient(world, clientFacts(clientId, potential), 'core-system');

async function insured(clientId: string, policyNumber = 'POL-1'): Promise<void> {
  const installments = installmentsOf('2026-11-20: 200000000');
  const policy = policyOf({ policyNumber, clientId, installments });
  const payments = [{ ...PAID, policyNumber, paymentId: `p-${policyNumber}` }];
  await putItems(world.client, portfolioItems({ policy, payments }, NAMES));
}

/** Works on a run as the function does, for as many pages as it is given. */
async function work(run: Run, pages = Number.POSITIVE_INFINITY, of = world) {
  let left = pages;
  const deps = {
    runs: of.runs,
    page: of.clients.page,
    work: (some: Run, clients: Parameters<typeof reassessPage>[2]) => {
      if (some.kind !== 'reassessment') throw new Error('not a reassessment');
      return reassessPage(of, some, clients);
    },
    hasTime: () => left-- > 0,
    handOver: of.handOver,
    timestamp: () => timestamp(of.clock.now()),
  };
  const { end, run: last } = await runOverClients(deps, run);
  return { end, run: last as ReassessmentRun };
}

const reassess = async () => work(await startReassessment(world, 'actuary'));
const significanceOf = async (clientId: string) => (await world.clients.read(clientId))?.significance;

describe('results are what policies and payments say', () => {
  test('a client who was insured and paid moves to its band, with the reason in its history', async () => {
    await put('C-1');
    await insured('C-1');
    expect((await reassess()).run).toMatchObject({ state: 'done', tally: { clients: 1, written: 1, moved: 1, failed: 0 } });
    expect(await significanceOf('C-1')).toMatchObject({
      potentialBand: 'P3',
      resultBand: 'F2',
      class: 'C',
      scoresHundredths: { results: 6027 },
    });
    const moved = (await world.clients.history('C-1')).at(-1);
    expect(moved).toMatchObject({ event: 'moved', by: 'actuary', from: { resultBand: 'F3' }, occasion: { kind: 'reassessment' } });
    expect(moved?.why?.results.indicators).toContainEqual({
      code: 'premiumsReceived12m',
      value: { amountMinor: 2_000_000_00, currency: 'UAH' },
      points: 80,
    });
  });

  test('a cell that changes within its class tells nobody; a class that changes does', async () => {
    await put('C-1');
    await insured('C-1');
    await reassess();
    expect(await intentsOf(world)).toEqual([]);
    await put('C-2', { annualRevenue: { amountMinor: 3_000_000_000_00, currency: 'UAH' } });
    await insured('C-2', 'POL-2');
    await reassess();
    expect((await intentsOf(world)).map((i) => i.kind).toSorted()).toEqual(['event', 'reclassify']);
    expect(await significanceOf('C-2')).toMatchObject({ class: 'A', potentialBand: 'P1', resultBand: 'F2' });
    expect(await world.cells.counts()).toEqual(recount(await allClients(world)));
  });

  test('who changes nothing is not written', async () => {
    await put('C-1');
    await insured('C-1');
    await reassess();
    const before = await world.clients.read('C-1');
    expect((await reassess()).run.tally).toEqual({ clients: 1, written: 0, moved: 0, failed: 0 });
    expect(await world.clients.read('C-1')).toEqual(before);
  });

  test('individuals have no class', async () => {
    await putClient(world, clientFacts('P-1', {}, { kind: 'individual' }), 'core-system');
    expect((await reassess()).run.tally.clients).toBe(0);
  });
});

test('conditions that a new version gives the same class have its open policies looked at', async () => {
  await put('C-1');
  const { conditions } = DEFAULT_MODEL;
  await world.models.publish({ ...DEFAULT_MODEL, hysteresis: { marginPoints: 4, reassessments: 2 } }, { recordedAt: NOW, by: 'actuary' });
  await reassess();
  expect(await intentsOf(world)).toEqual([]);
  const patient = { ...DEFAULT_MODEL, conditions: { ...conditions, C: { ...conditions.C, graceDays: 15 } } };
  await world.models.publish(patient, { recordedAt: NOW, by: 'actuary' });
  await reassess();
  expect((await intentsOf(world)).map((i) => [i.kind, i.clientId])).toEqual([['reclassify', 'C-1']]);
  expect(await significanceOf('C-1')).toMatchObject({ modelVersion: 3 });
});

test('conditions that were others for a while have its open policies looked at: they may have been decided on meanwhile', async () => {
  await put('C-1');
  const { conditions } = DEFAULT_MODEL;
  const patient = { ...DEFAULT_MODEL, conditions: { ...conditions, C: { ...conditions.C, graceDays: 15 } } };
  for (const model of [patient, DEFAULT_MODEL]) await world.models.publish(model, { recordedAt: NOW, by: 'actuary' });
  await reassess();
  expect((await intentsOf(world)).map((i) => [i.kind, i.clientId])).toEqual([['reclassify', 'C-1']]);
});

test('a process that has not heard of a newer model assesses nobody by the older one', async () => {
  await world.models.latest(); // known for a minute
  const elsewhere = significanceWorld(world.client, NOW);
  const strict = { ...DEFAULT_MODEL, results: { ...DEFAULT_MODEL.results, bands: { F1: 90, F2: 80, F3: 0 } } };
  await elsewhere.models.publish(strict, { recordedAt: NOW, by: 'actuary' });
  await putClient(elsewhere, clientFacts('C-1'), 'core-system');
  await insured('C-1'); // F2 by version 1, F3 by version 2
  await reassess();
  expect(await significanceOf('C-1')).toMatchObject({ modelVersion: 2, resultBand: 'F3' });
});

describe('a run outlives its invocation', () => {
  beforeEach(async () => {
    for (let n = 0; n < 130; n++) await put(`C-${n}`);
    for (let n = 0; n < 130; n += 10) await insured(`C-${n}`, `POL-${n}`);
  });

  test('is handed over when time is up, and goes on from there', async () => {
    const started = await startReassessment(world, 'actuary');
    const first = await work(started, 1);
    expect([first.end, world.handedOver.map((r) => r.runId)]).toEqual(['handedOver', [started.runId]]);
    const stored = await world.runs.read('reassessment', started.runId);
    expect(stored).toMatchObject({ state: 'running', pages: 1 });
    const rest = stored && (await work(stored));
    expect(rest?.run).toMatchObject({ state: 'done', tally: { clients: 130, moved: 13, written: 13 } });
    expect(await world.cells.counts()).toEqual(recount(await allClients(world)));
  });

  test('a machine that dies before it recorded a page repeats that page, and nobody is counted twice', async () => {
    const started = await startReassessment(world, 'actuary');
    await reassessPage(world, started, (await world.clients.page(undefined)).items);
    expect((await work(started)).run.state).toBe('done');
    const clients = await allClients(world);
    expect(clients.filter((c) => c.significance?.resultBand === 'F2')).toHaveLength(13);
    expect(await world.cells.counts()).toEqual(recount(clients));
    const histories = await Promise.all(clients.map((c) => world.clients.history(c.clientId)));
    expect(histories.map((h) => h.filter((r) => r.event === 'moved').length).filter((moves) => moves > 1)).toEqual([]);
  });

  test('delivered twice at once, one leaves it to the other, and each client counts once', async () => {
    const started = await startReassessment(world, 'actuary');
    const ends = await Promise.all([work(started), work(started, undefined, { ...significanceWorld(world.client, NOW), handedOver: [] })]);
    expect(ends.map(({ end }) => end).toSorted()).toEqual(['done', 'overtaken']);
    const clients = await allClients(world);
    expect(await world.cells.counts()).toEqual(recount(clients));
    expect(clients.filter((c) => c.significance?.resultBand === 'F2')).toHaveLength(13);
  });
});

describe('one who cannot be assessed', () => {
  const failingFor = (clientIds: readonly string[]): SignificanceWorld => ({
    ...world,
    policies: {
      ...world.policies,
      ofClient: async (clientId, page) => {
        if (clientIds.includes(clientId)) throw new Error('unreadable');
        return world.policies.ofClient(clientId, page);
      },
    },
  });

  test('is counted, and does not keep the others from it', async () => {
    for (const id of ['C-1', 'C-2', 'C-3']) await put(id);
    await insured('C-3');
    const { run } = await work(await startReassessment(world, 'actuary'), undefined, failingFor(['C-1']));
    expect(run).toMatchObject({ state: 'done', tally: { clients: 3, moved: 1, failed: 1 } });
  });

  test('all of a page: it is no fault of theirs, and the page is tried again', async () => {
    for (const id of ['C-1', 'C-2']) await put(id);
    const started = await startReassessment(world, 'actuary');
    await expect(work(started, undefined, failingFor(['C-1', 'C-2']))).rejects.toThrow('none of 2 clients');
    expect(await world.runs.read('reassessment', started.runId)).toMatchObject({ state: 'running', pages: 0 });
  });
});

describe('the recurring schedule', () => {
  const scheduled = (at: string) => scheduledReassessment(world, at);

  test('fired twice it is one run', async () => {
    const run = await scheduled(NOW);
    expect(run?.runId).toBe(NOW);
    if (run) await work(run);
    expect(await scheduled(NOW)).toBeUndefined();
  });

  test('starts none while one is at work, and takes up one that died', async () => {
    const asked = await startReassessment(world, 'actuary');
    expect(await scheduled('2026-11-25T08:00:01.000Z')).toBeUndefined();
    world.advance(7);
    expect((await scheduled('2026-12-02T08:00:00.000Z'))?.runId).toBe(asked.runId);
  });
});
