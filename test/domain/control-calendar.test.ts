import { expect, test } from 'vitest';
import { checkRegulation } from '../../shared/domain/check-regulation.ts';
import { controlCalendar } from '../../shared/domain/control-calendar.ts';
import { localDate } from '../../shared/domain/local-date.ts';

test.each([
  ['2027-08-23', undefined, true], // a Monday
  ['2027-08-23', { holidays: ['2027-08-23'] }, false],
  ['2027-08-24', undefined, false], // Independence Day, a Tuesday
  ['2027-08-24', { workingDays: ['2027-08-24'] }, true],
  ['2027-08-28', { workingDays: ['2027-08-28'] }, true], // a Saturday worked for a moved Friday
])('%s with %j: business day %s', (day, calendar, worked) => {
  expect(controlCalendar('UA', calendar ? { calendar } : {}).isBusinessDay(localDate(day))).toBe(worked);
});

test('the days of a regulation are checked when it is loaded', () => {
  const checked = checkRegulation({ calendar: { holidays: ['2027-02-30', '2027-05-04'], workingDays: ['2027-05-04'], weekend: [5] } });
  const pointers = checked.ok ? [] : checked.faults.map((f) => f.pointer);
  expect(pointers).toEqual(expect.arrayContaining(['/calendar/holidays/0', '/calendar/workingDays/0', '/calendar/weekend']));
});
