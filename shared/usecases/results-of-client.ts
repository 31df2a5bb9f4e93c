import type { LocalDate } from '../domain/local-date.ts';
import { policyFactsOf } from '../domain/significance/policy-facts.ts';
import { type PortfolioResults, portfolioResults } from '../domain/significance/results.ts';
import type { CreditMoveReader } from '../ports/credit-moves.ts';
import type { PageRequest } from '../ports/page.ts';
import type { PaymentReader } from '../ports/payment-reader.ts';
import type { PolicyHead, PolicyStore } from '../ports/policy-store.ts';
import { allPaymentsOf } from './all-payments-of.ts';
import { atOnce } from './at-once.ts';

export interface PortfolioDeps {
  readonly policies: Pick<PolicyStore, 'ofClient'>;
  readonly payments: PaymentReader;
  readonly credits: Pick<CreditMoveReader, 'ofPolicy'>;
}

const POLICIES_AT_ONCE = 8;

/**
 * What a client's policies and payments say of our work with him, read anew: nobody types it in. Requests: one for the list,
 * one for each 33 policies, one for the payments of each policy that ever moved.
 */
export async function resultsOfClient(deps: PortfolioDeps, clientId: string, today: LocalDate): Promise<PortfolioResults> {
  const policies = await allPoliciesOf(deps.policies, clientId);
  const facts = await atOnce(policies, POLICIES_AT_ONCE, async ({ policy, account }) => {
    const payments = account.moves > 0 ? await allPaymentsOf(deps.payments, policy.policyNumber) : [];
    const credits = account.moved ? await deps.credits.ofPolicy(policy.policyNumber) : [];
    return policyFactsOf({ policy, account, payments, credits });
  });
  return portfolioResults(facts, today);
}

const MOST_PAGES = 100;

/** @throws beyond 10,000 policies. */
export async function allPoliciesOf(policies: PortfolioDeps['policies'], clientId: string): Promise<readonly PolicyHead[]> {
  const all: PolicyHead[] = [];
  let request: PageRequest = { limit: 100 };
  for (let page = 1; page <= MOST_PAGES; page++) {
    const { items, cursor } = await policies.ofClient(clientId, request);
    all.push(...items);
    if (!cursor) return all;
    request = { limit: 100, cursor };
  }
  throw new Error(`more than ${MOST_PAGES * 100} policies of one client`);
}
