import { describe, expect, test } from 'vitest';
import generated from '../../../shared/domain/calendar/holidays.generated.json' with { type: 'json' };
import { addDays, dayOfWeek, type LocalDate, localDate } from '../../../shared/domain/local-date.ts';

type Code = keyof typeof generated.holidays;
const YEARS = Array.from({ length: 13 }, (_, n) => 2024 + n);
const inYear = (code: Code, year: number) => generated.holidays[code].filter((date) => date.startsWith(`${year}-`));
const onWeekdays = (dates: readonly string[]) => dates.filter((date) => dayOfWeek(localDate(date)) <= 5);

/** Written down from the laws and their published lists (gov.uk, the Polish act of 1951, Labour Code art. 67 and 73). */
test.each<[Code, number, string]>([
  ['UA', 2026, '01-01 03-09 04-13 05-01 05-08 06-01 06-29 07-15 08-24 10-01 12-25'],
  ['UA', 2027, '01-01 03-08 05-03 05-04 05-10 06-21 06-28 07-15 08-24 10-01 12-27'],
  ['PL', 2024, '01-01 04-01 05-01 05-03 05-30 08-15 11-01 11-11 12-25 12-26'],
  ['PL', 2026, '01-01 01-06 04-06 05-01 06-04 11-11 12-24 12-25'],
  ['PL', 2027, '01-01 01-06 03-29 05-03 05-27 11-01 11-11 12-24'],
  ['DE', 2026, '01-01 04-03 04-06 05-01 05-14 05-25 12-25'],
  ['DE', 2027, '01-01 03-26 03-29 05-06 05-17'],
  ['GB', 2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
  ['GB', 2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
])('%s %i: the weekdays that are free', (code, year, expected) => {
  expect(onWeekdays(inYear(code, year)).map((date) => date.slice(5))).toEqual(expected.split(' '));
});

describe('every year agrees with the law, Easter computed on its own', () => {
  test.each(YEARS)('Ukraine %i: the days of art. 73, and as many weekdays free as there are days in it', (year) => {
    const easter = orthodoxEaster(year);
    const named = [...fixed(year, '01-01 03-08 05-01 05-08 06-28 07-15 08-24 10-01 12-25'), easter, addDays(easter, 49)];
    expect(inYear('UA', year)).toEqual(expect.arrayContaining(named));
    expect(onWeekdays(inYear('UA', year))).toHaveLength(named.length);
    expect(inYear('UA', year).filter((date) => ['01-07', '05-09', '07-28', '10-14'].includes(date.slice(5)))).toEqual(
      year === 2033 ? ['2033-05-09'] : [], // Sunday 8 May moves to Monday
    );
  });

  test.each(YEARS)('Poland %i', (year) => {
    const easter = westernEaster(year);
    const eve = year >= 2025 ? ' 12-24' : '';
    const days = fixed(year, `01-01 01-06 05-01 05-03 08-15 11-01 11-11 12-25 12-26${eve}`);
    expect(inYear('PL', year)).toEqual([...days, ...[0, 1, 49, 60].map((n) => addDays(easter, n))].sort());
  });

  test.each(YEARS)('Germany %i', (year) => {
    const easter = westernEaster(year);
    expect(inYear('DE', year)).toEqual(
      [...fixed(year, '01-01 05-01 10-03 12-25 12-26'), ...[-2, 1, 39, 50].map((n) => addDays(easter, n))].sort(),
    );
  });

  test.each(YEARS)('England and Wales %i: eight weekdays', (year) => {
    const free = onWeekdays(inYear('GB', year));
    const easter = westernEaster(year);
    expect(free).toHaveLength(8);
    expect(free).toEqual(expect.arrayContaining([addDays(easter, -2), addDays(easter, 1)]));
    expect(free.filter((date) => /-0[58]-/.test(date) && dayOfWeek(localDate(date)) === 1)).toHaveLength(3);
  });
});

const fixed = (year: number, days: string) => days.split(' ').map((day) => localDate(`${year}-${day}`));

/** Gauss–Butcher, the western Easter. */
function westernEaster(year: number): LocalDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  return addDays(localDate(`${year}-03-01`), h + l - 7 * m + 21);
}

/** Meeus's Julian Easter, 13 days later in our calendar (1900 to 2099). */
function orthodoxEaster(year: number): LocalDate {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  return addDays(localDate(`${year}-03-01`), d + e + 21 + 13);
}
