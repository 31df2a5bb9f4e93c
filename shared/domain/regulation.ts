import type { Money } from './money.ts';

/**
 * A regulation: the versioned process of controlling premium payments. Data, not code: the same table is the
 * responsibility matrix people read, the diagram they look at, and what the system executes.
 */
export interface Regulation {
  readonly regulationId: string;
  /** 1, 2, 3 …; a version never changes. */
  readonly version: number;
  readonly title: string;
  readonly roles: readonly Role[];
  /** In the order of the process: each is dated no earlier than the one before it. */
  readonly checkpoints: readonly Checkpoint[];
  readonly actions: readonly Action[];
  /** Adverse actions wait until bank statements are imported through the due date. */
  readonly requiresReconciledThrough?: boolean;
  /** Days that the insurer keeps otherwise than the law of the policy's country. */
  readonly calendar?: RegulationCalendar;
  /** By currency, what a shortfall must exceed to be worth writing off, chasing, or suspending for. */
  readonly thresholds?: readonly Thresholds[];
}

export interface RegulationCalendar {
  /** Free here, though the country works. */
  readonly holidays?: readonly string[];
  /** Worked here, though a weekend or a holiday. */
  readonly workingDays?: readonly string[];
}

export interface Role {
  readonly role: string;
  readonly title: string;
  /** Takes the role in policies that name nobody. */
  readonly default?: Person;
}

export interface Person {
  readonly name: string;
  readonly email: string;
  readonly language?: Language;
}

export type Language = 'en' | 'uk' | 'ru';

export interface Checkpoint {
  readonly code: string;
  readonly anchor: 'dueOn' | 'graceEnd';
  readonly offsetDays: number;
  readonly dayKind: 'calendar' | 'business';
  /** Significance classes it applies to; all when absent. */
  readonly classes?: readonly SignificanceClass[];
  /** Waived for a shortfall below this. */
  readonly minOutstanding?: Money;
  /** Codes of the actions, in order. */
  readonly actions: readonly string[];
}

export type SignificanceClass = 'A' | 'B' | 'C';

export interface Action {
  readonly code: string;
  readonly title: string;
  readonly kind: ActionKind;
  /** `policyholder` and/or roles. */
  readonly to?: readonly string[];
  readonly technique: string;
  readonly expectedResult: string;
  /** Role → R responsible, A accountable, C consulted, I informed. */
  readonly participants: Readonly<Record<string, Raci>>;
  /** For `task` and `escalate`: business days to do it in; 2 when absent. */
  readonly dueInBusinessDays?: number;
}

export type ActionKind = 'remind' | 'notice' | 'task' | 'escalate' | 'suspend' | 'lapse' | 'reinstate';

export type Raci = 'R' | 'A' | 'C' | 'I';

export const POLICYHOLDER = 'policyholder';

/** Adverse: it takes cover away, so it needs notices that were sent and grace that has passed. */
export const isAdverse = (kind: ActionKind): kind is 'suspend' | 'lapse' => kind === 'suspend' || kind === 'lapse';

export interface Thresholds {
  readonly currency: string;
  /** A balance up to this may be written off by an authorised participant. */
  readonly writeOff: Money;
  /** A shortfall up to this starts nothing. */
  readonly start: Money;
  /** A shortfall up to this never costs cover. */
  readonly adverse: Money;
}
