import { expect, test } from 'vitest';
import type { Person } from '../../shared/domain/regulation.ts';
import { whoCanHelp } from '../../shared/usecases/undelivered-task.ts';
import { factsOn, policyOf, regulationWith } from '../support/policies.ts';
import { clientFacts } from '../support/significance-world.ts';

const ROLES = ['accountManager', 'underwriter', 'broker', 'accountant'] as const;
const personOf = (role: string): Person => ({ name: role, email: `${role}@example.com`, language: 'en' });

/** The policyholder's reminder A1 came back; nobody is responsible for it. */
function helpers(storedOrder: readonly string[]): readonly string[] {
  const participants = Object.fromEntries(storedOrder.map((role) => [role, personOf(role)]));
  const regulation = { ...regulationWith({}), roles: ROLES.map((role) => ({ role, title: role })) };
  const facts = factsOn('2026-12-03', { policy: policyOf({ participants }), regulation });
  const dead = { role: 'accountManager', name: 'Olena', email: 'accountManager@example.com', language: 'en' } as const;
  return whoCanHelp({ actions: ['A1'], recipient: dead }, facts, clientFacts('C-1')).map(({ role }) => role);
}

test.each([[ROLES], [['broker', 'accountant', 'underwriter', 'accountManager']]])(
  'who corrects an address is found in the order of the roles of the regulation, however the policy was stored: %j',
  (storedOrder) => {
    expect(helpers(storedOrder)).toEqual(['underwriter', 'broker', 'accountant', 'accountManager']);
  },
);
