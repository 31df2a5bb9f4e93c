import { beforeEach, describe, expect, test } from 'vitest';
import { recount } from '../../../shared/domain/significance/cells.ts';
import { DEFAULT_MODEL } from '../../../shared/domain/significance/default-model.ts';
import { putClient } from '../../../shared/usecases/put-client.ts';
import { memoryDatabase } from '../../support/document-clients.ts';
import { allClients, clientFacts, intentsOf, type SignificanceWorld, significanceWorld } from '../../support/significance-world.ts';

/** 40 % × 75 + 20 % × 75 over the 70 that count (employees and fleet are not given), and half of the 10 for uninsured lines: P1 (71). */
const STRONG = {
  annualRevenue: { amountMinor: 300_000_000_00, currency: 'UAH' },
  propertyValue: { amountMinor: 300_000_000_00, currency: 'UAH' },
};
const WEAK = { annualRevenue: { amountMinor: 1_000_000_00, currency: 'UAH' } };

let world: SignificanceWorld;
beforeEach(() => {
  world = significanceWorld(memoryDatabase());
});

const put = (...of: Parameters<typeof clientFacts>) => putClient(world, clientFacts(...of), 'core-system');
const kindsOfIntents = async () => (await intentsOf(world)).map((i) => (i.kind === 'event' ? i.event.type : i.kind)).toSorted();

describe('a legal entity', () => {
  test('gets its class with its facts; nobody needs to be told of the first one', async () => {
    const { outcome, client } = await put('C-1', STRONG);
    expect(outcome).toBe('created');
    expect(client.significance).toMatchObject({ class: 'B', potentialBand: 'P1', resultBand: 'F3', modelVersion: 1 });
    expect((await world.clients.history('C-1')).map((r) => [r.event, r.to?.class, r.by])).toEqual([['assigned', 'B', 'core-system']]);
    expect(await kindsOfIntents()).toEqual([]);
  });

  test('told the same again changes nothing, not even its version', async () => {
    const { client } = await put('C-1', STRONG);
    expect(await put('C-1', STRONG)).toEqual({ outcome: 'updated', client });
    expect(await world.clients.read('C-1')).toEqual(client);
  });

  test('is assessed at once when its potential changes; others and its open policies learn of the class', async () => {
    await put('C-1', WEAK);
    world.advance(1);
    const { outcome, client } = await put('C-1', STRONG);
    expect([outcome, client.significance?.class]).toEqual(['updated', 'B']);
    expect((await world.clients.history('C-1')).map((r) => [r.event, r.from?.class, r.to?.class, r.at])).toEqual([
      ['assigned', undefined, 'C', '2026-11-22T08:00:00.000Z'],
      ['moved', 'C', 'B', '2026-11-23T08:00:00.000Z'],
    ]);
    expect(await kindsOfIntents()).toEqual(['ClassChanged', 'reclassify']);
    const [event] = (await intentsOf(world)).flatMap((i) => (i.kind === 'event' ? [i.event] : []));
    expect(event?.detail).toEqual({ clientId: 'C-1', from: 'C', to: 'B', modelVersion: 1 });
  });

  test('that changes its name keeps its class, and since when', async () => {
    const before = (await put('C-1', STRONG)).client.significance;
    world.advance(1);
    const { client } = await put('C-1', STRONG, { name: 'Renamed LLC' });
    expect([client.name, client.significance, client.version]).toEqual(['Renamed LLC', before, 2]);
    expect(await world.clients.history('C-1')).toHaveLength(1);
  });

  test('that turns out to be an individual has no class any more', async () => {
    await put('C-1', STRONG);
    const { client } = await put('C-1', STRONG, { kind: 'individual' });
    expect(client.significance).toBeUndefined();
    expect((await world.clients.history('C-1')).map((r) => r.event)).toEqual(['assigned', 'left']);
    expect(await kindsOfIntents()).toEqual(['ClassChanged', 'reclassify']);
    expect(await world.cells.counts()).toEqual(recount([]));
  });
});

describe('what else is known of a client', () => {
  const ALSO = { region: 'Kyiv', exporter: true };

  test('is kept, and changes no score', async () => {
    const [plain, told] = [await put('C-1', STRONG), await put('C-2', { ...STRONG, ...ALSO })];
    expect((await world.clients.read('C-2'))?.potential).toEqual({ ...STRONG, ...ALSO });
    expect(told.client.significance).toEqual(plain.client.significance);
  });

  test.each([['annualRevenue'], ['insurableLines']])('is refused where the model scores it: %s', async (code) => {
    const refused = { code: 'INDICATOR_UNREADABLE', pointer: `/potential/${code}` };
    await expect(put('C-1', { ...ALSO, [code]: '420' })).rejects.toMatchObject(refused);
    expect(await world.clients.read('C-1')).toBeUndefined();
  });
});

test('an individual has no class, and none is counted', async () => {
  expect((await put('P-1', {}, { kind: 'individual' })).client.significance).toBeUndefined();
  expect(await world.clients.history('P-1')).toEqual([]);
  expect(await world.cells.counts()).toEqual(recount([]));
});

test('a model that another process has published is found in the request that reads the client', async () => {
  const elsewhere = significanceWorld(world.client);
  const strict = { ...DEFAULT_MODEL, potential: { ...DEFAULT_MODEL.potential, bands: { P1: 90, P2: 80, P3: 0 } } };
  await put('C-1', STRONG);
  await elsewhere.models.publish(strict, { recordedAt: '2026-11-22T08:00:00.000Z', by: 'actuary' });
  expect((await put('C-2', STRONG)).client.significance).toMatchObject({ potentialBand: 'P3', modelVersion: 2 });
});

test('the matrix counts every client once, however many write at once', async () => {
  const ids = Array.from({ length: 12 }, (_, n) => `C-${n}`);
  const rounds = Array.from({ length: 8 }, (_, round) => ids.map((id, n) => put(id, (round + n) % 2 ? STRONG : WEAK)));
  await Promise.all(rounds.flat());
  const clients = await allClients(world);
  expect(clients).toHaveLength(12);
  expect(await world.cells.counts()).toEqual(recount(clients));
});
