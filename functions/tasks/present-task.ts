import type { Task } from '../../shared/domain/task.ts';
import { outcomesOf } from '../../shared/domain/task-outcome.ts';
import { pathOf } from '../http/path-id.ts';

/** A task as the contract shows it: the assignee by his address. */
export function presentTask(task: Task) {
  const { assignee, accountable, clientId: _, ...facts } = task;
  return {
    self: pathOf('tasks', task.taskId),
    ...facts,
    assignee: assignee.email,
    assigneeName: assignee.name,
    role: assignee.role,
    ...(accountable ? { accountable: accountable.role } : {}),
    outcomes: outcomesOf(task.kind),
  };
}
