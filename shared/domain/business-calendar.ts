/** Days on which banks and offices work: a reminder or a deadline counted in business days must not fall on a holiday. */
import generated from './calendar/holidays.generated.json' with { type: 'json' };
import { addDays, dayOfWeek, type LocalDate, localDate } from './local-date.ts';

export interface BusinessCalendar {
  isBusinessDay(date: LocalDate): boolean;
}

/** GB is England and Wales; DE has what all its states share. */
export type CalendarCode = 'UA' | 'PL' | 'DE' | 'GB';

export const isCalendarCode = (text: string): text is CalendarCode => Object.hasOwn(generated.holidays, text);

/** What an insurer knows better than the law of its country. */
export interface CalendarOverrides {
  readonly holidays?: readonly string[];
  /** Stronger than a weekend or a holiday: a Saturday that is worked for a moved Friday, a holiday that is not observed. */
  readonly workingDays?: readonly string[];
  /** ISO days of the week, Monday 1 … Sunday 7; Saturday and Sunday unless given. */
  readonly weekend?: readonly number[];
}

export interface CountryCalendar extends BusinessCalendar {
  /** The last year whose holidays are known. After it (and before 2024) only weekends are free: a check warns in time. */
  readonly knownThrough: number;
}

/**
 * Holidays by the law of the country (generated, see infra/tools/generate-holidays.ts), corrected by the insurer.
 *
 * Ukraine: holidays stay free here although during martial law they are formally worked (law 2136-IX, art. 6: Labour Code
 * art. 73 is not applied). To move a reminder off 25 December costs a day; an insurer that works then names the days
 * in `workingDays`.
 *
 * @throws RangeError when an override is no date, a date is in both lists, or no day of the week is left to work on.
 */
export function calendarOf(country: CalendarCode, overrides: CalendarOverrides = {}): CountryCalendar {
  const weekend = new Set(overrides.weekend ?? [6, 7]);
  const working = new Set((overrides.workingDays ?? []).map(localDate));
  const holidays = new Set<string>([...generated.holidays[country], ...(overrides.holidays ?? []).map(localDate)]);
  check(overrides);
  return {
    knownThrough: generated.through,
    isBusinessDay: (date) => working.has(date) || !(weekend.has(dayOfWeek(date)) || holidays.has(date)),
  };
}

function check({ holidays = [], workingDays = [], weekend = [] }: CalendarOverrides): void {
  const both = holidays.find((date) => workingDays.includes(date));
  if (both !== undefined) throw new RangeError(`${both} can't be both a holiday and a working day`);
  const isWeekday = (day: number) => Number.isInteger(day) && day >= 1 && day <= 7;
  if (!weekend.every(isWeekday) || new Set(weekend).size > 6) throw new RangeError(`not a weekend: ${weekend.join(', ')}`);
}

/** The date itself when it is a business day, else the first one after it. Saturday → Monday. */
export const nextBusinessDay = (date: LocalDate, calendar: BusinessCalendar): LocalDate =>
  calendar.isBusinessDay(date) ? date : step(date, 1, calendar);

/**
 * The nth business day after the date (before it when negative); the date itself is not counted. 0 → `nextBusinessDay`.
 * Friday + 1 → Monday; Saturday + 1 → Monday; Monday − 1 → Friday.
 */
export function addBusinessDays(date: LocalDate, days: number, calendar: BusinessCalendar): LocalDate {
  if (!Number.isInteger(days) || Math.abs(days) > MOST_DAYS) throw new RangeError(`not a number of business days: ${days}`);
  if (days === 0) return nextBusinessDay(date, calendar);
  let reached = date;
  for (let counted = 0; counted < Math.abs(days); counted++) reached = step(reached, days > 0 ? 1 : -1, calendar);
  return reached;
}

/** Ten years: far beyond any deadline of a one-year policy, so more is a mistake in the regulation. */
const MOST_DAYS = 3660;

/** Longer than any chain of holidays; a calendar without a business day in two months is a mistake, not a long wait. */
const LONGEST_CLOSURE = 62;

/** The nearest business day in a direction, the date itself excluded. */
function step(date: LocalDate, direction: 1 | -1, calendar: BusinessCalendar): LocalDate {
  for (let distance = 1; distance <= LONGEST_CLOSURE; distance++) {
    const candidate = addDays(date, distance * direction);
    if (calendar.isBusinessDay(candidate)) return candidate;
  }
  throw new RangeError(`no business day within ${LONGEST_CLOSURE} days of ${date}`);
}
