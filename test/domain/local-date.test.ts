import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  dayOfWeek,
  daysBetween,
  fieldsOf,
  type LocalDate,
  localDate,
  maxDate,
  minDate,
  parseLocalDate,
} from '../../shared/domain/local-date.ts';

const dates = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => localDate(date.toISOString().slice(0, 10)));
const inTheMiddle = fc
  .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2899-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => localDate(date.toISOString().slice(0, 10)));
const oracle = (date: LocalDate) => Temporal.PlainDate.from(date);

test.each(['2026-11-17', '1900-01-01', '2999-12-31', '2028-02-29', '2000-02-29', '2026-04-30'])('%s is a date', (text) => {
  expect(parseLocalDate(text)).toBe(text);
});

test.each([
  ['no 29 February in a common year', '2026-02-29'],
  ['no leap day in 2100', '2100-02-29'],
  ['no 31 April', '2026-04-31'],
  ['no day 0', '2026-04-00'],
  ['no month 0', '2026-00-10'],
  ['no month 13', '2026-13-10'],
  ['digits left out', '2026-2-09'],
  ['a time', '2026-11-17T00:00'],
  ['a blank', ' 2026-11-17'],
  ['a line end', '2026-11-17\n'],
  ['other digits', '２０２６-11-17'],
  ['before 1900', '1899-12-31'],
  ['after 2999', '3000-01-01'],
  ['nothing', ''],
])('refused: %s', (_, text) => {
  expect(parseLocalDate(text)).toBeUndefined();
  expect(() => localDate(text)).toThrow(RangeError);
});

test.each([
  ['31 Jan, 28 Feb, 31 Mar', '2026-01-31', 1, ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31']],
  ['a leap February', '2028-01-31', 1, ['2028-01-31', '2028-02-29', '2028-03-31']],
  ['over the year end', '2026-08-31', 3, ['2026-08-31', '2026-11-30', '2027-02-28', '2027-05-31', '2027-08-31']],
  ['29 February, yearly', '2028-02-29', 12, ['2028-02-29', '2029-02-28', '2030-02-28', '2031-02-28', '2032-02-29']],
  ['backwards', '2026-03-31', -1, ['2026-03-31', '2026-02-28', '2026-01-31', '2025-12-31', '2025-11-30']],
])('months from an anchor clamp and do not drift: %s', (_, anchor, step, chain) => {
  expect(chain.map((__, n) => addMonths(localDate(anchor), n * step))).toEqual(chain);
});

test.each([
  ['2026-12-31', 1, '2027-01-01'],
  ['2028-02-28', 2, '2028-03-01'],
  ['2026-02-28', 1, '2026-03-01'],
  ['2026-12-01', -14, '2026-11-17'],
  ['1970-01-01', -1, '1969-12-31'],
])('%s plus %i days is %s', (from, days, to) => {
  expect(addDays(localDate(from), days)).toBe(to);
  expect(daysBetween(localDate(from), localDate(to))).toBe(days);
});

test.each([
  ['2026-11-16', 1],
  ['2026-11-22', 7],
  ['1970-01-01', 4],
  ['1900-01-01', 1],
  ['2000-02-29', 2],
])('%s is weekday %i', (date, weekday) => {
  expect(dayOfWeek(localDate(date))).toBe(weekday);
});

test('what leaves the supported years is refused, not written as text that sorts wrongly', () => {
  expect(() => addDays(localDate('2999-12-31'), 1)).toThrow(RangeError);
  expect(() => addDays(localDate('1900-01-01'), -1)).toThrow(RangeError);
  expect(() => addMonths(localDate('2999-12-31'), 1)).toThrow(RangeError);
  expect(() => addDays(localDate('2026-01-01'), 0.5)).toThrow(RangeError);
});

test('the earlier and the later of two dates', () => {
  const [earlier, later] = [localDate('2026-09-30'), localDate('2026-10-01')];
  expect([minDate(earlier, later), minDate(later, earlier)]).toEqual([earlier, earlier]);
  expect([maxDate(earlier, later), maxDate(later, earlier)]).toEqual([later, later]);
});

test('counting day by day from 1900 to 2999 meets every date', () => {
  let date = localDate('1900-01-01');
  for (let ms = Date.UTC(1900, 0, 1); date < '2999-12-31'; ms += 86_400_000) {
    if (date !== new Date(ms).toISOString().slice(0, 10)) expect.unreachable(`${date} is not ${new Date(ms).toISOString()}`);
    date = addDays(date, 1);
  }
});

test('every date agrees with Temporal on its fields and weekday, and comparing as text is comparing dates', () => {
  fc.assert(
    fc.property(dates, dates, (a, b) => {
      expect(fieldsOf(a)).toEqual({ year: oracle(a).year, month: oracle(a).month, day: oracle(a).day });
      expect(dayOfWeek(a)).toBe(oracle(a).dayOfWeek);
      expect(a < b).toBe(Temporal.PlainDate.compare(oracle(a), oracle(b)) < 0);
      expect(daysBetween(a, b)).toBe(oracle(a).until(oracle(b), { largestUnit: 'day' }).days);
      expect(addDays(a, daysBetween(a, b))).toBe(b);
    }),
  );
});

test('adding days agrees with Temporal and is undone by subtracting them', () => {
  fc.assert(
    fc.property(inTheMiddle, fc.integer({ min: -36_500, max: 36_500 }), (date, days) => {
      expect(addDays(date, days)).toBe(oracle(date).add({ days }).toString());
      expect(addDays(addDays(date, days), -days)).toBe(date);
    }),
  );
});

test('adding months agrees with Temporal', () => {
  fc.assert(
    fc.property(inTheMiddle, fc.integer({ min: -1188, max: 1188 }), (anchor, months) => {
      expect(addMonths(anchor, months)).toBe(oracle(anchor).add({ months }).toString());
    }),
  );
});
