import { isOpen, type Policy } from '../domain/policy.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Hold } from '../domain/relief.ts';
import type { ReliefAsked, ReliefSaid } from '../domain/relief-request.ts';
import { termsOf } from '../domain/write-off.ts';
import { type ChangeDeps, changePolicy, type Planned, type Situation } from './change-policy.ts';
import { askRelief, type ReliefAnswer, reliefEvent } from './relief-effects.ts';

interface Asking {
  readonly policyNumber: string;
  readonly asked: Omit<ReliefAsked, 'terms'> & { readonly terms: ReliefSaid; readonly fingerprint: string };
  /** Of the amounts, where there are some. */
  readonly currency?: string;
  readonly by: string;
}

export interface Relieved {
  readonly outcome: 'new' | 'replay';
  readonly answer: ReliefAnswer;
  /** Of the policy. */
  readonly currency: string;
}

/** Grants relief, or hands it to the approver. Safe to repeat: the same content again is answered with what became of it. */
export async function relievePolicy(deps: ChangeDeps, asking: Asking): Promise<Relieved> {
  const { answer, head } = await changePolicy(deps, asking.policyNumber, (situation) => plan(situation, asking));
  return { ...answer, currency: head.policy.premium.currency };
}

function plan(situation: Situation, { asked, currency, by }: Asking): Planned<Omit<Relieved, 'currency'>> {
  const { policy, account } = situation.facts;
  const known = knownRelief(policy, asked.reliefId);
  if (known && known.fingerprint !== asked.fingerprint)
    throw new Refusal('RELIEF_ID_REUSED', 'this policy has relief with this id and other content; nothing was changed', '/reliefId');
  if (known) return { answer: { outcome: 'replay', answer: known.answer } };
  if (!isOpen(account.status)) throw new Refusal('POLICY_CLOSED', `the policy is ${account.status}: there is nothing to relieve`);
  if (currency !== undefined && currency !== policy.premium.currency)
    throw new Refusal('CURRENCY_MISMATCH', `the premium is in ${policy.premium.currency}`);
  const { answer, progress, ...effect } = askRelief(situation, { ...asked, terms: termsOf(asked.terms, situation.owed) }, by);
  return { answer: { outcome: 'new', answer }, progress, change: { ...effect, by, results: [] } };
}

function knownRelief(
  policy: Policy,
  reliefId: string,
): { readonly fingerprint: string | undefined; readonly answer: ReliefAnswer } | undefined {
  const relief = policy.relief.find((r) => r.reliefId === reliefId);
  if (relief) return { fingerprint: relief.fingerprint, answer: { status: 'granted', relief } };
  const request = policy.requests?.find((r) => r.reliefId === reliefId);
  if (!request) return undefined;
  const { fingerprint, status, taskId } = request;
  return { fingerprint, answer: { status: status === 'pending' ? 'pendingApproval' : 'declined', reliefId, taskId } };
}

interface Ending {
  readonly policyNumber: string;
  readonly reliefId: string;
  readonly by: string;
}

/** Ends a hold today; the days it covered stay covered. Ending it twice, or after its end, changes nothing. */
export async function endHold(deps: ChangeDeps, { policyNumber, reliefId, by }: Ending): Promise<Hold> {
  const { answer } = await changePolicy(deps, policyNumber, ({ facts: { policy }, today }): Planned<Hold> => {
    const hold = policy.relief.find((r): r is Hold => r.kind === 'hold' && r.reliefId === reliefId);
    if (!hold) throw new Refusal('NOT_FOUND', 'this policy has no hold with this id');
    if (hold.endedOn !== undefined || hold.until <= today) return { answer: hold };
    const ended = { ...hold, endedOn: today };
    const relief = policy.relief.map((r) => (r === hold ? ended : r));
    const { reason, until } = hold;
    const events = [reliefEvent('ended', { reliefId, reason, terms: { kind: 'hold', until } }, policy)];
    return { answer: ended, change: { by, policy: { ...policy, relief }, opened: [], results: [], events, announced: [] } };
  });
  return answer;
}
