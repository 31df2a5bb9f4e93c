import type { IntentKey } from './checkpoint-wake-ups.ts';

/** What must leave the system. Small: the substance is in the tables it points to. `policyNumber` is '' where it concerns a whole client. */
export type Intent = IntentKey & { readonly policyNumber: string; readonly clientId: string } & IntentBody;

export type IntentBody =
  | { readonly kind: 'notice'; readonly noticeId: string }
  | { readonly kind: 'event'; readonly event: DomainEvent }
  | { readonly kind: 'wake' }
  /** The client is served or reached otherwise: all his open policies are to be looked at. */
  | { readonly kind: 'reclassify' };

/** What the insurer's other systems learn. `eventId` is stable: at least once, to be deduplicated by it. */
export interface DomainEvent {
  readonly eventId: string;
  readonly type: DomainEventType;
  readonly occurredAt: string;
  /** Ids and codes only, no personal data. */
  readonly detail: Readonly<Record<string, string | number>>;
}

export type DomainEventType =
  | 'PolicySuspended'
  | 'PolicyRestored'
  | 'PolicyLapsed'
  | 'PolicyCancelled'
  | 'PolicyCompleted'
  | 'PaymentInSuspense'
  | 'PaymentReversed'
  | 'ExcessTransferred'
  | 'ExcessDisbursed'
  | 'TaskOpened'
  | 'ReliefGranted'
  | 'NoticeUndelivered'
  | 'ClassChanged'
  | 'ClassLoweringProposed';
