import type { Client } from '../domain/client.ts';
import type { Notice, NoticeState } from '../domain/notice.ts';
import type { Account, Policy } from '../domain/policy.ts';
import type { OpenTask } from '../domain/task.ts';
import type { IntentKey } from './checkpoint-wake-ups.ts';

export interface StoredNotice extends Notice {
  readonly state: NoticeState;
  /** While CLAIMED: until when the sender may take. Epoch ms. */
  readonly leaseUntil?: number;
}

/** A notice with the facts that say whether it still applies, read consistently. */
export interface Sendable {
  readonly notice: StoredNotice;
  readonly policy: Policy;
  readonly account: Account;
  readonly generation: number;
  /** Tasks of the policy that wait for their result. */
  readonly openTasks: readonly OpenTask[];
  readonly client: Client;
}

export interface NoticeStore {
  read(noticeId: string, policyNumber: string, clientId: string): Promise<Sendable | undefined>;
  /** Takes a PENDING notice, on condition that account and relief are those that were read. */
  claim(seen: Sendable, leaseUntil: number): Promise<'claimed' | 'changed'>;
  /** Ends a notice and its intent together. 'changed': it was not in the state expected. */
  finish(notice: StoredNotice, end: NoticeEnd, intent: IntentKey): Promise<'finished' | 'changed'>;
  /** Gives a claim back, or records that nobody knows; the intent stays, so that it is seen. */
  mark(notice: StoredNotice, from: NoticeState, to: 'PENDING' | 'UNKNOWN'): Promise<void>;
  /** Deletes the intent of a notice that has ended already. */
  forget(intent: IntentKey): Promise<void>;
}

export type NoticeEnd =
  | { readonly from: 'CLAIMED'; readonly state: 'SENT'; readonly messageId: string; readonly at: string }
  | { readonly from: 'CLAIMED'; readonly state: 'FAILED'; readonly reason: string; readonly at: string }
  | { readonly from: 'PENDING'; readonly state: 'CANCELLED'; readonly reason: string; readonly at: string };
