import { expect, test } from 'vitest';
import { reclassifyPolicies } from '../../../shared/usecases/reclassify-policies.ts';
import { memoryDatabase } from '../../support/document-clients.ts';
import { policyOf } from '../../support/policies.ts';
import { portfolioItems, putItems } from '../../support/portfolio-items.ts';
import { NAMES, significanceWorld } from '../../support/significance-world.ts';

test('every open policy of the client is run once: not the closed ones, not those of others, however many there are', async () => {
  const world = significanceWorld(memoryDatabase());
  const policies = Array.from({ length: 130 }, (_, n) => policyOf({ policyNumber: `POL-${n}`, clientId: n === 7 ? 'C-2' : 'C-1' }));
  const statusOf = (n: number) => (n % 5 === 0 ? 'lapsed' : n % 5 === 1 ? 'suspended' : 'active');
  for (const [n, policy] of policies.entries())
    await putItems(world.client, portfolioItems({ policy, payments: [], account: { status: statusOf(n) } }, NAMES));
  const run: string[] = [];
  const runCheckpoint = async ({ policyNumber, clientId }: { readonly policyNumber: string; readonly clientId: string }) => {
    run.push(`${clientId} ${policyNumber}`);
  };
  const expected = policies.filter((p, n) => p.clientId === 'C-1' && n % 5 !== 0).map((p) => `C-1 ${p.policyNumber}`);
  expect(await reclassifyPolicies({ policies: world.policies, runCheckpoint }, 'C-1')).toBe(expected.length);
  expect(run.toSorted()).toEqual(expected.toSorted());
});
