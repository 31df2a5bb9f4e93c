import { recipientOf } from '../domain/control/addressees.ts';
import { taskDueOn } from '../domain/control/planned-task.ts';
import type { Recipient } from '../domain/notice.ts';
import { isOpen } from '../domain/policy.ts';
import { type Task, watched } from '../domain/task.ts';
import { undeliveredAction } from '../notices/own-action.ts';
import type { StoredNotice } from '../ports/notice-store.ts';
import type { TaskReader } from '../ports/task-reader.ts';
import { type ChangeDeps, changePolicy, type Planned, type Situation } from './change-policy.ts';

export interface Deps extends ChangeDeps {
  readonly tasks: TaskReader;
}

export type OpenedUndelivered =
  | 'opened'
  | 'known' // a bounce is reported more than once
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
  const { account, progress } = situation.facts;
  const { tasks = [] } = progress;
  if (tasks.some((t) => t.taskId === notice.noticeId)) return { answer: 'known' };
  if (!isOpen(account.status)) return { answer: 'closed' };
  const task = undeliveredTask(situation, notice, reason);
  return {
    answer: 'opened',
    progress: { ...progress, tasks: [...tasks, watched(task)] },
    change: { by: 'system', opened: [{ task, as: 'task' }], results: [], events: [], announced: [] },
  };
}

function undeliveredTask(situation: Situation, notice: StoredNotice, reason: string): Task {
  const { facts, today, at } = situation;
  const { noticeId, policyNumber, clientId, installment, checkpoint, recipient } = notice;
  const [assignee, accountable] = whoCanHelp(situation, notice);
  if (!assignee) throw new Error('a policy without participants');
  return {
    taskId: noticeId,
    policyNumber,
    clientId,
    installment,
    checkpoint,
    kind: 'undelivered',
    action: undeliveredAction({ address: recipient.email, reason, language: assignee.language }),
    assignee,
    ...(accountable ? { accountable } : {}),
    createdAt: at,
    dueOn: taskDueOn({}, today, facts.calendar),
    status: 'open',
  };
}

/** Who is responsible for the action, then who is accountable, then the account manager and the others; never the dead address first. */
function whoCanHelp({ facts, client }: Situation, { actions, recipient: dead }: StoredNotice): readonly Recipient[] {
  const { policy, regulation } = facts;
  const involved = regulation.actions.filter((action) => actions.includes(action.code));
  const rolesWith = (letter: string) =>
    involved.flatMap(({ participants }) => Object.keys(participants).filter((role) => participants[role] === letter));
  const roles = new Set([...rolesWith('R'), ...rolesWith('A'), 'accountManager', ...Object.keys(policy.participants)]);
  const people = [...roles].flatMap((role) => recipientOf(role, policy, client) ?? []);
  const isDead = ({ email }: Recipient) => email.toLowerCase() === dead.email.toLowerCase();
  return [...people.filter((p) => !isDead(p)), ...people.filter(isDead)];
}
