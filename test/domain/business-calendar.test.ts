import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addBusinessDays, calendarOf, isCalendarCode, nextBusinessDay } from '../../shared/domain/business-calendar.ts';
import { addDays, localDate } from '../../shared/domain/local-date.ts';

const ukraine = calendarOf('UA');
const opensOn = (date: string, calendar = ukraine) => calendar.isBusinessDay(localDate(date));

describe('business days in Ukraine', () => {
  test.each([
    ['a business day is its own next one', '2026-11-17', 0, '2026-11-17'],
    ['Saturday moves to Monday', '2026-11-21', 0, '2026-11-23'],
    ['8 March 2026 is a Sunday, so Monday is free too', '2026-03-07', 0, '2026-03-10'],
    ['Friday + 1', '2026-11-20', 1, '2026-11-23'],
    ['Saturday + 1', '2026-11-21', 1, '2026-11-23'],
    ['Tuesday + 5', '2026-11-17', 5, '2026-11-24'],
    ['over the Friday of Christmas', '2026-12-24', 1, '2026-12-28'],
    ['over the new year', '2026-12-31', 1, '2027-01-04'],
    ['over May Day and Easter of 2027', '2027-04-30', 1, '2027-05-05'],
    ['Monday − 1', '2026-11-23', -1, '2026-11-20'],
    ['Sunday − 1', '2026-11-22', -1, '2026-11-20'],
    ['back over 8 March', '2026-03-10', -2, '2026-03-05'],
  ])('%s: %s %i → %s', (_, from, days, expected) => {
    expect(addBusinessDays(localDate(from), days, ukraine)).toBe(expected);
    if (days === 0) expect(nextBusinessDay(localDate(from), ukraine)).toBe(expected);
  });
});

test('a business day plus n minus n is itself, and exactly n business days were passed', () => {
  const calendars = fc.constantFrom(calendarOf('UA'), calendarOf('PL'), calendarOf('DE'), calendarOf('GB'));
  const dates = fc.integer({ min: 0, max: 4600 }).map((n) => addDays(localDate('2024-01-15'), n));
  fc.assert(
    fc.property(calendars, dates, fc.integer({ min: 1, max: 60 }), (calendar, date, n) => {
      const from = nextBusinessDay(date, calendar);
      const to = addBusinessDays(from, n, calendar);
      let passed = 0;
      for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (calendar.isBusinessDay(day)) passed++;
      expect(passed).toBe(n);
      expect(addBusinessDays(to, -n, calendar)).toBe(from);
    }),
  );
});

describe('the insurer knows better', () => {
  const calendar = calendarOf('UA', { holidays: ['2026-11-17'], workingDays: ['2026-12-25', '2026-12-26'] });

  test.each([
    ['its own holiday is free', '2026-11-17', false],
    ['a holiday that is worked', '2026-12-25', true],
    ['a Saturday that is worked', '2026-12-26', true],
    ['other holidays stay free', '2027-01-01', false],
    ['other days stay worked', '2026-11-18', true],
  ])('%s', (_, date, open) => {
    expect(opensOn(date, calendar)).toBe(open);
  });

  test('another weekend replaces Saturday and Sunday', () => {
    const fridays = calendarOf('GB', { weekend: [5, 6] });
    expect(['2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22'].map((date) => opensOn(date, fridays))).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  test.each([
    ['a holiday that is no date', { holidays: ['2026-02-29'] }],
    ['a working day that is no date', { workingDays: ['17.11.2026'] }],
    ['a date in both lists', { holidays: ['2026-11-17'], workingDays: ['2026-11-17'] }],
    ['a day of the week that is none', { weekend: [0] }],
    ['a weekend of seven days', { weekend: [1, 2, 3, 4, 5, 6, 7] }],
  ])('refused: %s', (_, overrides) => {
    expect(() => calendarOf('UA', overrides)).toThrow(RangeError);
  });
});

test('after the last known year only weekends are free', () => {
  const year = ukraine.knownThrough;
  expect(opensOn(`${year}-10-01`)).toBe(false);
  expect(opensOn('2037-10-01')).toBe(true);
  expect(opensOn('2037-10-03')).toBe(false);
  expect(year).toBe(2036);
});

test('counting is bounded: a calendar that never opens and a number that is none are refused', () => {
  const closed = { isBusinessDay: () => false };
  expect(() => nextBusinessDay(localDate('2026-11-17'), closed)).toThrow(RangeError);
  for (const days of [0.5, Number.NaN, 1e9]) expect(() => addBusinessDays(localDate('2026-11-17'), days, ukraine)).toThrow(RangeError);
});

test('codes of calendars', () => {
  expect(['UA', 'PL', 'DE', 'GB'].every(isCalendarCode)).toBe(true);
  expect(['', 'ua', 'FR', 'toString', '__proto__'].some(isCalendarCode)).toBe(false);
});
