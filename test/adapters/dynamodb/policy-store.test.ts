import { beforeEach, expect, test } from 'vitest';
import { policyStore } from '../../../shared/adapters/dynamodb/policy-store.ts';
import { regulationPublisher } from '../../../shared/adapters/dynamodb/regulation-publisher.ts';
import { defaultRegulation } from '../../../shared/domain/default-regulation.ts';
import type { Opening } from '../../../shared/ports/policy-store.ts';
import { memoryDatabase } from '../../support/document-clients.ts';
import { notControlled, policyOf } from '../../support/policies.ts';
import { putItems } from '../../support/portfolio-items.ts';
import { NAMES } from '../../support/significance-world.ts';

const AT = '2026-10-01T08:00:00.000Z';
let client: ReturnType<typeof memoryDatabase>;
beforeEach(async () => {
  client = memoryDatabase();
  await putItems(client, { Clients: [{ clientId: policyOf().clientId, record: 'client' }] });
});

const store = () => policyStore(client, NAMES, { random: () => 0, sleep: async () => undefined });

function opening(fingerprint: string, policy = policyOf()): Opening {
  const opened = { entry: `${AT}#0`, policyNumber: policy.policyNumber, at: AT, by: 'core', kind: 'opened', facts: {} } as const;
  return { policy, progress: notControlled(policy), opened, fingerprint, oldestDueOn: '2026-12-01' };
}

test('a policy is opened once; whoever comes second hears what the first said', async () => {
  expect(await store().open(opening('first'))).toEqual({ outcome: 'opened' });
  expect(await store().open(opening('second', policyOf({ product: 'Fleet' })))).toEqual({ outcome: 'exists', fingerprint: 'first' });
  expect((await store().read(policyOf().policyNumber))?.policy.product).toBe('Cargo');
});

test('a policy of nobody is not opened', async () => {
  expect(await store().open(opening('f', policyOf({ clientId: 'NOBODY' })))).toEqual({ outcome: 'unknownClient' });
  expect(await store().read(policyOf().policyNumber)).toBeUndefined();
});

test('a policy is not opened with a regulation that has a newer version', async () => {
  const newer = { ...defaultRegulation, version: 2 };
  expect(await regulationPublisher(client, 'Regulations').add(newer, { recordedAt: AT, by: 'actuary' })).toBe('added');
  expect(await store().open(opening('f'))).toEqual({ outcome: 'newerRegulation', regulation: newer });
  expect(await store().read(policyOf().policyNumber)).toBeUndefined();
});

test('a version of a regulation is there for ever', async () => {
  const publisher = regulationPublisher(client, 'Regulations');
  const recorded = { recordedAt: AT, by: 'actuary' };
  const version = { ...defaultRegulation, version: 2 };
  await publisher.add(version, recorded);
  expect(await publisher.add({ ...version, title: 'Another' }, recorded)).toBe('taken');
  expect(await publisher.latest(version.regulationId)).toEqual(version);
});
