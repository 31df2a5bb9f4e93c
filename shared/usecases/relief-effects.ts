import { recipientOf } from '../domain/control/addressees.ts';
import { taskDueOn } from '../domain/control/planned-task.ts';
import { NO_CONTROL, type Policy, type Progress } from '../domain/policy.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Relief } from '../domain/relief.ts';
import { needsApproval } from '../domain/relief-authority.ts';
import { faultOf, type ReliefFault } from '../domain/relief-fault.ts';
import { grant } from '../domain/relief-grant.ts';
import type { ReliefAsked, ReliefTerms } from '../domain/relief-request.ts';
import { RELIEF, type Task, watched } from '../domain/task.ts';
import { approvalAction } from '../notices/own-action.ts';
import type { JournalEvent } from '../ports/journal.ts';
import type { Change } from './change.ts';
import type { Situation } from './change-policy.ts';

/** What became of relief that was asked for. */
export type ReliefAnswer =
  | { readonly status: 'granted'; readonly relief: Relief }
  | { readonly status: 'pendingApproval' | 'declined'; readonly reliefId: string; readonly taskId: string };

/** Relief granted, or handed to the approver: what changes, without who did it. */
export interface ReliefEffect {
  readonly answer: ReliefAnswer;
  readonly policy: Policy;
  readonly progress: Progress;
  readonly opened: Change['opened'];
  readonly events: readonly JournalEvent[];
  readonly announced: Change['announced'];
}

/** Grants relief within authority; beyond it, asks the approver. @throws Refusal when nobody could grant it. */
export function askRelief(situation: Situation, asked: ReliefAsked, by: string): ReliefEffect {
  refuse(faultOf(asked.terms, reliefFacts(situation)));
  const { facts, today } = situation;
  const beyond = needsApproval(asked.terms, { policy: facts.policy, conditions: facts.applied.conditions, today });
  return beyond ? requestApproval(situation, asked, by) : grantRelief(situation, asked);
}

/** @throws Refusal when it cannot be granted any more: money came, dates passed. */
export function grantRelief(situation: Situation, asked: ReliefAsked): ReliefEffect {
  refuse(faultOf(asked.terms, reliefFacts(situation)));
  const { progress, policy: before } = situation.facts;
  const policy = grant(asked, reliefFacts(situation));
  const relief = policy.relief.at(-1);
  if (!relief) throw new Error('relief was granted and is not there');
  const { reliefId, terms } = asked;
  return {
    answer: { status: 'granted', relief },
    policy,
    progress: {
      ...progress,
      controls: policy.installments.map((i) => progress.controls[i.number - 1] ?? NO_CONTROL),
      ...(terms.kind === 'promise' ? { promises: [...(progress.promises ?? []), reliefId] } : {}),
    },
    opened: [],
    events: [reliefEvent('granted', asked, before)],
    announced: [{ type: 'ReliefGranted', about: { reliefId, kind: terms.kind } }],
  };
}

/** A task for the approver's role; nothing else changes until it has its result. */
export function requestApproval(situation: Situation, asked: ReliefAsked, by: string): ReliefEffect {
  const { facts } = situation;
  const task = approvalTask(situation, asked, by);
  const { taskId } = task;
  const requests = [...(facts.policy.requests ?? []), { ...asked, status: 'pending' as const, taskId }];
  return {
    answer: { status: 'pendingApproval', reliefId: asked.reliefId, taskId },
    policy: { ...facts.policy, requests },
    progress: { ...facts.progress, tasks: [...(facts.progress.tasks ?? []), watched(task)] },
    opened: [{ task, as: 'task' }],
    events: [reliefEvent('pendingApproval', asked, facts.policy, taskId)],
    announced: [],
  };
}

function approvalTask({ facts, owed, client, today, at, ids }: Situation, asked: ReliefAsked, by: string): Task {
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
    installment: asked.terms.kind === 'deferral' ? asked.terms.installment : (oldest?.number ?? 1),
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

type ReliefStatus = 'granted' | 'pendingApproval' | 'declined' | 'ended';

/** What the journal tells of relief; amounts with the currency of the policy. */
export function reliefEvent(
  status: ReliefStatus,
  asked: Pick<ReliefAsked, 'reliefId' | 'reason' | 'terms'>,
  { premium }: Policy,
  taskId?: string,
): JournalEvent {
  const { kind, ...terms } = asked.terms;
  const { reliefId, reason } = asked;
  const of = kind === 'promise' || kind === 'agreement' ? { currency: premium.currency } : {};
  return { kind: 'relief', relief: { reliefId, relief: kind, status, ...terms, ...of, reason, ...(taskId ? { taskId } : {}) } };
}

export const reliefFacts = ({ facts: { policy }, owed, today }: Situation) => ({ policy, standing: owed, today });

export function refuse(fault: ReliefFault | undefined): void {
  if (fault) throw new Refusal(fault.code, fault.detail, pointerTo(fault.field));
}

const pointerTo = (field: ReliefFault['field']): string => field.map((part) => `/${part}`).join('');

/** The terms of relief that was granted, as they were asked for. */
export function termsOf(relief: Relief): ReliefTerms {
  switch (relief.kind) {
    case 'deferral':
      return { kind: 'deferral', installment: relief.installment, newDueOn: relief.newDueOn };
    case 'promise':
      return {
        kind: 'promise',
        promisedOn: relief.promisedOn,
        ...(relief.amountMinor === undefined ? {} : { amountMinor: relief.amountMinor }),
      };
    case 'hold':
      return { kind: 'hold', until: relief.until };
    case 'agreement':
      return { kind: 'agreement', slices: relief.slices };
  }
}
