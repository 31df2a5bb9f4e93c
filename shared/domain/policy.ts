import type { CalendarCode } from './business-calendar.ts';
import type { Receipts } from './coverage.ts';
import type { Installment } from './installment-plan.ts';
import type { LocalDate } from './local-date.ts';
import type { Money } from './money.ts';
import type { Person } from './regulation.ts';
import type { Relief } from './relief.ts';
import type { ReliefRequest } from './relief-request.ts';
import type { OpenTask } from './task.ts';

/** The insurance contract: facts that change only by agreement (relief, participants, migration). */
export interface Policy {
  readonly policyNumber: string;
  readonly clientId: string;
  readonly product: string;
  readonly premium: Money;
  readonly coverFrom: LocalDate;
  readonly coverTo: LocalDate;
  readonly installments: readonly Installment[];
  /** Role → person: those named, and the regulation's defaults as they were when the policy was opened. */
  readonly participants: Readonly<Record<string, Person>>;
  readonly regulation: { readonly regulationId: string; readonly version: number };
  readonly timeZone: string;
  /** Business calendar, by country. */
  readonly country: CalendarCode;
  readonly relief: readonly Relief[];
  /** Relief that waits for an approval, or was declined. */
  readonly requests?: readonly ReliefRequest[];
  readonly openedAt: string;
  /** The generation of control in which these facts last changed; absent: they are as opened. */
  readonly changedIn?: number;
}

export type PolicyStatus = 'active' | 'suspended' | 'lapsed' | 'cancelled' | 'completed';

export const OPEN_STATUSES: readonly PolicyStatus[] = ['active', 'suspended'];
export const isOpen = (status: PolicyStatus): status is 'active' | 'suspended' => status === 'active' || status === 'suspended';

/** Small and hot: what payments add to. `moves` counts every change of the counters, so that a decision can be tied to what it saw. */
export interface Account extends Receipts {
  readonly status: PolicyStatus;
  readonly moves: number;
  /** The day on which the policy ended. */
  readonly closedOn?: LocalDate;
}

/**
 * How far the control of each installment has come, and what comes next. Changed only together with `generation`.
 */
export interface Progress {
  readonly generation: number;
  /** What wakes the policy next; absent when it is closed. */
  readonly next?: NextCheckpoint;
  /** By installment, in the plan's order. */
  readonly controls: readonly Control[];
  /** Tasks that wait for a result, so that none is forgotten and none outlives its debt. */
  readonly tasks?: readonly OpenTask[];
  /** Promises that were neither kept nor broken yet, by `reliefId`. */
  readonly promises?: readonly string[];
}

export interface NextCheckpoint {
  /** Epoch ms. */
  readonly at: number;
  readonly installment: number;
  readonly code: string;
  /** Something is to be looked at before: a task that will be late, the day after a promise. */
  readonly wakeAt?: number;
}

/** When the policy is to be woken: for its next checkpoint, or for what comes before it. */
export const wakeTime = ({ at, wakeAt = at }: NextCheckpoint): number => Math.min(at, wakeAt);

export interface Control {
  /** How many checkpoints, in the regulation's order, are settled. */
  readonly settled: number;
  /**
   * How many of them up to the last that was not `clear`. The clear ones after it are looked at again when the money
   * that cleared them went back.
   */
  readonly unclear: number;
  /** Notices that an adverse action depends on, as they were acted. */
  readonly warned: readonly Warning[];
  /** A participant was refused and escalated at once: the escalation that the regulation has later is done. */
  readonly escalated?: true;
  /** The last day on which it was recorded that an adverse action waits. */
  readonly waitedOn?: LocalDate;
}

export interface Warning {
  readonly code: string;
  /** The day on which it was written, then that on which it left us, or a person told the policyholder. */
  readonly on: LocalDate;
  readonly noticeIds: readonly string[];
  /** Letters that did not reach him, and the day on which a person told him what they say. */
  readonly told?: Readonly<Record<string, LocalDate>>;
  /** The day it announced: nothing adverse comes before it, however the client is served since. */
  readonly notBefore?: LocalDate;
}

export const NO_CONTROL: Control = { settled: 0, unclear: 0, warned: [] };
