import { isWarning } from '../domain/checkpoint-dates.ts';
import { addressees } from '../domain/control/addressees.ts';
import type { ControlFacts } from '../domain/control/control-facts.ts';
import { type Act, consequenceOf, type Decision } from '../domain/control/decide.ts';
import type { Notice } from '../domain/notice.ts';
import type { Control, PolicyStatus, Progress } from '../domain/policy.ts';
import { type Action, POLICYHOLDER } from '../domain/regulation.ts';
import { timestamp } from '../domain/zone.ts';
import type { IntentKey } from '../ports/checkpoint-wake-ups.ts';
import type { Commitment, Controlled } from '../ports/control-store.ts';
import type { Ids } from '../ports/ids.ts';
import type { JournalEvent, JournalRecord } from '../ports/journal.ts';
import type { DomainEventType, Intent } from '../ports/outbox.ts';
import { eventIntent, noticeIntent } from './intents.ts';

interface Effecting {
  readonly facts: ControlFacts;
  readonly seen: Controlled;
  readonly decision: Decision;
  readonly ids: Ids;
  readonly done: readonly IntentKey[];
}

/** A decision → everything that one transaction writes. */
export function commitmentOf({ facts, seen, decision, ids, done }: Effecting): Commitment {
  const at = timestamp(facts.now);
  const noticesByAct = decision.acts.map((act) => ({ act, notices: noticesOf(act, { facts, seen, ids, at }) }));
  const restored = decision.statusReason === 'paidUp' ? restorationNotices({ facts, seen, ids, at }) : [];
  const notices = [...noticesByAct.flatMap((a) => a.notices), ...restored];
  const controls = decision.controls.map((control, index) => withNoticeIds(control, index + 1, noticesByAct));
  const progress: Progress = { generation: seen.progress.generation + 1, controls, ...(decision.next ? { next: decision.next } : {}) };
  const intents: Intent[] = notices.map((notice) => noticeIntent(notice));
  const announced = announcement(decision, seen.account.status);
  if (announced) intents.push(eventIntent({ type: announced, seen, at, ids, generation: progress.generation }));
  return { seen, decision, progress, journal: journalOf(facts, decision, at, progress.generation), notices, intents, done };
}

interface Writing {
  readonly facts: ControlFacts;
  readonly seen: Controlled;
  readonly ids: Ids;
  readonly at: string;
}

function noticesOf(act: Act, { facts, seen, ids, at }: Writing): readonly Notice[] {
  const consequence = consequenceOf(act);
  return addressees(act.checkpoint.actions, facts.policy, seen.client).map((addressed) => ({
    noticeId: ids.next(),
    policyNumber: facts.policy.policyNumber,
    clientId: facts.policy.clientId,
    installment: act.installment,
    checkpoint: act.checkpoint.checkpoint.code,
    createdAt: at,
    ...addressed,
    ...(consequence ? { consequence } : {}),
  }));
}

/** Used where a regulation doesn't say who is told of restored cover: the policyholder must know in any case. */
const TELL_THE_POLICYHOLDER: Action = {
  code: 'restored',
  title: '',
  kind: 'reinstate',
  to: [POLICYHOLDER],
  technique: '',
  expectedResult: '',
  participants: {},
};

/** Cover restored: told as the regulation's reinstate action says. */
function restorationNotices({ facts, seen, ids, at }: Writing): readonly Notice[] {
  const action = facts.regulation.actions.find((a) => a.kind === 'reinstate') ?? TELL_THE_POLICYHOLDER;
  return addressees([action], facts.policy, seen.client).map((addressed) => ({
    noticeId: ids.next(),
    policyNumber: facts.policy.policyNumber,
    clientId: facts.policy.clientId,
    installment: facts.progress.next?.installment ?? 1,
    checkpoint: 'restored',
    createdAt: at,
    ...addressed,
  }));
}

/** The warnings of this run learn which notices they are, so that an adverse action can ask whether those were sent. */
function withNoticeIds(
  control: Control,
  installment: number,
  acts: readonly { readonly act: Act; readonly notices: readonly Notice[] }[],
): Control {
  const acted = acts.find(({ act }) => act.installment === installment && isWarning(act.checkpoint.actions));
  if (!acted) return control;
  const noticeIds = acted.notices.filter((n) => n.audience === 'policyholder').map((n) => n.noticeId);
  const code = acted.act.checkpoint.checkpoint.code;
  return { ...control, warned: control.warned.map((w) => (w.code === code && w.noticeIds.length === 0 ? { ...w, noticeIds } : w)) };
}

function journalOf(facts: ControlFacts, decision: Decision, at: string, generation: number): readonly JournalRecord[] {
  const events: JournalEvent[] = [];
  if (decision.settlements.length > 0) events.push({ kind: 'checkpoint', settlements: decision.settlements, inputs: inputsOf(facts) });
  for (const waiting of decision.waiting) events.push({ kind: 'waiting', ...waiting });
  if (decision.statusReason) events.push({ kind: 'status', status: decision.status, reason: decision.statusReason });
  const serial = String(generation).padStart(8, '0');
  return events.map((event, index) => ({
    entry: `${at}#${serial}#${index}`,
    policyNumber: facts.policy.policyNumber,
    at,
    by: 'system',
    ...event,
  }));
}

/** What reproduces the decision: with the policy's facts (its journal has them), `decide` gives the same again. */
const inputsOf = ({ account, progress, regulation, applied, now, noticeStates, policy, reconciledThrough }: ControlFacts) => ({
  now: timestamp(now),
  status: account.status,
  receivedMinor: account.receivedMinor,
  directedMinor: account.directedMinor,
  regulation: { regulationId: regulation.regulationId, version: regulation.version },
  conditions: applied,
  controls: progress.controls,
  installments: policy.installments,
  relief: policy.relief,
  noticeStates,
  ...(reconciledThrough ? { reconciledThrough } : {}),
});

function announcement({ status }: Decision, before: PolicyStatus): DomainEventType | undefined {
  if (status === before) return undefined;
  const events: Partial<Record<PolicyStatus, DomainEventType>> = {
    suspended: 'PolicySuspended',
    active: 'PolicyRestored',
    lapsed: 'PolicyLapsed',
    completed: 'PolicyCompleted',
  };
  return events[status];
}
