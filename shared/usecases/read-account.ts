import { type StatementOfAccount, statementOfAccount } from '../domain/statement-of-account.ts';
import type { CreditMoveReader } from '../ports/credit-moves.ts';
import type { PageRequest } from '../ports/page.ts';
import type { PaymentReader } from '../ports/payment-reader.ts';
import type { PolicyHead, PolicyStore } from '../ports/policy-store.ts';
import { allPaymentsOf } from './all-payments-of.ts';

export interface Deps {
  readonly policies: PolicyStore;
  readonly payments: PaymentReader;
  readonly credits: CreditMoveReader;
}

/** The account of a policy; undefined when there is none. */
export async function readPolicyAccount(deps: Deps, policyNumber: string): Promise<StatementOfAccount | undefined> {
  const head = await deps.policies.read(policyNumber);
  return head && accountOf(deps, head);
}

const MOST_PAGES = 10; // 1,000 policies: a statement longer than that is a data export

/** The accounts of all policies of a client, in the order of their numbers. @throws beyond 1,000 policies. */
export async function readClientAccounts(deps: Deps, clientId: string): Promise<readonly StatementOfAccount[]> {
  const accounts: StatementOfAccount[] = [];
  let request: PageRequest = { limit: 100 };
  for (let page = 1; page <= MOST_PAGES; page++) {
    const { items, cursor } = await deps.policies.ofClient(clientId, request);
    for (const head of items) accounts.push(await accountOf(deps, head));
    if (!cursor) return accounts;
    request = { limit: 100, cursor };
  }
  throw new Error('a client with more than 1,000 policies needs an export, not a statement');
}

async function accountOf({ payments, credits }: Deps, { policy, account }: PolicyHead): Promise<StatementOfAccount> {
  const { policyNumber } = policy;
  const moves = account.moved ? await credits.ofPolicy(policyNumber) : [];
  return statementOfAccount(policy, account, { payments: await allPaymentsOf(payments, policyNumber), credits: moves });
}
