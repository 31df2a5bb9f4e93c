import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { addDays, localDate } from '../../shared/domain/local-date.ts';
import { formatInstant, instantOf, isTimeZone, localDateAt } from '../../shared/domain/zone.ts';

const at = (hours: number, minutes: number) => hours * 60 + minutes;

describe('a time of day on a local date', () => {
  test.each([
    ['winter', 'Europe/Kyiv', '2026-11-17', at(9, 12), '2026-11-17T07:12:00Z'],
    ['summer', 'Europe/Kyiv', '2026-07-17', at(9, 12), '2026-07-17T06:12:00Z'],
    ['midnight', 'Europe/Kyiv', '2026-11-17', 0, '2026-11-16T22:00:00Z'],
    ['the last minute', 'Europe/Kyiv', '2026-11-17', at(23, 59), '2026-11-17T21:59:00Z'],
    ['the day before summer time', 'Europe/Kyiv', '2026-03-28', at(9, 0), '2026-03-28T07:00:00Z'],
    ['the first day of summer time', 'Europe/Kyiv', '2026-03-29', at(9, 0), '2026-03-29T06:00:00Z'],
    ['before the gap', 'Europe/Kyiv', '2026-03-29', at(2, 59), '2026-03-29T00:59:00Z'],
    ['in the gap: 03:30 is 04:30', 'Europe/Kyiv', '2026-03-29', at(3, 30), '2026-03-29T01:30:00Z'],
    ['the last day of summer time', 'Europe/Kyiv', '2026-10-24', at(9, 0), '2026-10-24T06:00:00Z'],
    ['twice: 03:30 is the first', 'Europe/Kyiv', '2026-10-25', at(3, 30), '2026-10-25T00:30:00Z'],
    ['after it', 'Europe/Kyiv', '2026-10-25', at(4, 0), '2026-10-25T02:00:00Z'],
    ['in the gap: 02:30 is 03:30', 'America/New_York', '2026-03-08', at(2, 30), '2026-03-08T07:30:00Z'],
    ['the day after', 'America/New_York', '2026-03-09', at(9, 0), '2026-03-09T13:00:00Z'],
    ['twice: 01:30 is the first', 'America/New_York', '2026-11-01', at(1, 30), '2026-11-01T05:30:00Z'],
    ['the day after', 'America/New_York', '2026-11-02', at(9, 0), '2026-11-02T14:00:00Z'],
    ['no summer time', 'UTC', '2026-03-29', at(3, 30), '2026-03-29T03:30:00Z'],
    ['half an hour', 'Asia/Kolkata', '2026-03-29', at(9, 0), '2026-03-29T03:30:00Z'],
  ])('%s, %s %s', (_, timeZone, date, minutes, instant) => {
    expect(formatInstant(instantOf(localDate(date), minutes, timeZone))).toBe(instant);
  });

  test.each([-1, 1440, Number.NaN])('there is no minute %d', (minutes) => {
    expect(() => instantOf(localDate('2026-11-17'), minutes, 'Europe/Kyiv')).toThrow(RangeError);
  });
});

test.each([
  ['2026-11-16T21:59:59Z', 'Europe/Kyiv', '2026-11-16'],
  ['2026-11-16T22:00:00Z', 'Europe/Kyiv', '2026-11-17'],
  ['2026-07-16T20:59:59Z', 'Europe/Kyiv', '2026-07-16'],
  ['2026-07-16T21:00:00Z', 'Europe/Kyiv', '2026-07-17'],
  ['2026-11-17T04:59:59Z', 'America/New_York', '2026-11-16'],
  ['2026-12-31T23:00:00Z', 'Europe/Warsaw', '2027-01-01'],
])('%s is in %s the date %s', (instant, timeZone, date) => {
  expect(localDateAt(Temporal.Instant.from(instant).epochMilliseconds, timeZone)).toBe(date);
});

test('the instant of a local time is on that date, and days follow each other whatever the clocks do', () => {
  const zones = fc.constantFrom('Europe/Kyiv', 'America/New_York', 'Europe/London', 'Asia/Tokyo', 'Pacific/Auckland');
  const days = fc.integer({ min: 0, max: 3650 }).map((n) => addDays(localDate('2024-01-01'), n));
  fc.assert(
    fc.property(zones, days, fc.integer({ min: 0, max: 1439 }), (timeZone, date, minutes) => {
      const instant = instantOf(date, minutes, timeZone);
      expect(localDateAt(instant, timeZone)).toBe(date);
      expect(instantOf(addDays(date, 1), minutes, timeZone)).toBeGreaterThan(instant);
    }),
  );
});

test.each(['Europe/Kyiv', 'Europe/Kiev', 'America/New_York', 'UTC'])('%s is a time zone', (text) => {
  expect(isTimeZone(text)).toBe(true);
});

test.each(['Europe/Kyyiv', '', '+02:00', '2026-11-17T00:00:00Z', 'Europe/Kyiv ', 'EET/'])("'%s' is no time zone", (text) => {
  expect(isTimeZone(text)).toBe(false);
});

test.each([
  [Date.UTC(2026, 10, 17, 7, 12), '2026-11-17T07:12:00Z'],
  [Date.UTC(2026, 10, 17, 7, 12, 5, 7), '2026-11-17T07:12:05.007Z'],
  [0, '1970-01-01T00:00:00Z'],
])('the instant %d is written %s', (ms, text) => {
  expect(formatInstant(ms)).toBe(text);
});
