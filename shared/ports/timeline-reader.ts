import type { JournalRecord } from './journal.ts';
import type { StoredNotice } from './notice-store.ts';

/** Everything of a policy but its payments, oldest first, whole: a policy's life is some hundred records. */
export interface TimelineReader {
  journal(policyNumber: string): Promise<readonly JournalRecord[]>;
  notices(policyNumber: string): Promise<readonly StoredNotice[]>;
}
