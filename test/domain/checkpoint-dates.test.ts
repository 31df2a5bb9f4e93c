import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarOf } from '../../shared/domain/business-calendar.ts';
import { type DatingFacts, datedCheckpoints } from '../../shared/domain/checkpoint-dates.ts';
import { defaultRegulation } from '../../shared/domain/default-regulation.ts';
import { addDays, dayOfWeek, daysBetween, type LocalDate, localDate, maxDate } from '../../shared/domain/local-date.ts';
import { NO_CONTROL, type Warning } from '../../shared/domain/policy.ts';
import { pausesOf, type Relief } from '../../shared/domain/relief.ts';
import { deferralOf, holdOf, promiseOf, regulationWith, UKRAINE } from '../support/policies.ts';

const on = localDate;
const DUE = '2026-12-01';

/** As it stands on the due date, with nothing done yet. */
const facts = (dueOn = DUE, different: Partial<DatingFacts> = {}): DatingFacts => ({
  regulation: defaultRegulation,
  dueOn: on(dueOn),
  pauses: [],
  graceDays: 10,
  letterDelayDays: 0,
  calendar: UKRAINE,
  control: NO_CONTROL,
  today: on('1990-01-01'),
  wouldAct: () => true,
  ...different,
});
const dates = (of: DatingFacts) => datedCheckpoints(of).map((d) => d.on);
const withRelief = (...relief: readonly Relief[]) => ({ pauses: pausesOf({ number: 1, dueOn: on(DUE) }, relief) });

/*
 * Worked by hand. Free in Ukraine: weekends; Fri 25 Dec 2026, Fri 1 Jan 2027; Mon 8 Mar; Sat 1, Sun 2 (Easter) May with
 * Mon 3, Tue 4 off; Sat 8 with Mon 10 May off; Sun 20 (Pentecost) with Mon 21 June off; Mon 28 June.
 */
test.each([
  // −14 Tue; −3 Sat → Mon; +1 business; +5; grace end Fri; +5: 14–18; +10: 21–24, 28 (25 is free); +20: 29–31, 4–8, 11, 12 Jan
  ['Tue 1 Dec', DUE, 10, '2026-11-17 2026-11-30 2026-12-02 2026-12-08 2026-12-11 2026-12-18 2026-12-28 2027-01-12'],
  // −3 is Wed; the due date is free: +1 → Mon 28; +5 → 4 Jan (1 Jan is free); grace ends Mon 4 Jan
  ['Fri 25 Dec', '2026-12-25', 10, '2026-12-11 2026-12-22 2026-12-28 2027-01-04 2027-01-04 2027-01-11 2027-01-18 2027-02-01'],
  // Sat 1 May: −14 is Sat → Mon; +1: 5 (2 Sun, 3 and 4 free); +5: 6, 7, 11, 12; grace end Tue 11 May is before C4
  ['Sat 1 May', '2027-05-01', 10, '2027-04-19 2027-04-28 2027-05-05 2027-05-12 2027-05-12 2027-05-18 2027-05-25 2027-06-08'],
  // without grace C4, C5 and C6 meet on 8 Dec: suspension comes on the business day after its warning, and the rest a day later
  ['no grace', DUE, 0, '2026-11-17 2026-11-30 2026-12-02 2026-12-08 2026-12-08 2026-12-09 2026-12-16 2026-12-31'],
  ['twenty days of grace', DUE, 20, '2026-11-17 2026-11-30 2026-12-02 2026-12-08 2026-12-21 2026-12-29 2027-01-06 2027-01-20'],
])('due %s', (_, dueOn, graceDays, expected) => {
  expect(dates(facts(dueOn, { graceDays })).join(' ')).toBe(expected);
});

test('each falls on a business day and none before the one ahead of it, whatever the due date, country and grace', () => {
  const calendars = fc.constantFrom('UA', 'PL', 'DE', 'GB').map((country) => calendarOf(country));
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4000 }), fc.nat(40), calendars, (day, graceDays, calendar) => {
      const dated = dates(facts(addDays(on('2024-06-01'), day), { graceDays, calendar }));
      expect(dated.every((date) => calendar.isBusinessDay(date))).toBe(true);
      expect(dated.toSorted()).toEqual(dated);
    }),
  );
});

