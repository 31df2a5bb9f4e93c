/**
 * The auditor's own calendar: JavaScript dates in UTC, one for each day. Shares nothing with the system's date arithmetic, and
 * would be too slow for it.
 */
import holidays from '../../../shared/domain/calendar/holidays.generated.json' with { type: 'json' };

const DAY_MS = 86_400_000;

export const dayAfter = (day: string, days: number): string => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** From the first up to, not including, the second; empty when it is not later. */
export function daysFrom(day: string, until: string): readonly string[] {
  const days: string[] = [];
  for (let at = day; at < until; at = dayAfter(at, 1)) days.push(at);
  return days;
}

export type Country = keyof typeof holidays.holidays;

const FREE: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries(holidays.holidays).map(([country, days]) => [country, new Set(days)]),
);

export function isWorkday(day: string, country: string): boolean {
  const weekday = new Date(day).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !FREE[country]?.has(day);
}

/** Steps over so many workdays, forward or back. */
export function workdaysFrom(day: string, count: number, country: string): string {
  const step = Math.sign(count);
  let at = day;
  for (let left = Math.abs(count); left > 0; ) {
    at = dayAfter(at, step);
    if (isWorkday(at, country)) left -= 1;
  }
  return at;
}

export const workdayFrom = (day: string, country: string): string => (isWorkday(day, country) ? day : workdaysFrom(day, 1, country));

const formats = new Map<string, Intl.DateTimeFormat>();

/** What clocks on the wall show: '2026-11-17 09:12'. */
export function wallClock(ms: number, timeZone: string): string {
  const known = formats.get(timeZone);
  const format =
    known ??
    new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  formats.set(timeZone, format);
  return format.format(ms);
}

export const wallDate = (ms: number, timeZone: string): string => wallClock(ms, timeZone).slice(0, 10);
