import { addBusinessDays } from '../domain/business-calendar.ts';
import { addDays } from '../domain/local-date.ts';
import type { Progress } from '../domain/policy.ts';
import { Refusal } from '../domain/refusal.ts';
import { faultOf } from '../domain/relief-fault.ts';
import type { ReliefAsked, ReliefTerms } from '../domain/relief-request.ts';
import type { ResultEffect, SaidResult, Task } from '../domain/task.ts';
import { ruleOf } from '../domain/task-outcome.ts';
import type { Change } from './change.ts';
import type { Situation } from './change-policy.ts';
import { escalate } from './escalate-task.ts';
import { askRelief, grantRelief, type ReliefEffect, refuse, reliefEvent, reliefFacts, requestApproval } from './relief-effects.ts';
import { told } from './tell-warning.ts';

/** What follows from a result, beyond its being recorded. */
export interface Following extends Omit<Change, 'by' | 'results'> {
  readonly effect?: ResultEffect;
  readonly progress: Progress;
}

/** Money that was sent arrives within three business days, or something is wrong. */
const DAYS_OF_TRANSFER = 3;

/** How long a dispute holds the process where the conditions of the client give nobody authority to: until it is approved, none. */
const DAYS_OF_DISPUTE = 14;

/** The catalogue's effects, each as a change of the policy. `situation` has the task taken out already. */
export function effectOf(situation: Situation, task: Task, said: SaidResult, by: string): Following {
  const { today, facts } = situation;
  const asked = (terms: ReliefTerms): ReliefAsked => ({ reliefId: task.taskId, reason: said.note ?? said.outcome, terms });
  switch (ruleOf(said.outcome).effect) {
    case 'none':
      return nothing(situation);
    case 'promise':
      return relieved(askRelief(situation, asked({ kind: 'promise', promisedOn: said.promisedOn ?? today }), by));
    case 'paymentSent':
      return relieved(grantRelief(situation, asked({ kind: 'hold', until: addBusinessDays(today, DAYS_OF_TRANSFER, facts.calendar) })));
    case 'dispute': {
      const days = facts.applied.conditions.maxHoldDays || DAYS_OF_DISPUTE;
      return relieved(askRelief(situation, asked({ kind: 'hold', until: addDays(today, days) }), by));
    }
    case 'reliefRequest':
      return relieved(requestDeferral(situation, asked(deferral(task, said)), by));
    case 'escalation':
      return escalate(situation, task) ?? nothing(situation);
    case 'delivered':
      return told(situation, task) ?? nothing(situation);
    case 'approval':
      return approve(situation, task, said);
    case 'refusal':
      return decline(situation, task);
  }
}

const nothing = ({ facts: { progress } }: Situation): Following => ({ progress, opened: [], events: [], announced: [] });

const deferral = ({ installment }: Task, { newDueOn }: SaidResult): ReliefTerms => ({
  kind: 'deferral',
  installment,
  ...(newDueOn ? { newDueOn } : {}),
});

/** "He cannot pay" is a request, however little is asked for: who approves hears of it. */
function requestDeferral(situation: Situation, asked: ReliefAsked, by: string): ReliefEffect {
  refuse(faultOf(asked.terms, reliefFacts(situation)));
  return requestApproval(situation, asked, by);
}

function relieved({ answer, ...changes }: ReliefEffect): Following {
  if (answer.status === 'granted') return { ...changes, effect: { effect: 'granted', reliefId: answer.relief.reliefId } };
  return { ...changes, effect: { effect: 'approvalRequested', reliefId: answer.reliefId, taskId: answer.taskId } };
}

function approve(situation: Situation, task: Task, { newDueOn }: SaidResult): Following {
  const { status: _, taskId: __, ...asked } = requestOf(situation, task);
  const terms = decidedTerms(asked.terms, newDueOn);
  const fault = faultOf(terms, reliefFacts(situation));
  if (fault) throw new Refusal(fault.code, `${fault.detail}; or decline it`, newDueOn ? '/newDueOn' : undefined);
  return relieved(grantRelief(situation, { ...asked, terms }));
}

/** Who approves a deferral may name another date, and must where none was asked for. */
function decidedTerms(terms: ReliefTerms, newDueOn: SaidResult['newDueOn']): ReliefTerms {
  if (terms.kind !== 'deferral') {
    if (newDueOn) throw new Refusal('DATE_NOT_TAKEN', `a ${terms.kind} has no new due date; leave it out`, '/newDueOn');
    return terms;
  }
  const decided = newDueOn ?? terms.newDueOn;
  if (!decided) throw new Refusal('DATE_MISSING', 'say until when it is deferred: no date was asked for', '/newDueOn');
  return { ...terms, newDueOn: decided };
}

function decline(situation: Situation, task: Task): Following {
  const { policy, progress } = situation.facts;
  const request = requestOf(situation, task);
  const requests = (policy.requests ?? []).map((r) => (r === request ? { ...r, status: 'declined' as const } : r));
  return {
    effect: { effect: 'declined', reliefId: request.reliefId },
    policy: { ...policy, requests },
    progress,
    opened: [],
    events: [reliefEvent('declined', request, policy)],
    announced: [],
  };
}

function requestOf({ facts: { policy } }: Situation, { taskId }: Task) {
  const request = policy.requests?.find((r) => r.taskId === taskId && r.status === 'pending');
  if (!request) throw new Error(`task ${taskId} is to approve relief that nobody asks for`);
  return request;
}
