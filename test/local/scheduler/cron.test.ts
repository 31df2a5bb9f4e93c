import { expect, test } from 'vitest';
import { occurrenceFrom, parseExpression } from '../../../infra/local/scheduler/expression.ts';

const firstTimes = (text: string, timeZone: string, from: string, count: number): string[] => {
  const expression = parseExpression(text, timeZone);
  const times: string[] = [];
  let fromMs = Date.parse(from);
  while (times.length < count) {
    const next = occurrenceFrom(expression, fromMs, Date.parse(from));
    if (next === null) return times;
    times.push(new Date(next).toISOString().replace(':00.000Z', 'Z'));
    fromMs = next + 1;
  }
  return times;
};

// Weekdays by a printed calendar: 2026-11-22 is a Sunday, 2027-01-01 a Friday, 2027-05-01 a Saturday, 2027-08-01 and 2027-10-31 Sundays.
test.each([
  ['each day at a time', 'cron(30 9 * * ? *)', 'UTC', '2026-11-22T10:00:00Z', ['2026-11-23T09:30Z', '2026-11-24T09:30Z']],
  ['every 15 minutes of two hours', 'cron(0/15 8-9 * * ? *)', 'UTC', '2026-11-22T08:40:00Z', ['2026-11-22T08:45Z', '2026-11-22T09:00Z']],
  ['weekdays by name', 'cron(0 6 ? * MON-FRI *)', 'UTC', '2026-11-20T07:00:00Z', ['2026-11-23T06:00Z', '2026-11-24T06:00Z']],
  ['Sunday is 1', 'cron(0 6 ? * 1 *)', 'UTC', '2026-11-20T07:00:00Z', ['2026-11-22T06:00Z', '2026-11-29T06:00Z']],
  ['months by name', 'cron(0 0 1 JAN,JUL ? *)', 'UTC', '2026-11-22T00:00:00Z', ['2027-01-01T00:00Z', '2027-07-01T00:00Z']],
  ['the last day of the month', 'cron(0 0 L 2-3 ? *)', 'UTC', '2027-01-01T00:00:00Z', ['2027-02-28T00:00Z', '2027-03-31T00:00Z']],
  ['the last weekday of the month', 'cron(0 0 LW 10 ? *)', 'UTC', '2027-01-01T00:00:00Z', ['2027-10-29T00:00Z']],
  ['nearest weekday of a Saturday the 1st is the 3rd', 'cron(0 0 1W 5 ? *)', 'UTC', '2027-01-01T00:00:00Z', ['2027-05-03T00:00Z']],
  ['nearest weekday of a Sunday the 1st is the 2nd', 'cron(0 0 1W 8 ? *)', 'UTC', '2027-01-01T00:00:00Z', ['2027-08-02T00:00Z']],
  ['the third Friday', 'cron(0 0 ? * 6#3 *)', 'UTC', '2027-01-01T00:00:00Z', ['2027-01-15T00:00Z', '2027-02-19T00:00Z']],
  ['the last Friday', 'cron(0 0 ? * 6L *)', 'UTC', '2027-01-01T00:00:00Z', ['2027-01-29T00:00Z', '2027-02-26T00:00Z']],
  ['29 February', 'cron(0 12 29 2 ? *)', 'UTC', '2026-01-01T00:00:00Z', ['2028-02-29T12:00Z', '2032-02-29T12:00Z']],
  ['a year that is past has none', 'cron(0 12 1 1 ? 2020)', 'UTC', '2026-01-01T00:00:00Z', []],
  ['a day that no month has', 'cron(0 12 31 2 ? *)', 'UTC', '2026-01-01T00:00:00Z', []],
])('%s', (_, text, timeZone, from, expected) => {
  expect(firstTimes(text, timeZone, from, expected.length || 1)).toEqual(expected);
});

// Kyiv: 03:00 → 04:00 on 2027-03-28 (01:00Z), 04:00 → 03:00 on 2027-10-31 (01:00Z). New York: 02:00 → 03:00 on 2027-03-14.
test.each([
  ['local time stays in spring', 'cron(0 9 * * ? *)', 'Europe/Kyiv', '2027-03-27T00:00:00Z', ['2027-03-27T07:00Z', '2027-03-28T06:00Z']],
  ['local time stays in autumn', 'cron(0 9 * * ? *)', 'Europe/Kyiv', '2027-10-30T00:00:00Z', ['2027-10-30T06:00Z', '2027-10-31T07:00Z']],
  ['a skipped time has no firing', 'cron(30 3 * * ? *)', 'Europe/Kyiv', '2027-03-27T00:00:00Z', ['2027-03-27T01:30Z', '2027-03-29T00:30Z']],
  [
    'a repeated time fires once, the first',
    'cron(30 3 * * ? *)',
    'Europe/Kyiv',
    '2027-10-30T01:00:00Z',
    ['2027-10-31T00:30Z', '2027-11-01T01:30Z'],
  ],
  ['skipped in New York', 'cron(15 2 * * ? *)', 'America/New_York', '2027-03-13T12:00:00Z', ['2027-03-15T06:15Z']],
])('when clocks change: %s', (_, text, timeZone, from, expected) => {
  expect(firstTimes(text, timeZone, from, expected.length)).toEqual(expected);
});

test.each([
  ['rate(15 minutes)', '2026-11-22T08:00:00Z', ['2026-11-22T08:00Z', '2026-11-22T08:15Z', '2026-11-22T08:30Z']],
  ['rate(1 hour)', '2026-11-22T08:10:00Z', ['2026-11-22T08:10Z', '2026-11-22T09:10Z']],
  ['rate(2 days)', '2027-03-27T09:00:00Z', ['2027-03-27T09:00Z', '2027-03-29T09:00Z']],
])('%s counts from its anchor, a day being 24 hours', (text, from, expected) => {
  expect(firstTimes(text, 'Europe/Kyiv', from, expected.length)).toEqual(expected);
});

test('at() is a local time of its zone, once', () => {
  expect(firstTimes('at(2027-07-01T09:12:00)', 'Europe/Kyiv', '2026-11-22T08:00:00Z', 2)).toEqual(['2027-07-01T06:12Z']);
});

test.each([
  'at(2027-07-01)',
  'at(2027-02-30T09:00:00)',
  'rate(0 minutes)',
  'rate(5 weeks)',
  'rate(5minutes)',
  'cron(0 9 * * *)',
  'cron(0 9 * * * *)',
  'cron(0 9 ? * ? *)',
  'cron(60 9 * * ? *)',
  'cron(0 9 32 * ? *)',
  'cron(0 9 ? * FRIDAY *)',
  'cron(9-8 9 * * ? *)',
  'cron(0/0 9 * * ? *)',
  'every day',
])('%s is refused', (text) => {
  expect(() => parseExpression(text, 'UTC')).toThrow(RangeError);
});
