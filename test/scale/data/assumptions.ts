/**
 * The portfolio that is counted. Nobody publishes how an insurer's clients pay: put your own figures here. Where a figure has a
 * source it is named; the others are what brokers' books look like, rounded.
 */
import type { CalendarCode } from '../../../shared/domain/business-calendar.ts';
import type { SignificanceClass } from '../../../shared/domain/regulation.ts';

/** A value and how often it is met, in thousandths: the parts of a table add up to 1,000. */
export type Share<T> = readonly [value: T, thousandths: number];

export interface Market {
  readonly country: CalendarCode;
  readonly timeZone: string;
}

/** How a premium is paid; the first installment is due when cover begins. */
export type PlanShape =
  | { readonly kind: 'fullPay' }
  | { readonly kind: 'installments'; readonly count: number; readonly everyMonths: number };

/** Counted is this year; policies of the year before reach into it. */
export const YEAR = 2027;

export const MARKETS: readonly Share<Market>[] = [
  [{ country: 'UA', timeZone: 'Europe/Kyiv' }, 600],
  [{ country: 'PL', timeZone: 'Europe/Warsaw' }, 180],
  [{ country: 'DE', timeZone: 'Europe/Berlin' }, 140],
  [{ country: 'GB', timeZone: 'Europe/London' }, 80],
];

export const CLASSES: readonly Share<SignificanceClass>[] = [
  ['A', 120],
  ['B', 480],
  ['C', 400],
];

/** Most companies have one policy, a few a fleet of them. 2.9 on average. */
export const POLICIES_PER_CLIENT: readonly Share<number>[] = [
  [1, 520],
  [2, 210],
  [3, 120],
  [5, 90],
  [12, 50],
  [40, 10],
];

/** 4.0 installments on average. */
export const PLANS: readonly Share<PlanShape>[] = [
  [{ kind: 'fullPay' }, 250],
  [{ kind: 'installments', count: 2, everyMonths: 6 }, 200],
  [{ kind: 'installments', count: 3, everyMonths: 4 }, 50],
  [{ kind: 'installments', count: 4, everyMonths: 3 }, 350],
  [{ kind: 'installments', count: 12, everyMonths: 1 }, 150],
];

/** Cover begins on the 1st or the 15th of a month far more often than on another day. */
export const FIRST_OF_MONTH = 350;
export const FIFTEENTH = 120;

/** Renewals of companies gather at the turn of the year and of its half. January first. */
export const START_MONTHS: readonly number[] = [190, 70, 80, 90, 70, 70, 110, 60, 70, 80, 60, 50];

/** A policy is opened so many days before its cover begins: before its first reminder. */
export const OPENED_DAYS_BEFORE = 21;

/**
 * Before which checkpoint an installment is paid, 8 = never. Late are 18 %: past the due date, from C3 on. Atradius' Payment Practices
 * Barometer (2025, Western Europe) has 47 % of B2B invoices late: trade credit without reminders beforehand and without cover
 * at stake, so here it is the upper end, not the middle.
 */
export const PAID_BEFORE: readonly Share<number>[] = [
  [0, 120],
  [1, 360],
  [2, 340],
  [3, 80],
  [4, 45],
  [5, 25],
  [6, 14],
  [7, 8],
  [8, 8],
];

/**
 * What is still owed when cover and process are over is looked at every 30 days: at the first look it is written off, which ends the
 * policy. Days after the last checkpoint. Such policies are few: monthly ones, 150 of 1,000, whose last installment is never paid, 8 of 1,000.
 */
export const WRITTEN_OFF_AFTER_DAYS = 30;

/** Hours of a day over which payments and new policies come evenly. */
export const INTAKE_HOURS = 8;

/** Of one invocation, to its end, warm: DynamoDB answers in milliseconds, SES in tens of them. Seconds. */
export const DURATION_SECONDS = { 'run-checkpoint': 0.12, 'send-notice': 0.25, 'relay-intents': 0.06, api: 0.05 } as const;

/** As infra/constructs/control-function.ts sets it. */
export const MEMORY_GB = 0.5;

/** People and systems look at a policy: GET requests a year. */
export const READS_A_YEAR = 12;

export const LOG_BYTES_AN_INVOCATION = 600;

/** Payments and the journal are kept as long as books must be. */
export const YEARS_KEPT = 7;
