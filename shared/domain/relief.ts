import { addDays, daysBetween, type LocalDate, maxDate, minDate } from './local-date.ts';

/** What was granted to a client who cannot pay; append-only. */
export type Relief = Deferral | PromiseToPay | Hold | Agreement | WriteOff;

interface Granted {
  readonly reliefId: string;
  /** Digest of what the caller asked for, by which a replay is known; none for the relief that follows from the result of a task. */
  readonly fingerprint?: string;
  readonly grantedOn: LocalDate;
  readonly reason: string;
  /** Ended early: the hold was lifted, the promise was broken by being withdrawn. */
  readonly endedOn?: LocalDate;
}

/** One installment becomes due later. */
export interface Deferral extends Granted {
  readonly kind: 'deferral';
  readonly installment: number;
  readonly newDueOn: LocalDate;
}

/** The client said when he will pay; the process waits through that day. */
export interface PromiseToPay extends Granted {
  readonly kind: 'promise';
  readonly promisedOn: LocalDate;
  readonly amountMinor?: number;
  /** Kept, when all that was ever received comes to this: what had been received on the day of the promise, and what was promised. */
  readonly keptAtMinor?: number;
}

/** The process waits, up to but not including `until`. */
export interface Hold extends Granted {
  readonly kind: 'hold';
  readonly until: LocalDate;
}

/** A new plan for what was outstanding. It pauses nothing: it changed the installments themselves. */
export interface Agreement extends Granted {
  readonly kind: 'agreement';
  readonly slices: readonly Slice[];
}

export interface Slice {
  readonly dueOn: LocalDate;
  readonly amountMinor: number;
}

/** What is not asked for any more, by installment. It pauses nothing: less is owed. */
export interface WriteOff extends Granted {
  readonly kind: 'writeOff';
  readonly shares: readonly WrittenOff[];
}

export interface WrittenOff {
  readonly installment: number;
  readonly amountMinor: number;
}

type Pausing = Exclude<Relief, Agreement | WriteOff>;

/** Days that do not count as past due: from `from`, before `until`. */
export interface Pause {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

type Dated = { readonly number: number; readonly dueOn: LocalDate };

/**
 * When an installment is due now: a deferral granted before it was past due replaces the date, with the whole grace after it.
 * One that was withdrawn is due on the day of the withdrawal: days that relief covered don't become past due afterwards.
 */
export function effectiveDueOn(installment: Dated, relief: readonly Relief[]): LocalDate {
  return relief.reduce((dueOn, r) => {
    if (r.kind !== 'deferral' || r.installment !== installment.number || r.grantedOn > dueOn) return dueOn;
    return maxDate(dueOn, minDate(r.newDueOn, r.endedOn ?? r.newDueOn));
  }, installment.dueOn);
}

/**
 * Pauses of one installment, merged and in order. A deferral granted when the installment was past due already is a
 * pause: the days of grace used up stay used ("relief during grace doesn't restart grace").
 */
export function pausesOf(installment: Dated, relief: readonly Relief[]): readonly Pause[] {
  const late = new Set<Relief>(lateDeferrals(installment, relief));
  const dueOn = effectiveDueOn(installment, relief);
  const promised = (r: Relief) => r.kind !== 'promise' || dueOn <= r.promisedOn; // what is due later was not promised
  const pauses = relief.filter((r) => (r.kind === 'deferral' ? late.has(r) : promised(r))).flatMap(pauseFrom);
  return merge(pauses.toSorted((a, b) => daysBetween(b.from, a.from)));
}

/** The date that was agreed last: it moves the due date, or excuses days past it. */
export const agreedDueOn = (installment: Dated, relief: readonly Relief[]): LocalDate =>
  relief.reduce((on, r) => {
    if (r.kind !== 'deferral' || r.installment !== installment.number) return on;
    return maxDate(on, minDate(r.newDueOn, r.endedOn ?? r.newDueOn));
  }, installment.dueOn);

/** Is a past due installment put off on that day? A hold may cover the day too: it is deferred all the same. */
export const isPutOff = (day: LocalDate, installment: Dated, relief: readonly Relief[]): boolean =>
  pauseOn(day, lateDeferrals(installment, relief).flatMap(pauseFrom)) !== undefined;

function lateDeferrals(installment: Dated, relief: readonly Relief[]): readonly Relief[] {
  const dueOn = effectiveDueOn(installment, relief);
  return relief.filter((r) => r.kind === 'deferral' && r.installment === installment.number && r.grantedOn > dueOn);
}

function pauseFrom(relief: Relief): readonly Pause[] {
  if (relief.kind === 'agreement' || relief.kind === 'writeOff') return [];
  const end = lastDayAfter(relief);
  const until = minDate(relief.endedOn ?? end, end);
  return until > relief.grantedOn ? [{ from: relief.grantedOn, until }] : [];
}

function lastDayAfter(relief: Pausing): LocalDate {
  switch (relief.kind) {
    case 'deferral':
      return addDays(relief.newDueOn, 1);
    case 'promise':
      return addDays(relief.promisedOn, 1);
    case 'hold':
      return relief.until;
  }
}

function merge(pauses: readonly Pause[]): readonly Pause[] {
  const merged: Pause[] = [];
  for (const pause of pauses) {
    const last = merged.at(-1);
    if (last && pause.from <= last.until) merged[merged.length - 1] = { ...last, until: maxDate(last.until, pause.until) };
    else merged.push(pause);
  }
  return merged;
}

/** The pause that covers a day, if one does. */
export const pauseOn = (day: LocalDate, pauses: readonly Pause[]): Pause | undefined => pauses.find((p) => p.from <= day && day < p.until);

/**
 * Days past due at the end of `today`, paused days left out.
 * Due 1 Mar, hold 4 Mar until 8 Mar, today 10 Mar: 9 days, 4 of them paused → 5.
 */
export function effectiveDaysPastDue(dueOn: LocalDate, today: LocalDate, pauses: readonly Pause[]): number {
  if (today <= dueOn) return 0;
  const firstDay = addDays(dueOn, 1);
  const paused = pauses.map((p) => Math.max(0, daysBetween(maxDate(p.from, firstDay), minDate(p.until, addDays(today, 1)))));
  return daysBetween(dueOn, today) - paused.reduce((total, days) => total + days, 0);
}

/** A date after the due date, moved on by the paused days that lie between the due date and it. */
export function moveOverPauses(date: LocalDate, dueOn: LocalDate, pauses: readonly Pause[]): LocalDate {
  return pauses.reduce((moved, pause) => {
    const from = maxDate(pause.from, addDays(dueOn, 1));
    return from <= moved && pause.until > from ? addDays(moved, daysBetween(from, pause.until)) : moved;
  }, date);
}
