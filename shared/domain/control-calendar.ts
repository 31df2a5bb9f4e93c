import { type BusinessCalendar, type CalendarCode, calendarOf } from './business-calendar.ts';
import type { Regulation } from './regulation.ts';

/** The business days that control of a policy follows: its country's, corrected by the regulation's own list. */
export const controlCalendar = (country: CalendarCode, { calendar }: Pick<Regulation, 'calendar'>): BusinessCalendar =>
  calendar ? calendarOf(country, calendar) : plain(country);

const known = new Map<CalendarCode, BusinessCalendar>();

function plain(country: CalendarCode): BusinessCalendar {
  const calendar = known.get(country) ?? calendarOf(country);
  known.set(country, calendar);
  return calendar;
}
