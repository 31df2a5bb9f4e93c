import type { LocalDate } from '../domain/local-date.ts';
import { isOpen } from '../domain/policy.ts';
import { Refusal } from '../domain/refusal.ts';
import type { PolicyHead } from '../ports/policy-store.ts';
import { type ChangeDeps, changePolicy, type Planned } from './change-policy.ts';

interface Cancelling {
  readonly policyNumber: string;
  readonly reason: string;
  readonly cancelledOn: LocalDate;
  readonly by: string;
}

const NOTHING_MORE = { opened: [], results: [], announced: [] } as const;

/** Ends a policy by agreement or by law: nothing is controlled or sent any more, its tasks are closed. Cancelled already: nothing changes. */
export async function cancelPolicy(deps: ChangeDeps, { policyNumber, reason, cancelledOn, by }: Cancelling): Promise<PolicyHead> {
  const { head } = await changePolicy(deps, policyNumber, ({ facts: { account } }): Planned<undefined> => {
    if (account.status === 'cancelled') return { answer: undefined };
    if (!isOpen(account.status)) throw new Refusal('POLICY_CLOSED', `the policy is ${account.status} already`);
    const events = [{ kind: 'status' as const, status: 'cancelled' as const, reason, on: cancelledOn }];
    return { answer: undefined, account: { ...account, status: 'cancelled' }, change: { ...NOTHING_MORE, by, events } };
  });
  return head;
}

interface Reinstating {
  readonly policyNumber: string;
  readonly reason: string;
  readonly by: string;
}

/**
 * Puts cover in force again by a person's decision, after suspension or lapse. What control has done stays done: it goes on with the
 * checkpoints that are still to come, so a suspended policy that stays unpaid goes on towards its lapse, and what a lapsed
 * one owed is in the list of debts, but is not chased again. In force already: nothing changes.
 */
export async function reinstatePolicy(deps: ChangeDeps, { policyNumber, reason, by }: Reinstating): Promise<PolicyHead> {
  const { head } = await changePolicy(deps, policyNumber, ({ facts: { account } }): Planned<undefined> => {
    const { status } = account;
    if (status === 'active') return { answer: undefined };
    if (status !== 'suspended' && status !== 'lapsed')
      throw new Refusal('POLICY_CLOSED', `a ${status} policy is not reinstated; open a new one`);
    const events = [{ kind: 'status' as const, status: 'active' as const, reason }];
    return { answer: undefined, account: { ...account, status: 'active' }, change: { ...NOTHING_MORE, by, events } };
  });
  return head;
}
