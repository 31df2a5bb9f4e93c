import type { Client } from '../domain/client.ts';
import { recipientOf } from '../domain/control/addressees.ts';
import type { ControlFacts } from '../domain/control/control-facts.ts';
import { taskDueOn } from '../domain/control/planned-task.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { Recipient } from '../domain/notice.ts';
import type { Task } from '../domain/task.ts';
import { undeliveredAction } from '../notices/own-action.ts';
import type { StoredNotice } from '../ports/notice-store.ts';

export interface CameBack {
  readonly facts: ControlFacts;
  readonly client: Client;
  readonly today: LocalDate;
  readonly at: string;
  readonly taskId: string;
  /** As the mail service says it. */
  readonly reason: string;
}

/** The task "correct the address, call" about a message that did not reach its reader. */
export function undeliveredTask(notice: StoredNotice, { facts, client, today, at, taskId, reason }: CameBack): Task {
  const { noticeId, policyNumber, clientId, installment, checkpoint, recipient } = notice;
  const [assignee, accountable] = whoCanHelp(notice, facts, client);
  if (!assignee) throw new Error('a policy without participants');
  return {
    taskId,
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
    noticeId,
    status: 'open',
  };
}

/**
 * Who is responsible for the action, then who is accountable, then the account manager and the others, in the order of the
 * regulation's roles (a map read from the store has none); never the dead address first.
 */
export function whoCanHelp(
  { actions, recipient: dead }: Pick<StoredNotice, 'actions' | 'recipient'>,
  { policy, regulation }: Pick<ControlFacts, 'policy' | 'regulation'>,
  client: Client,
): readonly Recipient[] {
  const involved = regulation.actions.filter((action) => actions.includes(action.code));
  const inOrder = regulation.roles.map(({ role }) => role);
  const rolesWith = (letter: string) => involved.flatMap(({ participants }) => inOrder.filter((role) => participants[role] === letter));
  const roles = new Set([...rolesWith('R'), ...rolesWith('A'), 'accountManager', ...inOrder]);
  const people = [...roles].flatMap((role) => recipientOf(role, policy, client) ?? []);
  const isDead = ({ email }: Recipient) => email.toLowerCase() === dead.email.toLowerCase();
  return [...people.filter((p) => !isDead(p)), ...people.filter(isDead)];
}
