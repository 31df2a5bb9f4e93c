import type { Client } from '../domain/client.ts';
import type { Notice, NoticeState } from '../domain/notice.ts';
import type { Account, Policy } from '../domain/policy.ts';
import type { OpenTask } from '../domain/task.ts';
import type { IntentKey } from './checkpoint-wake-ups.ts';

export interface StoredNotice extends Notice {
  readonly state: NoticeState;
  /** While CLAIMED: until when the sender may take. Epoch ms. */
  readonly leaseUntil?: number;
  /** When it left us, or ended otherwise. */
  readonly at?: string;
  /** SES's id of the message that took it; notices that left in one letter share it. */
  readonly messageId?: string;
  /** Why it ended: cancelled, refused, came back. */
  readonly reason?: string;
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

export interface NoticeKey {
  readonly noticeId: string;
  readonly policyNumber: string;
}

export interface NoticeStore {
  /** Notices of one client, each with its facts, in one request: MOST_READ_AT_ONCE at most. What is not stored is left out. */
  read(clientId: string, notices: readonly NoticeKey[]): Promise<readonly Sendable[]>;
  /** Takes PENDING notices, all or none, on condition that account and relief of each are those that were read. */
  claim(seen: readonly Sendable[], leaseUntil: number): Promise<'claimed' | 'changed'>;
  /** Ends notices and their intents together, all or none. 'changed': one was not in the state expected. */
  finish(ended: readonly EndedNotice[]): Promise<'finished' | 'changed'>;
  /** Gives a claim back, or records that nobody knows; the intent stays, so that it is seen. */
  mark(notice: StoredNotice, from: NoticeState, to: 'PENDING' | 'UNKNOWN'): Promise<void>;
  /** Deletes the intent of a notice that has ended already. */
  forget(intent: IntentKey): Promise<void>;
}

/** With three records of its policy each, and the client: 24 × 4 + 1 = 97 of the 100 items that DynamoDB reads at once. */
export const MOST_READ_AT_ONCE = 24;

export interface EndedNotice {
  readonly notice: StoredNotice;
  readonly end: NoticeEnd;
  readonly intent: IntentKey;
}

export type NoticeEnd =
  | { readonly from: 'CLAIMED'; readonly state: 'SENT'; readonly messageId: string; readonly at: string }
  | { readonly from: 'CLAIMED'; readonly state: 'FAILED'; readonly reason: string; readonly at: string }
  | { readonly from: 'PENDING'; readonly state: 'CANCELLED'; readonly reason: string; readonly at: string };
