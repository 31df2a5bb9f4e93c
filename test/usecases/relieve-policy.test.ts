import { expect, test } from 'vitest';
import { localDate } from '../../shared/domain/local-date.ts';
import type { PolicyStatus } from '../../shared/domain/policy.ts';
import { relievePolicy } from '../../shared/usecases/relieve-policy.ts';
import { changing } from '../support/changing.ts';
import { memoryDatabase } from '../support/document-clients.ts';
import { policyOf } from '../support/policies.ts';
import { portfolioItems, putItems } from '../support/portfolio-items.ts';
import { clientFacts, NAMES } from '../support/significance-world.ts';

/** 100.00 UAH due on 1 December; on 22 November a hold is asked for, until the 30th. */
async function asking(status: PolicyStatus = 'active') {
  const client = memoryDatabase();
  const policy = policyOf();
  await putItems(client, portfolioItems({ policy, payments: [], account: { status } }, NAMES), {
    Clients: [{ ...clientFacts(policy.clientId), record: 'client', version: 1 }],
  });
  const { deps } = changing(client);
  const terms = { kind: 'hold', until: localDate('2026-11-30') } as const;
  const ask = (fingerprint = 'first', currency = 'UAH') =>
    relievePolicy(deps, {
      policyNumber: policy.policyNumber,
      asked: { reliefId: 'R-1', reason: 'dispute', terms, fingerprint },
      currency,
      by: 'olena',
    });
  const granted = async () => (await deps.policies.read(policy.policyNumber))?.policy.relief.map((r) => r.reliefId);
  return { ask, granted };
}

test('relief that is asked for again is granted once', async () => {
  const { ask, granted } = await asking();
  expect((await ask()).outcome).toBe('new');
  expect((await ask()).outcome).toBe('replay');
  expect(await granted()).toEqual(['R-1']);
});

test('other content under the same id is refused', async () => {
  const { ask, granted } = await asking();
  await ask();
  await expect(ask('second')).rejects.toMatchObject({ code: 'RELIEF_ID_REUSED' });
  expect(await granted()).toEqual(['R-1']);
});

test.each(['lapsed', 'cancelled', 'completed'] as const)('a %s policy is not relieved', async (status) => {
  const { ask, granted } = await asking(status);
  await expect(ask()).rejects.toMatchObject({ code: 'POLICY_CLOSED' });
  expect(await granted()).toEqual([]);
});

test('relief is in the currency of the premium', async () => {
  const { ask, granted } = await asking();
  await expect(ask('first', 'EUR')).rejects.toMatchObject({ code: 'CURRENCY_MISMATCH' });
  expect(await granted()).toEqual([]);
});