test('in a calendar without holidays they are what a count on the fingers gives', () => {
  const weekdays = { isBusinessDay: (date: string) => dayOfWeek(on(date)) < 6 };
  const fingers = (from: string, businessDays: number) => {
    let [date, left] = [on(from), businessDays];
    while (left > 0 || !weekdays.isBusinessDay(date)) {
      date = addDays(date, 1);
      if (weekdays.isBusinessDay(date)) left--;
    }
    return date;
  };
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4000 }), fc.nat(30), (day, graceDays) => {
      const dueOn = addDays(on('2024-06-01'), day);
      const graceEnd = addDays(dueOn, graceDays);
      const planned = [
        fingers(addDays(dueOn, -14), 0),
        fingers(addDays(dueOn, -3), 0),
        fingers(dueOn, 1),
        fingers(dueOn, 5),
        fingers(graceEnd, 0),
        fingers(graceEnd, 5),
        fingers(graceEnd, 10),
        fingers(graceEnd, 20),
      ];
      const [c1, c2, c3, c4, c5, c6, c7, c8] = planned as [
        LocalDate,
        LocalDate,
        LocalDate,
        LocalDate,
        LocalDate,
        LocalDate,
        LocalDate,
        LocalDate,
      ];
      const suspendedOn = maxDate(c6, fingers(addDays(c4, 1), 0)); // not before the day after its warning
      const warnedOn = fingers(addDays(c7, daysBetween(c6, suspendedOn)), 0);
      const lapsedOn = fingers(addDays(c8, daysBetween(c7, warnedOn)), 0);
      const ordered = [c1, maxDate(c1, c2), maxDate(c2, c3), c4, maxDate(c4, c5), suspendedOn, warnedOn, lapsedOn];
      expect(dates(facts(dueOn, { graceDays, calendar: weekdays }))).toEqual(ordered);
    }),
  );
});

/** C4 … C8 of the plan from Tue 1 Dec: 8, 11, 18, 28 Dec, 12 Jan unless something moves them. */
describe('what comes after a warning moves on with it', () => {
  const warned = (...warnings: readonly [string, string][]): readonly Warning[] =>
    warnings.map(([code, date]) => ({ code, on: on(date), noticeIds: ['N1'] }));
  const afterC3 = (of: DatingFacts) => dates(of).slice(3).join(' ');

  test.each<[string, Partial<DatingFacts>, string]>([
    [
      'given in time: nothing moves',
      { control: { settled: 4, unclear: 4, warned: warned(['C4', DUE.replace('-01', '-08')]) } },
      '2026-12-08 2026-12-11 2026-12-18 2026-12-28 2027-01-12',
    ],
    [
      'given three days late: 14, 21, 31 Dec, and 15 Jan',
      { control: { settled: 4, unclear: 4, warned: warned(['C4', '2026-12-11']) } },
      '2026-12-08 2026-12-14 2026-12-21 2026-12-31 2027-01-15',
    ],
    [
      'still to be given, ten days late today: as if it were given today',
      { today: on('2026-12-18'), control: { settled: 3, unclear: 3, warned: [] } },
      '2026-12-08 2026-12-21 2026-12-28 2027-01-07 2027-01-22',
    ],
    [
      'a warning that does not apply delays nothing',
      { today: on('2026-12-18'), control: { settled: 3, unclear: 3, warned: [] }, wouldAct: () => false },
      '2026-12-08 2026-12-11 2026-12-18 2026-12-28 2027-01-12',
    ],
    [
      'one that was passed over delays nothing',
      { today: on('2026-12-18'), control: { settled: 4, unclear: 4, warned: [] } },
      '2026-12-08 2026-12-11 2026-12-18 2026-12-28 2027-01-12',
    ],
    [
      'a suspension four days late moves the notice of lapse to 1 Jan, which is free, so to 4; that is seven late, and so is the lapse',
      { control: { settled: 6, unclear: 6, warned: warned(['C4', '2026-12-08'], ['C6', '2026-12-22']) } },
      '2026-12-08 2026-12-11 2026-12-18 2027-01-04 2027-01-19',
    ],
    [
      'each delay counts once: C4 three days late, then C7 four days after its new date, 31 Dec',
      { control: { settled: 7, unclear: 7, warned: warned(['C4', '2026-12-11'], ['C6', '2026-12-21'], ['C7', '2027-01-04']) } },
      '2026-12-08 2026-12-14 2026-12-21 2026-12-31 2027-01-19',
    ],
    [
      'given again: the last time counts',
      { control: { settled: 4, unclear: 4, warned: warned(['C4', '2026-12-08'], ['C4', '2026-12-11']) } },
      '2026-12-08 2026-12-14 2026-12-21 2026-12-31 2027-01-15',
    ],
  ])('%s', (_, different, expected) => {
    expect(afterC3(facts(DUE, different))).toBe(expected);
  });

  test('held days are not counted as delay, and are skipped once', () => {
    // C4 planned on 8 Dec, held 9 to 18 Dec, given on Mon 21 Dec: unpaused days late are 18–21 = 4
    const control = { settled: 4, unclear: 4, warned: warned(['C4', '2026-12-21']) };
    const held = withRelief(holdOf('2026-12-09', '2026-12-18'));
    // C5: 11 + 9 held = 20 Sun → 21; + 4 late = 25, free → 28. C6: 18 + 9 = 27 Sun → 28; + 4 = 1 Jan, free → 4
    expect(dates(facts(DUE, { control, ...held })).slice(3, 6)).toEqual(['2026-12-08', '2026-12-28', '2027-01-04']);
  });
});

