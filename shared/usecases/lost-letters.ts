import { addressees } from '../domain/control/addressees.ts';
import { consequenceOf } from '../domain/control/decide.ts';
import type { Reissued } from '../domain/control/reissue-warnings.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { Notice } from '../domain/notice.ts';
import type { Task } from '../domain/task.ts';
import type { StoredNotice } from '../ports/notice-store.ts';
import type { Writing } from './task-effects.ts';
import { undeliveredTask } from './undelivered-task.ts';

/** A warning that came back, written to the address that is right now. Only to the policyholder: the others had theirs. */
export function reissuedNotices({ installment, code, noticeId, replaces, actions, ahead }: Reissued, writing: Writing): readonly Notice[] {
  const { facts, client, at } = writing;
  const { policyNumber, clientId } = facts.policy;
  const consequence = consequenceOf({ ahead });
  const of = { policyNumber, clientId, installment, checkpoint: code, createdAt: at, ...(consequence ? { consequence } : {}) };
  return addressees(actions, facts.policy, client)
    .filter(({ audience }) => audience === 'policyholder')
    .map((addressed) => ({ noticeId, replaces, ...of, ...addressed }));
}

/** The tasks about letters that a person is to deliver otherwise. */
export const tasksAbout = (lost: readonly StoredNotice[], { facts, client, ids, at }: Writing, today: LocalDate): readonly Task[] =>
  lost.map((notice) =>
    undeliveredTask(notice, { facts, client, today, at, taskId: ids.next(), reason: notice.reason ?? notice.state.toLowerCase() }),
  );
