import type { Policy } from '../domain/policy.ts';
import type { Task, TaskResult } from '../domain/task.ts';
import type { JournalEvent } from '../ports/journal.ts';
import type { DomainEventType } from '../ports/outbox.ts';

/** What somebody did to a policy, before control decides on what is now. */
export interface Change {
  /** Who did it. */
  readonly by: string;
  /** The policy's facts, where they change. */
  readonly policy?: Policy;
  /** Tasks opened by it, not by a checkpoint, and how their messages are headed. */
  readonly opened: readonly { readonly task: Task; readonly as: 'task' | 'escalate' }[];
  readonly results: readonly { readonly taskId: string; readonly result: TaskResult }[];
  readonly events: readonly JournalEvent[];
  readonly announced: readonly Announcement[];
}

/** A domain event, and what it is about beside the policy. */
export interface Announcement {
  readonly type: DomainEventType;
  readonly about: Readonly<Record<string, string | number>>;
}
