import { isWarning } from '../domain/checkpoint-dates.ts';
import { addressees } from '../domain/control/addressees.ts';
import { type Act, consequenceOf } from '../domain/control/decide.ts';
import type { Notice } from '../domain/notice.ts';
import type { Control } from '../domain/policy.ts';
import { type Action, POLICYHOLDER } from '../domain/regulation.ts';
import type { Task } from '../domain/task.ts';
import { type Writing, withTasks } from './task-effects.ts';

/** An act with its messages. */
export interface NoticedAct {
  readonly act: Act;
  readonly notices: readonly Notice[];
}

/** The messages of an act; who is responsible of a task is told of it in his. */
export function noticedAct(act: Act, opened: readonly Task[], { facts, client, ids, at }: Writing): NoticedAct {
  const consequence = consequenceOf(act);
  const notices = addressees(act.checkpoint.actions, facts.policy, client).map((addressed) => ({
    noticeId: ids.next(),
    policyNumber: facts.policy.policyNumber,
    clientId: facts.policy.clientId,
    installment: act.installment,
    checkpoint: act.checkpoint.checkpoint.code,
    createdAt: at,
    ...addressed,
    ...(consequence ? { consequence } : {}),
  }));
  return { act, notices: notices.map((notice) => withTasks(notice, opened)) };
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
export function restorationNotices({ facts, client, ids, at }: Writing): readonly Notice[] {
  const action = facts.regulation.actions.find((a) => a.kind === 'reinstate') ?? TELL_THE_POLICYHOLDER;
  return addressees([action], facts.policy, client).map((addressed) => ({
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
export function withNoticeIds(control: Control, installment: number, acts: readonly NoticedAct[]): Control {
  const acted = acts.find(({ act }) => act.installment === installment && isWarning(act.checkpoint.actions));
  if (!acted) return control;
  const noticeIds = acted.notices.filter((n) => n.audience === 'policyholder').map((n) => n.noticeId);
  const code = acted.act.checkpoint.checkpoint.code;
  return { ...control, warned: control.warned.map((w) => (w.code === code && w.noticeIds.length === 0 ? { ...w, noticeIds } : w)) };
}
