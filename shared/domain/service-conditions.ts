import type { SignificanceClass } from './regulation.ts';

/** How a client of a significance class is served: what the payment process follows. */
export interface ServiceConditions {
  /** Days after the due date before adverse action; cover intact. */
  readonly graceDays: number;
  /** `personal`: the first word after the due date is a call, not a letter. */
  readonly reminders: 'standard' | 'personal';
  readonly maxDeferralDays: number;
  readonly deferralsPerYear: number;
  /** How many days ahead a promise to pay may be taken. */
  readonly maxPromiseDays: number;
  readonly maxHoldDays: number;
  readonly agreementsWithoutApproval: boolean;
  /** Who approves relief beyond these. */
  readonly approverRole: string;
}

/** The conditions a decision follows, and where they come from. */
export interface AppliedConditions {
  /** The client's, or the model's default where he has none. */
  readonly class: SignificanceClass;
  readonly modelVersion: number;
  readonly conditions: ServiceConditions;
  /** Grace of the model's default class: what personal reminders have beyond it, the call has before a letter. */
  readonly standardGraceDays: number;
}
