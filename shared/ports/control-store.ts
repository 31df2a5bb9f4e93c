import type { Client } from '../domain/client.ts';
import type { Decision } from '../domain/control/decide.ts';
import type { Notice, NoticeState } from '../domain/notice.ts';
import type { Account, Policy, Progress } from '../domain/policy.ts';
import type { IntentKey } from './checkpoint-wake-ups.ts';
import type { JournalRecord } from './journal.ts';
import type { Intent } from './outbox.ts';

/** What control of a policy stands on, read consistently. */
export interface Controlled {
  readonly policy: Policy;
  readonly account: Account;
  readonly progress: Progress;
  readonly client: Client;
}

/** All that a decision changes, to be written in one transaction. */
export interface Commitment {
  /** What the decision saw; if any of it has changed, nothing is written. */
  readonly seen: Controlled;
  readonly decision: Decision;
  /** Generation + 1, and the controls with the ids of the notices written. */
  readonly progress: Progress;
  readonly journal: readonly JournalRecord[];
  readonly notices: readonly Notice[];
  readonly intents: readonly Intent[];
  /** Intents this work was asked for by; done with it. */
  readonly done: readonly IntentKey[];
}

export interface ControlStore {
  /** One request. undefined: no such policy. */
  read(policyNumber: string, clientId: string): Promise<Controlled | undefined>;
  noticeStates(noticeIds: readonly string[]): Promise<Readonly<Record<string, NoticeState>>>;
  /** 'changed': a payment or another run was faster; nothing was written. */
  commit(commitment: Commitment): Promise<'committed' | 'changed'>;
  /** Nothing had to be done. */
  finish(done: readonly IntentKey[]): Promise<void>;
}
