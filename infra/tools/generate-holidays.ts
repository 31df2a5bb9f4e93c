/**
 * Writes the holidays the domain reads: `node infra/tools/generate-holidays.ts`. Run it after a new release of date-holidays,
 * after a change of law (holiday-rules.json), or once a year with a later THROUGH. At run time date-holidays would be 1.4 MB.
 */
import { writeFileSync } from 'node:fs';
import Holidays from 'date-holidays';
import { addDays, dayOfWeek, type LocalDate, localDate } from '../../shared/domain/local-date.ts';
import laws from './holiday-rules.json' with { type: 'json' };

const FROM = 2024;
const THROUGH = 2036;
const TARGET = new URL('../../shared/domain/calendar/holidays.generated.json', import.meta.url);

type Region = readonly [country: string, state?: string];

/** Every holiday of the years above, by country, ascending; those at weekends too, since an insurer may set another weekend. */
export function holidaysByLaw() {
  const years = Array.from({ length: THROUGH - FROM + 1 }, (_, n) => FROM + n);
  const inYears = (ofYear: (year: number) => readonly LocalDate[]) => [...new Set(years.flatMap(ofYear))].sort();
  return {
    from: FROM,
    through: THROUGH,
    holidays: {
      UA: inYears((year) => movedFromWeekend(byRules(laws.UA.rules, year))),
      PL: inYears((year) => ofRegion(['PL'], year)),
      DE: inYears((year) => ofRegion(['DE'], year)),
      GB: inYears((year) => ofRegion(['GB', 'ENG'], year)),
    },
  };
}