describe('relief', () => {
  test.each<[string, readonly Relief[], string]>([
    ['no relief', [], '2026-11-17 2026-11-30 2026-12-02 2026-12-08 2026-12-11 2026-12-18 2026-12-28 2027-01-12'],
    // 4 days: C4 8 + 4 = 12 Sat → 14; C5 15; C6 22; C7 1 Jan, free → 4; C8 16 Sat → 18
    [
      'a hold from 4 to 8 Dec moves what follows by four days',
      [holdOf('2026-12-04', '2026-12-08')],
      '2026-11-17 2026-11-30 2026-12-02 2026-12-14 2026-12-15 2026-12-22 2027-01-04 2027-01-18',
    ],
    [
      'a promise for 7 Dec made on 4 Dec is the same',
      [promiseOf('2026-12-04', '2026-12-07')],
      '2026-11-17 2026-11-30 2026-12-02 2026-12-14 2026-12-15 2026-12-22 2027-01-04 2027-01-18',
    ],
    [
      'a deferral to 7 Dec, granted on 4 Dec: grace goes on, it does not start anew',
      [deferralOf('2026-12-04', '2026-12-07')],
      '2026-11-17 2026-11-30 2026-12-02 2026-12-14 2026-12-15 2026-12-22 2027-01-04 2027-01-18',
    ],
    // C5 is due on Fri 11; the hold moves it to Mon 14
    [
      'a hold in grace over a weekend: the three days of it, no more',
      [holdOf('2026-12-11', '2026-12-14')],
      '2026-11-17 2026-11-30 2026-12-02 2026-12-08 2026-12-14 2026-12-21 2026-12-31 2027-01-15',
    ],
    // Fri 18 + 2 (12, 13) = Sun 20 → Mon 21, which is held until Wed 23
    [
      'a date that a weekend moves into a hold waits for its end',
      [holdOf('2026-12-12', '2026-12-14'), holdOf('2026-12-21', '2026-12-23')],
      '2026-11-17 2026-11-30 2026-12-02 2026-12-08 2026-12-11 2026-12-23 2027-01-04 2027-01-18',
    ],
    [
      'a hold that ends before the due date moves nothing',
      [holdOf('2026-11-10', '2026-11-25')],
      '2026-11-17 2026-11-30 2026-12-02 2026-12-08 2026-12-11 2026-12-18 2026-12-28 2027-01-12',
    ],
  ])('%s', (_, relief, expected) => {
    expect(dates(facts(DUE, withRelief(...relief))).join(' ')).toBe(expected);
  });

  test('what should have been done before a hold, and was not, waits for its end; what was done keeps its day', () => {
    const held = withRelief(holdOf('2026-12-10', '2026-12-20'));
    const late = { ...held, today: on('2026-12-15'), control: { settled: 3, unclear: 3, warned: [] } };
    expect(dates(facts(DUE, late)).slice(2, 4)).toEqual(['2026-12-02', '2026-12-21']);
    expect(dates(facts(DUE, { ...late, today: on('2026-12-21') })).slice(2, 4)).toEqual(['2026-12-02', '2026-12-08']);
  });

  test('a warning delayed into a hold: the days that the policyholder has do not melt', () => {
    const control = { settled: 4, unclear: 4, warned: [{ code: 'C4', on: on('2026-12-14'), noticeIds: ['N1'] }] };
    const held = withRelief(holdOf('2026-12-21', '2026-12-29'));
    // six days late: C6 18 + 6 = 24 Dec, in the hold: 21–24 is 3 days after 20 Dec, so 8 held days later: 1 Jan, free → 4
    expect(dates(facts(DUE, { control, ...held })).slice(4, 6)).toEqual(['2026-12-17', '2027-01-04']);
  });
});

test('a checkpoint whose offset is in business days before the due date', () => {
  const regulation = regulationWith({ C2: { offsetDays: -3, dayKind: 'business' } });
  expect(dates(facts('2026-12-28', { regulation }))[1]).toBe('2026-12-22'); // 24, 23, 22: Friday 25 is free
});
