import { whyClosed } from '../domain/control/task-upkeep.ts';
import { standing } from '../domain/standing.ts';
import type { Task } from '../domain/task.ts';
import { localDateAt, timestamp } from '../domain/zone.ts';
import type { Clock } from '../ports/clock.ts';
import type { Page, PageRequest } from '../ports/page.ts';
import type { PolicyHeads } from '../ports/policy-heads.ts';
import type { PolicyHead } from '../ports/policy-store.ts';
import type { RegulationStore } from '../ports/regulation-store.ts';
import type { TaskReader } from '../ports/task-reader.ts';

export interface Deps {
  readonly tasks: TaskReader;
  readonly heads: PolicyHeads;
  readonly regulations: RegulationStore;
  readonly clock: Clock;
}

/** A task as it is now: what has been paid is closed, also before the control of its policy gets to it. */
export async function readTask(deps: Deps, taskId: string): Promise<Task | undefined> {
  const task = await deps.tasks.read(taskId);
  return task && (await asOfNow(deps, [task]))[0];
}

/** Open tasks of a person, the most urgent first. A page may have fewer than asked for: what was paid meanwhile is left out. */
export async function openTasks(deps: Deps, email: string, page: PageRequest): Promise<Page<Task>> {
  const found = await deps.tasks.openFor(email, page);
  const items = (await asOfNow(deps, found.items)).filter((task) => task.status === 'open');
  return found.cursor ? { items, cursor: found.cursor } : { items };
}

/** All tasks of a policy, oldest first. */
export async function tasksOfPolicy(deps: Deps, policyNumber: string, page: PageRequest): Promise<Page<Task>> {
  const found = await deps.tasks.ofPolicy(policyNumber, page);
  const items = await asOfNow(deps, found.items);
  return found.cursor ? { items, cursor: found.cursor } : { items };
}

async function asOfNow(deps: Deps, tasks: readonly Task[]): Promise<readonly Task[]> {
  const open = new Set(tasks.filter((task) => task.status === 'open').map((task) => task.policyNumber));
  const heads = await deps.heads.many([...open]);
  const byNumber = new Map(heads.map((head) => [head.policy.policyNumber, head]));
  return Promise.all(tasks.map((task) => current(deps, task, byNumber.get(task.policyNumber))));
}

async function current({ regulations, clock }: Deps, task: Task, head: PolicyHead | undefined): Promise<Task> {
  if (task.status !== 'open' || !head) return task;
  const { policy, account } = head;
  const { regulationId, version } = policy.regulation;
  const regulation = await regulations.version(regulationId, version);
  if (!regulation) throw new Error(`regulation ${regulationId} version ${version} is gone, though versions are never deleted`);
  const now = clock.now();
  const reason = whyClosed(task, { policy, regulation }, standing(policy, account, localDateAt(now, policy.timeZone)), account.status);
  return reason ? { ...task, status: 'cancelled', closed: { reason, at: timestamp(now) } } : task;
}
