import type { Settlement } from '../domain/control/control-installment.ts';
import type { PolicyStatus } from '../domain/policy.ts';

/** What happened to a policy and why. Append-only; the payments, notices and tasks of a policy are kept in their own tables. */
export type JournalRecord = {
  /** Sortable, unique in the policy: instant and a serial. */
  readonly entry: string;
  readonly policyNumber: string;
  readonly at: string;
  /** Token subject, participant of a signed link, or `system`. */
  readonly by: string;
} & JournalEvent;

export type JournalEvent =
  | { readonly kind: 'opened'; readonly facts: Readonly<Record<string, unknown>> }
  | { readonly kind: 'checkpoint'; readonly settlements: readonly Settlement[]; readonly inputs: Readonly<Record<string, unknown>> }
  | { readonly kind: 'status'; readonly status: PolicyStatus; readonly reason: string }
  | { readonly kind: 'waiting'; readonly installment: number; readonly code: string; readonly reason: string }
  | { readonly kind: 'reversal'; readonly paymentId: string; readonly reason: string }
  /** Money came out of suspense to this policy; `from` is the number it was first said for. */
  | { readonly kind: 'allocation'; readonly paymentId: string; readonly from: string }
  | { readonly kind: 'relief'; readonly relief: Readonly<Record<string, unknown>> }
  | { readonly kind: 'migration'; readonly from: Readonly<Record<string, unknown>>; readonly to: Readonly<Record<string, unknown>> };
