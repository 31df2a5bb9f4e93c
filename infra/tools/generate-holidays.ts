/**
 * Writes the holidays the domain reads: `node infra/tools/generate-holidays.ts`. Run it after a change of law, a new release
 * of date-holidays, or once a year with a later THROUGH. Not at run time: date-holidays bundled is 1.4 MB.
 */
import { writeFileSync } from 'node:fs';
import Holidays from 'date-holidays';
import { addDays, dayOfWeek, type LocalDate, localDate } from '../../shared/domain/local-date.ts';

const FROM = 2024;
const THROUGH = 2036;
const TARGET = new URL('../../shared/domain/calendar/holidays.generated.json', import.meta.url);

/**
 * Ukraine's own list, since date-holidays 3.37 still has 2 January and 9 May. Labour Code art. 73 as amended in 2023 by
 * 3107-IX (8 May instead of 9 May) and 3258-IX (15 July, 1 October; no 7 January).
 */
const UKRAINE = ['01-01', '03-08', 'orthodox', '05-01', '05-08', 'orthodox 49', '06-28', '07-15', '08-24', '10-01', '12-25'];

const YEARS = Array.from({ length: THROUGH - FROM + 1 }, (_, n) => FROM + n);

/** Every holiday by country, ascending; those at weekends too, since an insurer may set another weekend. */
export const holidaysByLaw = () => ({
  from: FROM,
  through: THROUGH,
  holidays: {
    UA: inAllYears(byRules(UKRAINE), movedFromWeekend),
    /** 24 December since 2025. A holiday on a Saturday moves for each employer on its own day, not for the country. */
    PL: inAllYears(new Holidays('PL')),
    /** The nine that all sixteen states share. */
    DE: inAllYears(new Holidays('DE')),
    /** Bank holidays of England and Wales, with their substitute days. */
    GB: inAllYears(new Holidays('GB', 'ENG')),
  },
});

function inAllYears(source: Holidays, adjusted = (ofYear: readonly LocalDate[]) => ofYear): readonly LocalDate[] {
  const ofYear = (year: number) => source.getHolidays(year).filter((day) => day.type === 'public');
  const dates = YEARS.flatMap((year) => adjusted(ofYear(year).map((day) => localDate(day.date.slice(0, 10)))));
  return [...new Set(dates)].sort();
}

function byRules(rules: readonly string[]): Holidays {
  const holidays = new Holidays();
  for (const rule of rules) holidays.setHoliday(rule, { type: 'public', name: rule });
  return holidays;
}

/**
 * Labour Code art. 67: a day off that a holiday falls on moves to the next day that is neither.
 * 2027: 1 May is a Saturday, Easter Sunday is 2 May; Monday 3 and Tuesday 4 May are free.
 */
function movedFromWeekend(holidays: readonly LocalDate[]): readonly LocalDate[] {
  const free = new Set(holidays);
  for (const holiday of [...holidays].sort()) if (isWeekend(holiday)) free.add(nextWorkingDay(holiday, free));
  return [...free];
}

function nextWorkingDay(date: LocalDate, free: ReadonlySet<LocalDate>): LocalDate {
  const next = addDays(date, 1);
  return isWeekend(next) || free.has(next) ? nextWorkingDay(next, free) : next;
}

const isWeekend = (date: LocalDate): boolean => dayOfWeek(date) >= 6;

if (import.meta.main) writeFileSync(TARGET, `${JSON.stringify(holidaysByLaw(), null, 1)}\n`);
