import type { NoticeState } from '../domain/notice.ts';
import type { StoredNotice } from './notice-store.ts';
import type { Intent } from './outbox.ts';

export interface DeliveryChange {
  readonly notice: StoredNotice;
  readonly to: NoticeState;
  readonly at: string;
  readonly messageId: string;
  /** Of a bounce or a rejection. */
  readonly reason?: string;
  readonly intents: readonly Intent[];
}

/** A report that needs no look at the notice: it arrived, or at least it was accepted. */
export interface Advance {
  readonly noticeId: string;
  readonly from: readonly string[];
  readonly to: NoticeState;
  readonly at: string;
  readonly messageId: string;
}

export interface DeliveryStore {
  /** One request. The notice as it was; undefined when it is in none of the states. Ends its intent, if it still had one. */
  advance(advance: Advance): Promise<StoredNotice | undefined>;
  read(noticeId: string): Promise<StoredNotice | undefined>;
  /** Changes the state, ends the notice's intent, and writes what follows, on condition that the state is as it was seen. */
  record(change: DeliveryChange): Promise<'recorded' | 'changed'>;
}
