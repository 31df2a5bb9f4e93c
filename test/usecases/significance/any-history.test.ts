import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { placementOf } from '../../../shared/domain/significance/assignment.ts';
import { recount } from '../../../shared/domain/significance/cells.ts';
import { decideLowering } from '../../../shared/usecases/decide-lowering.ts';
import { putClient } from '../../../shared/usecases/put-client.ts';
import { reassessClient } from '../../../shared/usecases/reassess-client.ts';
import { DIAL, dialModel } from '../../domain/significance/clients.ts';
import { memoryDatabase } from '../../support/document-clients.ts';
import { NOTHING_RECEIVED, notControlled, PARTICIPANTS, policyOf } from '../../support/policies.ts';
import { allClients, clientFacts, intentsOf, type SignificanceWorld, significanceWorld } from '../../support/significance-world.ts';

/** What may happen to clients, in any order and some of it at once. */
const dial = fc.constantFrom(...DIAL);
const clientId = fc.constantFrom('C-1', 'C-2', 'C-3');
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('put' as const), clientId, potential: dial, results: dial }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('individual' as const), clientId }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('reassess' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('decide' as const),
      clientId,
      decision: fc.constantFrom('approved' as const, 'declined' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('publish' as const), marginPoints: fc.nat(5), needsApproval: fc.boolean() }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** Whose head of sales is the approver. */
const head = { policy: policyOf(), account: NOTHING_RECEIVED, progress: notControlled(policyOf()) };
const policies = { ofClient: async () => ({ items: [head] }) };
const HEAD = { by: 'head', emails: [PARTICIPANTS.headOfSales.email] };

let runs = 0;

async function take(world: SignificanceWorld, happening: Step): Promise<void> {
  switch (happening.kind) {
    case 'put': {
      const { clientId: id, potential, results } = happening;
      await putClient(world, clientFacts(id, { potential, results }), 'core-system');
      return;
    }
    case 'individual':
      await putClient(world, clientFacts(happening.clientId, {}, { kind: 'individual' }), 'core-system');
      return;
    case 'reassess': {
      const run = { runId: `run-${++runs}`, by: 'system' };
      for (const client of await allClients(world)) await reassessClient(world, client, run);
      return;
    }
    case 'decide':
      await decideLowering({ ...world, policies }, happening.clientId, { decision: happening.decision, ...HEAD }).catch((error) => {
        if (!(error instanceof Refusal)) throw error; // nothing to decide
      });
      return;
    case 'publish': {
      const { marginPoints, needsApproval } = happening;
      const lowering = needsApproval ? ({ needsApproval, approverRole: 'headOfSales' } as const) : ({ needsApproval } as const);
      const model = dialModel({ hysteresis: { marginPoints, reassessments: 2 }, lowering });
      await world.models.publish(model, { recordedAt: '2026-11-22T08:00:00.000Z', by: 'actuary' });
    }
  }
}

test('whatever happens and at once: cells equal a recount, histories are chains that end where clients stand, and changes are told', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 }), async (story) => {
      const world = significanceWorld(memoryDatabase());
      await world.models.publish(dialModel(), { recordedAt: '2026-11-22T08:00:00.000Z', by: 'actuary' });
      for (const atOnce of story) await Promise.all(atOnce.map((happening) => take(world, happening)));
      const clients = await allClients(world);
      expect(await world.cells.counts()).toEqual(recount(clients));
      for (const client of clients) {
        const history = await world.clients.history(client.clientId);
        expect(history.slice(1).map((r) => r.from)).toEqual(history.slice(0, -1).map((r) => r.to));
        expect(history.at(-1)?.to).toEqual(client.significance && placementOf(client.significance));
        const changes = history.filter((r, n) => n > 0 && r.from?.class !== r.to?.class).length;
        const told = (await intentsOf(world)).filter(
          (i) => i.clientId === client.clientId && i.kind === 'event' && i.event.type === 'ClassChanged',
        );
        const firstAsLegalEntity = history.length > 0 && history[0]?.from === undefined && told.length === changes + 1;
        expect(told.length === changes || firstAsLegalEntity).toBe(true); // an individual who became a legal entity was stored before
      }
    }),
    { numRuns: 60 },
  );
}, 120_000);
