/**
 * Dates without a time or a zone: due dates, grace ends, holidays. ISO text, so that two of them compare with `<` and are
 * stored as they are. Integer arithmetic only: what takes payments uses dates, and must not pay for loading Temporal.
 */

declare const brand: unique symbol;

/** A real calendar date, YYYY-MM-DD, of the years 1900 to 2999. */
export type LocalDate = string & { readonly [brand]: 'LocalDate' };

const FIRST_YEAR = 1900;
const LAST_YEAR = 2999;

/** Reads a date, undefined for anything but a real one: '2026-02-29', '2026-2-9' and '26-02-09' are none. */
export function parseLocalDate(text: string): LocalDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const { year, month, day } = read(text);
  const inRange = year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12;
  return inRange && day >= 1 && day <= daysInMonth(year, month) ? (text as LocalDate) : undefined;
}

/** A date that is known to be one (a constant, a test, a stored item). @throws RangeError: the caller was wrong about that. */
export function localDate(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (date === undefined) throw new RangeError(`not a date between ${FIRST_YEAR} and ${LAST_YEAR}: '${text}'`);
  return date;
}

/** The date `days` later, earlier when negative. 2028-02-28 + 2 → 2028-03-01. @throws RangeError beyond the years above. */
export const addDays = (date: LocalDate, days: number): LocalDate => dateOfDayNumber(dayNumber(date) + days);

/** Days from one date to another, negative when `to` is earlier. 2026-12-01 to 2027-01-01 → 31. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => dayNumber(to) - dayNumber(from);

/**
 * The same day of the month, `months` later; where the month is shorter, its last day.
 * Count from the first date, never from the previous result, and a plan does not drift:
 * 31 Jan + 1 → 28 Feb, 31 Jan + 2 → 31 Mar (from 28 Feb it would be 28 Mar for ever).
 */
export function addMonths(anchor: LocalDate, months: number): LocalDate {
  const { year, month, day } = read(anchor);
  const monthNumber = year * 12 + (month - 1) + months;
  const inYear = Math.floor(monthNumber / 12);
  const inMonth = monthNumber - inYear * 12 + 1;
  return toText(inYear, inMonth, Math.min(day, daysInMonth(inYear, inMonth)));
}

/** ISO 8601: Monday 1 … Sunday 7. Day number 0 (1 Jan 1970) was a Thursday; the 7000 keeps the remainder positive back to 1900. */
export const dayOfWeek = (date: LocalDate): number => ((dayNumber(date) + 3 + 7 * 7000) % 7) + 1;

/** 2026-11-17 → 2026, 11, 17. */
export const fieldsOf = (date: LocalDate): Fields => read(date);

export const minDate = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b);

export const maxDate = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b);

interface Fields {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const read = (text: string): Fields => ({
  year: Number(text.slice(0, 4)),
  month: Number(text.slice(5, 7)),
  day: Number(text.slice(8, 10)),
});

/** @throws RangeError: a result outside of the years would not compare as text ('10000-…' < '2026-…'). */
const toText = (year: number, month: number, day: number): LocalDate =>
  localDate(`${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`);

const twoDigits = (n: number): string => (n < 10 ? `0${n}` : String(n));

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days in 400 years of the Gregorian calendar, and from 1 Mar 0000 to 1 Jan 1970. */
const ERA = 146_097;
const EPOCH = 719_468;

/**
 * Days since 1 Jan 1970. Howard Hinnant's days_from_civil: the year starts in March, so that the leap day is its last
 * (https://howardhinnant.github.io/date_algorithms.html). Eras are never negative in our years.
 */
function dayNumber(date: LocalDate): number {
  const { year, month, day } = read(date);
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return era * ERA + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - EPOCH;
}

/** The reverse: civil_from_days. */
function dateOfDayNumber(number: number): LocalDate {
  const shifted = number + EPOCH;
  const era = Math.floor(shifted / ERA);
  const dayOfEra = shifted - era * ERA;
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return toText(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}
