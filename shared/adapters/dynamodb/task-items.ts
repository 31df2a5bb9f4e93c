import type { Task } from '../../domain/task.ts';
import type { Item } from './item.ts';

/** The index of open tasks is by address, whatever its letters' case. */
export const openFor = (email: string): string => email.toLowerCase();

/** Sparse: only an open task is in the index of its assignee. */
export const taskItem = (task: Task): Item => ({ ...task, ...(task.status === 'open' ? { openFor: openFor(task.assignee.email) } : {}) });

export function readTask(item: Item): Task {
  const { openFor: _, ...task } = item;
  return task as unknown as Task;
}
