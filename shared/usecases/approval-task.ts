import { recipientOf } from '../domain/control/addressees.ts';
import { taskDueOn } from '../domain/control/planned-task.ts';
import { Refusal } from '../domain/refusal.ts';
import type { ReliefAsked, ReliefTerms } from '../domain/relief-request.ts';
import { RELIEF, type Task } from '../domain/task.ts';
import { approvalAction } from '../notices/own-action.ts';
import type { Situation } from './change-policy.ts';

/** The approver's task. @throws Refusal when nobody in the policy has the role that the client's class is approved by. */
export function approvalTask({ facts, owed, client, today, at, ids }: Situation, asked: ReliefAsked, by: string): Task {
  const { policy, calendar, applied } = facts;
  const role = applied.conditions.approverRole;
  const assignee = recipientOf(role, policy, client);
  if (!assignee) throw new Refusal('NO_APPROVER', `it needs an approval, and nobody in this policy has the role ${role}`);
  const action = approvalAction({ asked, by, currency: policy.premium.currency, language: assignee.language });
  const oldest = owed.installments
    .filter((i) => i.outstandingMinor > 0)
    .toSorted((a, b) => (a.effectiveDueOn < b.effectiveDueOn ? -1 : 1))[0];
  return {
    taskId: ids.next(),
    policyNumber: policy.policyNumber,
    clientId: policy.clientId,
    installment: installmentOf(asked.terms) ?? oldest?.number ?? 1,
    checkpoint: RELIEF,
    kind: 'approval',
    action,
    assignee,
    createdAt: at,
    dueOn: taskDueOn({}, today, calendar),
    reliefId: asked.reliefId,
    status: 'open',
  };
}

/** The installment that it is about, of several the first: once nothing of them is outstanding, there is nothing to approve. */
function installmentOf(terms: ReliefTerms): number | undefined {
  if (terms.kind === 'deferral') return terms.installment;
  return terms.kind === 'writeOff' ? terms.shares[0]?.installment : undefined;
}
