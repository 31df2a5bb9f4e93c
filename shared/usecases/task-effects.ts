import type { Client } from '../domain/client.ts';
import { recipientOf } from '../domain/control/addressees.ts';
import type { ControlFacts } from '../domain/control/control-facts.ts';
import { accountableFor, type PlannedTask, participantWith } from '../domain/control/planned-task.ts';
import type { Notice, NoticeTask, Recipient } from '../domain/notice.ts';
import { POLICYHOLDER } from '../domain/regulation.ts';
import type { Task } from '../domain/task.ts';
import type { TaskWrite } from '../ports/control-store.ts';
import type { Ids } from '../ports/ids.ts';
import type { JournalEvent } from '../ports/journal.ts';

export interface Writing {
  readonly facts: ControlFacts;
  readonly client: Client;
  readonly ids: Ids;
  readonly at: string;
}

/** A task that a checkpoint opens gets its id, and the persons of the matrix. @throws when nobody is responsible: a regulation without is not loaded. */
export function taskOf({ installment, checkpoint, action, dueOn }: PlannedTask, { facts, client, ids, at }: Writing): Task {
  const { policyNumber, clientId } = facts.policy;
  const person = (role: string | undefined) => (role === undefined ? undefined : recipientOf(role, facts.policy, client));
  const assignee = person(participantWith('R', action, facts.policy)?.role);
  if (!assignee) throw new Error(`nobody is responsible for action ${action.code} in this policy`);
  const accountable = person(accountableFor(action, facts.policy)?.role);
  const { code, title, technique, expectedResult } = action;
  return {
    taskId: ids.next(),
    policyNumber,
    clientId,
    installment,
    checkpoint,
    kind: 'action',
    action: { code, title, technique, expectedResult },
    assignee,
    ...(accountable ? { accountable } : {}),
    createdAt: at,
    dueOn,
    status: 'open',
  };
}

export const noticeTask = ({ taskId, kind, action, dueOn }: Task): NoticeTask => ({ taskId, kind, action, dueOn });

/** The message of a task that comes by itself, not with a checkpoint's. */
export const taskNotice = (task: Task, to: Recipient, kind: 'task' | 'escalate', { ids, at }: Pick<Writing, 'ids' | 'at'>): Notice => ({
  noticeId: ids.next(),
  policyNumber: task.policyNumber,
  clientId: task.clientId,
  installment: task.installment,
  checkpoint: task.checkpoint,
  kind,
  audience: 'responsible',
  actions: [task.action.code],
  recipient: to,
  createdAt: at,
  tasks: [noticeTask(task)],
});

/** A message of a checkpoint tells who is responsible of the tasks that are now his. */
export function withTasks(notice: Notice, opened: readonly Task[]): Notice {
  const { email, role } = notice.recipient;
  if (role === POLICYHOLDER) return notice;
  const his = opened.filter((task) => task.installment === notice.installment && task.checkpoint === notice.checkpoint);
  const tasks = his.filter((task) => task.assignee.email.toLowerCase() === email.toLowerCase()).map(noticeTask);
  return tasks.length > 0 ? { ...notice, tasks } : notice;
}

export const openedEvent = ({ taskId, kind: of, installment, checkpoint, action, assignee: { role }, dueOn }: Task): JournalEvent => ({
  kind: 'task',
  taskId,
  task: { happened: 'opened', of, installment, checkpoint, action: action.code, role, dueOn },
});

export interface HandedOn {
  readonly write: TaskWrite;
  readonly notice: Notice;
  readonly event: JournalEvent;
}

/** A late task, read again: to whom it goes, and what is written and told of it. */
export function handOn(task: Task, writing: Writing): HandedOn {
  const { taskId, accountable } = task;
  if (!accountable) throw new Error(`task ${taskId} is late, and nobody is accountable for it`);
  return {
    write: { write: 'handOn', taskId, to: accountable, at: writing.at },
    notice: taskNotice(task, accountable, task.kind === 'action' ? 'escalate' : 'task', writing),
    event: { kind: 'task', taskId, task: { happened: 'handedOn', role: accountable.role } },
  };
}
