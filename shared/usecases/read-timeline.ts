import type { StoredPayment } from '../domain/payment.ts';
import type { JournalRecord } from '../ports/journal.ts';
import type { StoredNotice } from '../ports/notice-store.ts';
import type { PaymentReader } from '../ports/payment-reader.ts';
import type { TimelineReader } from '../ports/timeline-reader.ts';
import { allPaymentsOf } from './all-payments-of.ts';

export interface Deps {
  readonly timeline: TimelineReader;
  readonly payments: PaymentReader;
}

export interface TimelineSources {
  readonly journal: readonly JournalRecord[];
  readonly payments: readonly StoredPayment[];
  readonly notices: readonly StoredNotice[];
}

/** All that is recorded of a policy; undefined when there is no such policy (its journal begins with `opened`). */
export async function readTimeline(deps: Deps, policyNumber: string): Promise<TimelineSources | undefined> {
  const [journal, notices, payments] = await Promise.all([
    deps.timeline.journal(policyNumber),
    deps.timeline.notices(policyNumber),
    allPaymentsOf(deps.payments, policyNumber),
  ]);
  return journal.length === 0 ? undefined : { journal, notices, payments };
}
