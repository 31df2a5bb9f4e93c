import { bucketOf } from '../domain/bucket.ts';
import type { Notice } from '../domain/notice.ts';
import { noticeKey } from '../domain/notice-key.ts';
import type { Payment } from '../domain/payment.ts';
import { timestamp } from '../domain/zone.ts';
import type { Wake } from '../ports/checkpoint-wake-ups.ts';
import type { Controlled } from '../ports/control-store.ts';
import type { Ids } from '../ports/ids.ts';
import type { DomainEventType, Intent } from '../ports/outbox.ts';

export function noticeIntent(notice: Notice): Intent {
  const { policyNumber, clientId, noticeId } = notice;
  return { ...noticeKey(notice), policyNumber, clientId, kind: 'notice', noticeId };
}

interface EventSource {
  readonly type: DomainEventType;
  readonly seen: Pick<Controlled, 'policy'>;
  readonly at: string;
  readonly ids: Ids;
  readonly generation: number;
  /** What it is about, beside the policy. */
  readonly about?: Readonly<Record<string, string | number>>;
}

export function eventIntent({ type, seen: { policy }, at, ids, generation, about = {} }: EventSource): Intent {
  const { policyNumber, clientId } = policy;
  const eventId = ids.next();
  const event = { eventId, type, occurredAt: at, detail: { policyNumber, clientId, generation, ...about } };
  return { bucket: bucketOf(policyNumber), intent: `${at}#${eventId}`, policyNumber, clientId, kind: 'event', event };
}

export function wakeOf(policyNumber: string, clientId: string, { at, id }: { readonly at: string; readonly id: string }): Wake {
  return { policyNumber, clientId, intent: { bucket: bucketOf(policyNumber), intent: `${at}#${id}` } };
}

interface PaymentEventDeps {
  readonly clock: { now(): number };
  readonly ids: Ids;
}

/** Tells others of a payment: ids and amount, no payer. */
export function paymentEvent({ clock, ids }: PaymentEventDeps, type: 'PaymentInSuspense' | 'PaymentReversed', payment: Payment): Intent {
  const { paymentId, policyNumber, amountMinor, currency } = payment;
  const [at, eventId] = [timestamp(clock.now()), ids.next()];
  const event = { eventId, type, occurredAt: at, detail: { paymentId, policyNumber, amountMinor, currency } };
  return { bucket: bucketOf(policyNumber), intent: `${at}#${eventId}`, policyNumber, clientId: '', kind: 'event', event };
}

/** Tells others that a message did not reach its reader: ids and the role, no address. */
export function undeliveredEvent({ clock, ids }: PaymentEventDeps, notice: Notice): Intent {
  const { policyNumber, clientId, noticeId, installment, checkpoint, recipient } = notice;
  const [at, eventId] = [timestamp(clock.now()), ids.next()];
  const detail = { policyNumber, clientId, noticeId, installment, checkpoint, role: recipient.role };
  const event = { eventId, type: 'NoticeUndelivered' as const, occurredAt: at, detail };
  return { bucket: bucketOf(policyNumber), intent: `${at}#${eventId}`, policyNumber, clientId, kind: 'event', event };
}
