import { NO_CONTROL, type Policy, type Progress } from '../domain/policy.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Relief } from '../domain/relief.ts';
import { needsApproval } from '../domain/relief-authority.ts';
import { faultOf, type ReliefFault } from '../domain/relief-fault.ts';
import { grant } from '../domain/relief-grant.ts';
import type { ReliefAsked, ReliefTerms } from '../domain/relief-request.ts';
import { watched } from '../domain/task.ts';
import { writtenOff } from '../domain/write-off.ts';
import type { JournalEvent } from '../ports/journal.ts';
import { approvalTask } from './approval-task.ts';
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
  const { policy, regulation, applied } = facts;
  const beyond = needsApproval(asked.terms, { policy, regulation, conditions: applied.conditions, today });
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
    events: [reliefEvent('granted', { ...asked, terms: termsGranted(terms, relief) }, before)],
    announced: [{ type: 'ReliefGranted', about: { reliefId, kind: terms.kind, ...amountOf(relief, before) } }],
  };
}

/** Less may be written off than was asked for: money came in before the approval. */
const termsGranted = (terms: ReliefTerms, relief: Relief): ReliefTerms =>
  relief.kind === 'writeOff' ? { kind: 'writeOff', shares: relief.shares } : terms;

/** What was written off is a loss to be booked: who keeps the books learns how much. */
const amountOf = (relief: Relief, { premium: { currency } }: Policy) =>
  relief.kind === 'writeOff' ? { amountMinor: writtenOff([relief]), currency } : {};

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
    events: [reliefEvent('pendingApproval', { ...asked, taskId }, facts.policy)],
    announced: [],
  };
}

type ReliefStatus = 'granted' | 'pendingApproval' | 'declined' | 'ended';

type Told = Pick<ReliefAsked, 'reliefId' | 'reason' | 'terms'> & { readonly taskId?: string };

/** What the journal tells of relief; amounts with the currency of the policy. */
export function reliefEvent(status: ReliefStatus, { reliefId, reason, terms, taskId }: Told, { premium }: Policy): JournalEvent {
  const { kind, ...asked } = terms;
  const of = kind === 'promise' || kind === 'agreement' || kind === 'writeOff' ? { currency: premium.currency } : {};
  return { kind: 'relief', relief: { reliefId, relief: kind, status, ...asked, ...of, reason, ...(taskId ? { taskId } : {}) } };
}

export const reliefFacts = ({ facts: { policy }, owed, today }: Situation) => ({ policy, standing: owed, today });

export function refuse(fault: ReliefFault | undefined): void {
  if (fault) throw new Refusal(fault.code, fault.detail, pointerTo(fault.field));
}

const pointerTo = (field: ReliefFault['field']): string => field.map((part) => `/${part}`).join('');
