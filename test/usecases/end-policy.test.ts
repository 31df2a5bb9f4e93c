import { expect, test } from 'vitest';
import { policyStore } from '../../shared/adapters/dynamodb/policy-store.ts';
import { regulationPublisher } from '../../shared/adapters/dynamodb/regulation-publisher.ts';
import { defaultRegulation } from '../../shared/domain/default-regulation.ts';
import { localDate } from '../../shared/domain/local-date.ts';
import type { PolicyStatus } from '../../shared/domain/policy.ts';
import { cancelPolicy, reinstatePolicy } from '../../shared/usecases/end-policy.ts';
import { migratePolicy } from '../../shared/usecases/migrate-policy.ts';
import { changing } from '../support/changing.ts';
import { memoryDatabase } from '../support/document-clients.ts';
import { policyOf } from '../support/policies.ts';
import { portfolioItems, putItems } from '../support/portfolio-items.ts';
import { clientFacts, NAMES } from '../support/significance-world.ts';

/** What a person may still do with a policy, by its status. */
let client: ReturnType<typeof memoryDatabase>;

const policyNumber = policyOf().policyNumber;
const store = () => policyStore(client, NAMES, { random: () => 0, sleep: async () => undefined });

const CLIENT = { ...clientFacts(policyOf().clientId), record: 'client', version: 1 };
/** In a database of its own. */
async function stored(status: PolicyStatus): Promise<void> {
  client = memoryDatabase();
  await putItems(client, portfolioItems({ policy: policyOf(), payments: [], account: { status } }, NAMES), { Clients: [CLIENT] });
}
const status = async () => (await store().read(policyNumber))?.account.status;

const cancel = () =>
  cancelPolicy(changing(client).deps, { policyNumber, reason: 'sold', cancelledOn: localDate('2026-11-22'), by: 'olena' });
const reinstate = () => reinstatePolicy(changing(client).deps, { policyNumber, reason: 'agreed', by: 'olena' });
const migrate = () => migratePolicy(changing(client).deps, { policyNumber, version: 2, by: 'olena' });

test.each<[PolicyStatus, PolicyStatus | 'POLICY_CLOSED', PolicyStatus | 'POLICY_CLOSED']>([
  ['active', 'cancelled', 'active'],
  ['suspended', 'cancelled', 'active'],
  ['lapsed', 'POLICY_CLOSED', 'active'],
  ['cancelled', 'cancelled', 'POLICY_CLOSED'],
  ['completed', 'POLICY_CLOSED', 'POLICY_CLOSED'],
])('%s: cancelled it is %s, reinstated %s', async (before, afterCancelling, afterReinstating) => {
  for (const [act, expected] of [
    [cancel, afterCancelling],
    [reinstate, afterReinstating],
  ] as const) {
    await stored(before);
    const refused = await act().then(
      () => undefined,
      (error: { readonly code?: string }) => error.code ?? error,
    );
    expect(refused ?? (await status())).toBe(expected);
    if (refused) expect(await status()).toBe(before);
  }
});

test.each<[PolicyStatus, number | 'POLICY_CLOSED']>([
  ['active', 2],
  ['suspended', 2],
  ['lapsed', 'POLICY_CLOSED'],
  ['cancelled', 'POLICY_CLOSED'],
])('%s: moved to another version of the regulation it has %s', async (before, expected) => {
  await stored(before);
  await regulationPublisher(client, 'Regulations').add(
    { ...defaultRegulation, version: 2 },
    { recordedAt: '2026-11-01T08:00:00Z', by: 'a' },
  );
  const refused = await migrate().then(
    () => undefined,
    (error: { readonly code?: string }) => error.code ?? error,
  );
  const { regulation } = (await store().read(policyNumber))?.policy ?? policyOf();
  expect(refused ?? regulation.version).toBe(expected);
});

test('a policy that has ended has no next checkpoint, and one that is reinstated has', async () => {
  await stored('active');
  await cancel();
  expect((await store().read(policyNumber))?.progress).not.toHaveProperty('next');
  await stored('lapsed');
  await reinstate();
  expect((await store().read(policyNumber))?.progress.next).toBeDefined();
});
