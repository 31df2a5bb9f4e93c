import { expect, test } from 'vitest';
import { policyStore } from '../../shared/adapters/dynamodb/policy-store.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { openPolicy, type Said } from '../../shared/usecases/open-policy.ts';
import { changing } from '../support/changing.ts';
import { memoryDatabase } from '../support/document-clients.ts';
import { policyOf } from '../support/policies.ts';
import { putItems } from '../support/portfolio-items.ts';
import { clientFacts, NAMES } from '../support/significance-world.ts';

async function opening() {
  const client = memoryDatabase();
  const { deps, armed } = changing(client);
  await putItems(client, { Clients: [{ ...clientFacts(policyOf().clientId), record: 'client', version: 1 }] });
  const policies = policyStore(client, NAMES, { random: () => 0, sleep: async () => undefined });
  return { deps: { ...deps, policies }, armed };
}

function said(fingerprint = 'first'): Said {
  const { regulation, relief: _, openedAt: __, ...facts } = policyOf();
  return { policy: { ...facts, regulationId: regulation.regulationId }, fingerprint, by: 'core' };
}

test('a crash between opening and arming is healed by the retry of whoever opened it', async () => {
  const { deps, armed } = await opening();
  const down = { ensure: async () => Promise.reject(new Error('the Scheduler is down')) };
  await expect(openPolicy({ ...deps, wakeUps: down }, said())).rejects.toThrow('down');
  expect(await openPolicy(deps, said())).toMatchObject({ outcome: 'replay' });
  expect(armed.map(({ generation }) => generation)).toEqual([1]);
});

test('another content under the same number is refused, and changes nothing', async () => {
  const { deps } = await opening();
  const { head } = await openPolicy(deps, said());
  await expect(openPolicy(deps, said('second'))).rejects.toThrow(Refusal);
  expect(await openPolicy(deps, said())).toEqual({ outcome: 'replay', head: { ...head, policy: expect.objectContaining(head.policy) } });
});
