import type { Task } from '../domain/task.ts';
import type { Page, PageRequest } from './page.ts';

export interface TaskReader {
  /** Consistent. */
  read(taskId: string): Promise<Task | undefined>;
  /** Open ones, the most urgent first; as far as is known, for money may have come since. */
  openFor(email: string, page: PageRequest): Promise<Page<Task>>;
  /** All of a policy, oldest first. */
  ofPolicy(policyNumber: string, page: PageRequest): Promise<Page<Task>>;
}
