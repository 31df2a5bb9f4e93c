import { isOpen } from '../domain/policy.ts';
import { atOnce } from './at-once.ts';
import { allPoliciesOf, type PortfolioDeps } from './results-of-client.ts';

export interface Deps extends Pick<PortfolioDeps, 'policies'> {
  readonly runCheckpoint: (policy: { readonly policyNumber: string; readonly clientId: string }) => Promise<void>;
}

const POLICIES_AT_ONCE = 8;

/**
 * Has every open policy of a client run once: each reads the class anew and arms its next checkpoint by it. Safe to repeat: a
 * policy that nothing changes for only makes sure of its wake-up.
 */
export async function reclassifyPolicies({ policies, runCheckpoint }: Deps, clientId: string): Promise<number> {
  const open = (await allPoliciesOf(policies, clientId)).filter(({ account }) => isOpen(account.status));
  await atOnce(open, POLICIES_AT_ONCE, ({ policy: { policyNumber } }) => runCheckpoint({ policyNumber, clientId }));
  return open.length;
}
