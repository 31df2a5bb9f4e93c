import { isReaddressed } from '../domain/control/addressees.ts';
import { isOpen } from '../domain/policy.ts';
import { watched } from '../domain/task.ts';
import type { StoredNotice } from '../ports/notice-store.ts';
import type { TaskReader } from '../ports/task-reader.ts';
import { type ChangeDeps, changePolicy, type Planned, type Situation } from './change-policy.ts';
import { undeliveredTask } from './undelivered-task.ts';

export interface Deps extends ChangeDeps {
  readonly tasks: TaskReader;
}

export type OpenedUndelivered =
  | 'opened'
  | 'known' // a bounce is reported more than once
  | 'corrected' // the recipient has another address by now; a warning goes there at once
  | 'closed'; // the policy has ended: nobody needs to be reached

/**
 * A message came back: opens the task "correct the address, call" for who is responsible, with its mail and event. It has the id of
 * the message, so that a report that comes twice opens one.
 */
export async function openUndelivered(deps: Deps, notice: StoredNotice, reason: string): Promise<OpenedUndelivered> {
  if (await deps.tasks.read(notice.noticeId)) return 'known';
  const { answer } = await changePolicy(deps, notice.policyNumber, (situation) => plan(situation, notice, reason));
  return answer;
}

function plan(situation: Situation, notice: StoredNotice, reason: string): Planned<OpenedUndelivered> {
  const { facts, client, today, at } = situation;
  const { account, progress, policy } = facts;
  const { tasks = [], controls } = progress;
  if (tasks.some((t) => t.noticeId === notice.noticeId)) return { answer: 'known' };
  if (!isOpen(account.status)) return { answer: 'closed' };
  const nothing = { by: 'system', opened: [], results: [], events: [], announced: [] };
  if (isReaddressed(notice, policy, client)) {
    const isWarning = controls.some(({ warned }) => warned.some((w) => w.noticeIds.includes(notice.noticeId)));
    return { answer: 'corrected', ...(isWarning ? { change: nothing } : {}) }; // control writes it again in the same transaction
  }
  const task = undeliveredTask(notice, { facts, client, today, at, taskId: notice.noticeId, reason });
  return {
    answer: 'opened',
    progress: { ...progress, tasks: [...tasks, watched(task)] },
    change: { ...nothing, opened: [{ task, as: 'task' }] },
  };
}
