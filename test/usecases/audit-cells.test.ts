import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { auditReader } from '../../shared/adapters/dynamodb/audit-reader.ts';
import { cellCounter } from '../../shared/adapters/dynamodb/cell-counter.ts';
import { CELLS_PART, shardOfClient } from '../../shared/adapters/dynamodb/cell-items.ts';
import type { Cell } from '../../shared/domain/significance/cells.ts';
import { auditCells, type CellsStep, type Deps } from '../../shared/usecases/audit-cells.ts';
import { putClient } from '../../shared/usecases/put-client.ts';
import { DIAL, dialModel } from '../domain/significance/clients.ts';
import { memoryDatabase } from '../support/document-clients.ts';
import { clientFacts, NAMES, type SignificanceWorld, significanceWorld } from '../support/significance-world.ts';

const CLIENTS = Array.from({ length: 12 }, (_, n) => `C-${n}`);

async function populated(): Promise<SignificanceWorld> {
  const world = significanceWorld(memoryDatabase());
  await world.models.publish(dialModel(), { recordedAt: '2026-11-22T08:00:00.000Z', by: 'actuary' });
  for (const [n, clientId] of CLIENTS.entries()) await move(world, { clientId, potential: DIAL[n % DIAL.length] ?? 0, results: 0 });
  return world;
}

interface Move {
  readonly clientId: string;
  readonly potential: number;
  readonly results: number;
}
const move = (world: SignificanceWorld, { clientId, potential, results }: Move) =>
  putClient(world, clientFacts(clientId, { potential, results }), 'core-system');

const drift = (world: SignificanceWorld, clientId: string, cell: Cell, by: number) =>
  world.client.send(
    new UpdateCommand({
      TableName: NAMES.Significance,
      Key: { part: CELLS_PART, record: shardOfClient(clientId) },
      UpdateExpression: `ADD ${cell} :by`,
      ExpressionAttributeValues: { ':by': by },
    }),
  );

/** Small pages; something may happen before each of them is read. */
function auditDeps(world: SignificanceWorld, before: () => Promise<unknown> = async () => {}): Deps {
  const reader = auditReader(world.client, NAMES);
  return {
    reader: {
      clients: async (page) => {
        await before();
        return reader.clients({ ...page, limit: 7 });
      },
    },
    cells: cellCounter(world.client, NAMES.Significance),
    pace: { random: () => 0, sleep: async () => {} },
  };
}

/** From invocation to invocation: what is handed over is what JSON keeps. */
async function audited(deps: Deps): Promise<CellsStep & { readonly kind: 'done' }> {
  let step = await auditCells(deps, {});
  while (step.kind === 'goOn') step = await auditCells(deps, JSON.parse(JSON.stringify(step)));
  return step;
}

test('cells that are right are right, and everybody is counted, not his history', async () => {
  const world = await populated();
  for (const clientId of CLIENTS) await move(world, { clientId, potential: 0, results: 0 });
  expect(await audited(auditDeps(world))).toEqual({ kind: 'done', clients: CLIENTS.length, differences: [], unsure: 0 });
});

test('a counter that is wrong is found and named, and left as it is', async () => {
  const world = await populated();
  await drift(world, 'C-3', 'P2F2', 2);
  const before = await world.cells.shards();
  const where = `clients in shard ${shardOfClient('C-3')}`;
  expect((await audited(auditDeps(world))).differences).toEqual([{ where: 'cell P2F2', what: where, stored: '2', recomputed: '0' }]);
  expect(await world.cells.shards()).toEqual(before);
});

test('errors in two shards that make the sum right are found, too', async () => {
  const world = await populated();
  await drift(world, 'C-3', 'P2F2', 1);
  await drift(world, 'C-4', 'P2F2', -1);
  expect((await audited(auditDeps(world))).differences.map((d) => [d.stored, d.recomputed])).toEqual(
    expect.arrayContaining([
      ['1', '0'],
      ['-1', '0'],
    ]),
  );
});

const anyMove = fc.record({
  clientId: fc.constantFrom(...CLIENTS),
  potential: fc.constantFrom(...DIAL),
  results: fc.constantFrom(...DIAL),
});

test('clients who move during the audit raise no false alarm', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(anyMove, { maxLength: 4 }), { minLength: 4, maxLength: 20 }), async (meanwhile) => {
      const world = await populated();
      const moves = meanwhile.values();
      const deps = auditDeps(world, async () => {
        for (const next of moves.next().value ?? []) await move(world, next);
      });
      expect((await audited(deps)).differences).toEqual([]);
    }),
    { numRuns: 40 },
  );
}, 60_000);

test('clients who move all the while: what that explains is not judged, what it does not explain is found', async () => {
  const world = await populated();
  let moves = 0;
  const restless = auditDeps(world, () => move(world, { clientId: 'C-3', potential: ++moves % 2 ? 0 : 100, results: 0 }));
  await drift(world, 'C-3', 'P3F3', 1);
  expect(await audited(restless)).toMatchObject({ differences: [], unsure: 1 });
  await drift(world, 'C-3', 'P3F1', 50);
  expect((await audited(restless)).differences).toEqual([expect.objectContaining({ where: 'cell P3F1', stored: '50', recomputed: '0' })]);
  await drift(world, 'C-7', 'P1F2', 1);
  const found = (await audited(restless)).differences.map((d) => `${d.where}, ${d.what}`);
  expect(found).toContain(`cell P1F2, clients in shard ${shardOfClient('C-7')}`);
});
