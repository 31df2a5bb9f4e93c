import type { Settlement } from '../domain/control/control-installment.ts';
import type { PolicyStatus } from '../domain/policy.ts';
import type { CloseReason, SaidResult, TaskKind } from '../domain/task.ts';

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
  | {
      readonly kind: 'checkpoint';
      readonly settlements: readonly Settlement[];
      /** Warnings that were written again, to another address: the new notices, and those they replace. */
      readonly reissued?: readonly { readonly noticeId: string; readonly replaces: string }[];
      readonly inputs: Readonly<Record<string, unknown>>;
    }
  /** `on`: the day from which it holds, where somebody named one. */
  | { readonly kind: 'status'; readonly status: PolicyStatus; readonly reason: string; readonly on?: string }
  | { readonly kind: 'waiting'; readonly installment: number; readonly code: string; readonly reason: string }
  | { readonly kind: 'reversal'; readonly paymentId: string; readonly reason: string }
  /** Money came out of suspense to this policy; `from` is the number it was first said for. */
  | { readonly kind: 'allocation'; readonly paymentId: string; readonly from: string }
  /** Excess credit went to another policy of the client, or came from one; or was paid back. */
  | (MovedMoney & { readonly kind: 'transfer'; readonly transferId: string; readonly toPolicyNumber: string })
  | (MovedMoney & { readonly kind: 'transfer'; readonly transferId: string; readonly fromPolicyNumber: string })
  | (MovedMoney & { readonly kind: 'disbursement'; readonly disbursementId: string })
  | { readonly kind: 'task'; readonly taskId: string; readonly task: TaskEvent }
  | { readonly kind: 'relief'; readonly relief: Readonly<Record<string, unknown>> }
  | { readonly kind: 'migration'; readonly from: Readonly<Record<string, unknown>>; readonly to: Readonly<Record<string, unknown>> };

interface MovedMoney {
  readonly amountMinor: number;
  readonly currency: string;
  readonly reason: string;
}

export type TaskEvent =
  | {
      readonly happened: 'opened';
      readonly of: TaskKind;
      readonly installment: number;
      readonly checkpoint: string;
      readonly action: string;
      readonly role: string;
      readonly dueOn: string;
    }
  | { readonly happened: 'result'; readonly result: SaidResult }
  | { readonly happened: 'handedOn'; readonly role: string }
  | { readonly happened: 'closed'; readonly reason: CloseReason }
  /** A warning that came back counts as given from that day. */
  | {
      readonly happened: 'told';
      readonly installment: number;
      readonly checkpoint: string;
      readonly noticeId: string;
      readonly on: string;
    };
