import type { NoticeState } from './notice.ts';

/** What SES reports of a message, in its own words (event publishing: Send, Delivery, Bounce, Complaint, Reject, DeliveryDelay). */
export type DeliveryEvent = 'Send' | 'Delivery' | 'Bounce' | 'Complaint' | 'Reject';

/**
 * The state that a report leads to; undefined when it changes nothing. Reports come late, twice and in any order, so a state only
 * moves towards its end: what bounced stays bounced, though `Delivery` of a mailing list may come after it. A CLAIMED or UNKNOWN
 * notice that SES reports on was accepted: that resolves it. Nothing is reported of what was never taken (PENDING, CANCELLED).
 */
export const stateAfter = (state: NoticeState, event: DeliveryEvent): NoticeState | undefined => AFTER[event][state];

const AFTER: Readonly<Record<DeliveryEvent, Partial<Record<NoticeState, NoticeState>>>> = {
  Send: { CLAIMED: 'SENT', UNKNOWN: 'SENT' },
  Delivery: { CLAIMED: 'DELIVERED', UNKNOWN: 'DELIVERED', SENT: 'DELIVERED' },
  Bounce: { CLAIMED: 'BOUNCED', UNKNOWN: 'BOUNCED', SENT: 'BOUNCED', DELIVERED: 'BOUNCED' },
  Complaint: { CLAIMED: 'COMPLAINED', UNKNOWN: 'COMPLAINED', SENT: 'COMPLAINED', DELIVERED: 'COMPLAINED' },
  Reject: { CLAIMED: 'FAILED', UNKNOWN: 'FAILED', SENT: 'FAILED' },
};

/** The states that a report moves on, all to one: so that the store can do it in one conditional step. */
export const movesOn = (event: 'Send' | 'Delivery'): { readonly from: readonly string[]; readonly to: NoticeState } => ({
  from: Object.keys(AFTER[event]),
  to: event === 'Send' ? 'SENT' : 'DELIVERED',
});

/** The message did not reach its reader: somebody has to correct the address, or call. */
export const isUndelivered = (state: NoticeState): boolean => state === 'BOUNCED' || state === 'FAILED';
