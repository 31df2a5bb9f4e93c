import type { Tone } from './letter.ts';
import type { NoticeFacts } from './notice-facts.ts';

/** What a message is about, for a policyholder. A reminder reads differently before, on and after the due date. */
export type PolicyholderOccasion =
  | 'dueSoon'
  | 'dueToday'
  | 'pastDue'
  | 'overdueNotice'
  | 'finalNotice'
  | 'suspension'
  | 'lapse'
  | 'restoration';

export type ParticipantOccasion = PolicyholderOccasion | 'task' | 'escalation';

export type Phase = 'dueSoon' | 'dueToday' | 'pastDue';

/** Of several installments the latest in trouble decides: one past due makes the message about what is past due. */
export function phaseOf({ items, today }: NoticeFacts): Phase {
  if (items.some(({ dueOn, daysPastDue }) => dueOn < today || daysPastDue > 0)) return 'pastDue';
  return items.some(({ dueOn }) => dueOn === today) ? 'dueToday' : 'dueSoon';
}

/** A task is about an installment as it stands: a policyholder who is told of it is told what is due. */
export function policyholderOccasion(facts: NoticeFacts): PolicyholderOccasion {
  const phase = phaseOf(facts);
  switch (facts.kind) {
    case 'remind':
    case 'task':
    case 'escalate':
      return phase;
    case 'notice':
      if (phase !== 'pastDue') return phase;
      return facts.consequence?.kind === 'lapse' ? 'finalNotice' : 'overdueNotice';
    case 'suspend':
      return 'suspension';
    case 'lapse':
      return 'lapse';
    case 'reinstate':
      return 'restoration';
  }
}

export function participantOccasion(facts: NoticeFacts): ParticipantOccasion {
  if (facts.kind === 'task') return 'task';
  return facts.kind === 'escalate' ? 'escalation' : policyholderOccasion(facts);
}

export const TONES: Readonly<Record<ParticipantOccasion, Tone>> = {
  dueSoon: 'calm',
  dueToday: 'calm',
  pastDue: 'urgent',
  overdueNotice: 'urgent',
  finalNotice: 'grave',
  task: 'urgent',
  escalation: 'urgent',
  suspension: 'grave',
  lapse: 'grave',
  restoration: 'good',
};
