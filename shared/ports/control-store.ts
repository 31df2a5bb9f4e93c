import type { Client } from '../domain/client.ts';
import type { Decision } from '../domain/control/decide.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { Notice, Recipient } from '../domain/notice.ts';
import type { Account, Policy, Progress } from '../domain/policy.ts';
import type { CloseReason, Task, TaskResult } from '../domain/task.ts';
import type { IntentKey } from './checkpoint-wake-ups.ts';
import type { JournalRecord } from './journal.ts';
import type { StoredNotice } from './notice-store.ts';
import type { Intent } from './outbox.ts';

/** What control of a policy stands on, read consistently. */
export interface Controlled {
  readonly policy: Policy;
  readonly account: Account;
  readonly progress: Progress;
  readonly client: Client;
  /** Where it stands in the list of what is past due; absent: nowhere. */
  readonly oldestDueOn?: LocalDate;
}

/** All that a decision changes, to be written in one transaction. */
export interface Commitment {
  /** What the decision saw; if any of it has changed, nothing is written. */
  readonly seen: Controlled;
  readonly decision: Decision;
  /** The policy's facts, where they change: relief, a new plan. */
  readonly policy?: Policy;
  /** Generation + 1, and the controls with the ids of the notices written. */
  readonly progress: Progress;
  readonly journal: readonly JournalRecord[];
  readonly notices: readonly Notice[];
  readonly intents: readonly Intent[];
  readonly tasks: readonly TaskWrite[];
  /** Intents this work was asked for by; done with it. */
  readonly done: readonly IntentKey[];
}

/** What becomes of a task; all but `open` hold only while it is open. */
export type TaskWrite =
  | { readonly write: 'open'; readonly task: Task }
  | { readonly write: 'result'; readonly taskId: string; readonly result: TaskResult }
  | { readonly write: 'close'; readonly taskId: string; readonly reason: CloseReason; readonly at: string }
  | { readonly write: 'handOn'; readonly taskId: string; readonly to: Recipient; readonly at: string };

export interface ControlStore {
  /** One request. undefined: no such policy. */
  read(policyNumber: string, clientId: string): Promise<Controlled | undefined>;
  notices(noticeIds: readonly string[]): Promise<readonly StoredNotice[]>;
  tasks(taskIds: readonly string[]): Promise<readonly Task[]>;
  /** 'changed': a payment or another run was faster; nothing was written. */
  commit(commitment: Commitment): Promise<'committed' | 'changed'>;
  /** Nothing had to be done. */
  finish(done: readonly IntentKey[]): Promise<void>;
}
