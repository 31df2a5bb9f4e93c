import { Temporal } from 'temporal-polyfill';
import type { Cron } from './cron.ts';

/** A date that repeats at all repeats within the Gregorian cycle of 28 years (29 February on a Monday), but for skipped leap years. */
const YEARS_AHEAD = 41;

/** Local times this far before the last firing can't come after it, whatever the clocks do that night. */
const LARGEST_CLOCK_CHANGE = { hours: 3 };

/**
 * First occurrence strictly after an instant, or null. As AWS does: a local time that the spring change skips has no
 * occurrence, one that the autumn change repeats has one (the first).
 */
export const nextCronOccurrence = (cron: Cron, timeZone: string, afterMs: number): number | null => {
  const after = Temporal.Instant.fromEpochMilliseconds(afterMs).toZonedDateTimeISO(timeZone);
  const earliest = after.toPlainDateTime().subtract(LARGEST_CLOCK_CHANGE);
  const lastYear = after.year + YEARS_AHEAD;
  for (let date = earliest.toPlainDate(); date.year <= lastYear; date = nextCandidate(cron, date)) {
    if (!matches(cron, date)) continue;
    const found = firstTimeOf(cron, date, { timeZone, afterMs, earliest });
    if (found !== null) return found;
  }
  return null;
};

const matches = (cron: Cron, date: Temporal.PlainDate): boolean =>
  cron.years.has(date.year) &&
  cron.months.has(date.month) &&
  cron.onDay({ day: date.day, daysInMonth: date.daysInMonth, dayOfWeek: (date.dayOfWeek % 7) + 1 });

/** The next day, or the next month's first where the month can't match. */
const nextCandidate = (cron: Cron, date: Temporal.PlainDate): Temporal.PlainDate =>
  cron.years.has(date.year) && cron.months.has(date.month) ? date.add({ days: 1 }) : date.with({ day: 1 }).add({ months: 1 });

interface Bounds {
  readonly timeZone: string;
  readonly afterMs: number;
  readonly earliest: Temporal.PlainDateTime;
}

const firstTimeOf = (cron: Cron, date: Temporal.PlainDate, { timeZone, afterMs, earliest }: Bounds): number | null => {
  for (const hour of cron.hours) {
    for (const minute of cron.minutes) {
      const local = date.toPlainDateTime({ hour, minute });
      if (Temporal.PlainDateTime.compare(local, earliest) < 0) continue;
      const zoned = local.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
      const isSkipped = !zoned.toPlainDateTime().equals(local);
      if (!isSkipped && zoned.epochMilliseconds > afterMs) return zoned.epochMilliseconds;
    }
  }
  return null;
};
