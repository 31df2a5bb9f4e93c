import * as z from 'zod';
import type { DomainEventType } from '../../shared/ports/outbox.ts';

export interface PublishedEvent {
  readonly summary: string;
  readonly detail: z.ZodRawShape;
  readonly example: Readonly<Record<string, string | number>>;
}

const ofPolicy = { policyNumber: z.string(), clientId: z.string(), generation: z.int() };
const POLICY = { policyNumber: 'CARGO-2026-000123', clientId: 'UA-00112233', generation: 7 };

const statusOf = (summary: string): PublishedEvent => ({ summary, detail: ofPolicy, example: POLICY });

const amountOf = { amountMinor: z.int(), currency: z.string() };
const ofPayment = { paymentId: z.string(), policyNumber: z.string(), ...amountOf };
const PAYMENT = { paymentId: 'bank-20261122-0001', policyNumber: 'CARGO-2026-000123', amountMinor: 3_000_000, currency: 'UAH' };

const classOrNone = z.enum(['A', 'B', 'C', 'none']);

/** What is really published. Ids and codes only, no personal data; amounts in minor units. */
export const PUBLISHED_EVENTS: Readonly<Record<DomainEventType, PublishedEvent>> = {
  PolicySuspended: statusOf('Cover is suspended for non-payment'),
  PolicyRestored: statusOf('Cover is in force again'),
  PolicyLapsed: statusOf('Cover has ended for non-payment'),
  PolicyCancelled: statusOf('The policy was ended by a person'),
  PolicyCompleted: statusOf('Cover is over and all is paid'),
  PaymentInSuspense: { summary: 'Money came whose target is not known', detail: ofPayment, example: PAYMENT },
  PaymentReversed: { summary: 'A payment went back', detail: ofPayment, example: PAYMENT },
  ExcessTransferred: {
    summary: 'Excess credit went to another policy of the client',
    detail: { ...ofPolicy, transferId: z.string(), toPolicyNumber: z.string(), ...amountOf },
    example: { ...POLICY, transferId: 'T-1', toPolicyNumber: 'CARGO-2027-000123', amountMinor: 150_000, currency: 'UAH' },
  },
  ExcessDisbursed: {
    summary: 'Excess credit is to be paid back to who paid it',
    detail: { ...ofPolicy, disbursementId: z.string(), ...amountOf },
    example: { ...POLICY, disbursementId: 'D-1', amountMinor: 150_000, currency: 'UAH' },
  },
  TaskOpened: {
    summary: 'A participant has something to do',
    detail: { ...ofPolicy, taskId: z.string(), kind: z.enum(['action', 'approval', 'undelivered']), installment: z.int() },
    example: { ...POLICY, taskId: '01KCS0X7Q0V5ZJ3M8W2T4N6P9S', kind: 'action', installment: 1 },
  },
  ReliefGranted: {
    summary: 'Relief is in force',
    detail: {
      ...ofPolicy,
      reliefId: z.string(),
      kind: z.enum(['deferral', 'promise', 'hold', 'agreement', 'writeOff']),
      amountMinor: z.int().optional().meta({ description: 'Of a write-off' }),
      currency: z.string().optional(),
    },
    example: { ...POLICY, reliefId: 'R-1', kind: 'deferral' },
  },
  NoticeUndelivered: {
    summary: 'A message did not reach its reader',
    detail: {
      policyNumber: z.string(),
      clientId: z.string(),
      noticeId: z.string(),
      installment: z.int(),
      checkpoint: z.string(),
      role: z.string(),
    },
    example: {
      policyNumber: 'CARGO-2026-000123',
      clientId: 'UA-00112233',
      noticeId: '01KCS0X7Q0V5ZJ3M8W2T4N6P9T',
      installment: 1,
      checkpoint: 'C3',
      role: 'policyholder',
    },
  },
  ClassChanged: {
    summary: 'A client has another significance class',
    detail: { clientId: z.string(), from: classOrNone, to: classOrNone },
    example: { clientId: 'UA-00112233', from: 'B', to: 'A' },
  },
  ClassLoweringProposed: {
    summary: 'A lower class waits for the word of a person',
    detail: { clientId: z.string(), from: classOrNone, to: classOrNone, proposed: classOrNone },
    example: { clientId: 'UA-00112233', from: 'A', to: 'A', proposed: 'B' },
  },
};
