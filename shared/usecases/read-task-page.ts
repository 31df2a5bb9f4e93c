import { consultedFor } from '../domain/control/addressees.ts';
import { whyClosed } from '../domain/control/task-upkeep.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { Recipient } from '../domain/notice.ts';
import type { Regulation } from '../domain/regulation.ts';
import { type Standing, standing } from '../domain/standing.ts';
import type { CloseReason, Task } from '../domain/task.ts';
import { localDateAt } from '../domain/zone.ts';
import type { Clock } from '../ports/clock.ts';
import type { Controlled, ControlStore } from '../ports/control-store.ts';
import type { RegulationStore } from '../ports/regulation-store.ts';
import type { TaskLinks } from '../ports/task-links.ts';
import type { TaskReader } from '../ports/task-reader.ts';

export interface Deps {
  readonly tasks: TaskReader;
  readonly links: TaskLinks;
  readonly store: Pick<ControlStore, 'read'>;
  readonly regulations: RegulationStore;
  readonly clock: Clock;
}

/** What the page of a task is made of. */
export interface LinkedPage {
  readonly task: Task;
  readonly controlled: Controlled;
  readonly owed: Standing;
  readonly today: LocalDate;
  /** Whom to ask before. */
  readonly consulted: readonly Recipient[];
  /** The task waits for nothing any more, though nobody recorded a result. */
  readonly closed?: CloseReason;
}

export type FoundPage = LinkedPage | 'expired' | 'unknown';

/** The task that a signed link opens. Reads only: whoever follows links in mail changes nothing. */
export async function readTaskPage({ tasks, links, store, regulations, clock }: Deps, taskId: string, token: string): Promise<FoundPage> {
  const task = await tasks.read(taskId);
  if (!task) return 'unknown';
  const now = clock.now();
  const link = await links.check(token, { taskId, assignee: task.assignee.email }, now);
  if (link !== 'good') return link === 'expired' ? 'expired' : 'unknown';
  const controlled = await store.read(task.policyNumber, task.clientId);
  if (!controlled) throw new Error(`task ${taskId} is of a policy that is not stored`);
  const { policy, account } = controlled;
  const regulation = await regulations.version(policy.regulation.regulationId, policy.regulation.version);
  if (!regulation) throw new Error('a regulation version is gone, though versions are never deleted');
  const today = localDateAt(now, policy.timeZone);
  const owed = standing(policy, account, today);
  const closed = closedWhy(task, controlled, regulation, owed);
  const consulted = consultedFor(task.action.code, regulation, policy, controlled.client);
  return { task, controlled, owed, today, consulted, ...(closed ? { closed } : {}) };
}

function closedWhy(task: Task, { policy, account }: Controlled, regulation: Regulation, owed: Standing): CloseReason | undefined {
  if (task.status === 'open') return whyClosed(task, { policy, regulation }, owed, account.status);
  return task.closed?.reason;
}
