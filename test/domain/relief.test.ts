import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type LocalDate, localDate } from '../../shared/domain/local-date.ts';
import { effectiveDaysPastDue, effectiveDueOn, moveOverPauses, pauseOn, pausesOf, type Relief } from '../../shared/domain/relief.ts';
import { deferralOf, holdOf, promiseOf } from '../support/policies.ts';

const on = localDate;
const DUE = { number: 1, dueOn: on('2026-12-01') };
const ended = (relief: Relief, endedOn: string): Relief => ({ ...relief, endedOn: on(endedOn) });

/** '2026-12-04 → 2026-12-08': paused from the first day, up to but not including the second. */
const pauses = (...relief: readonly Relief[]) => pausesOf(DUE, relief).map((p) => `${p.from} → ${p.until}`);

describe('when an installment is due now', () => {
  test.each<[string, readonly Relief[], string]>([
    ['no relief', [], '2026-12-01'],
    ['deferred before it was due', [deferralOf('2026-11-20', '2026-12-20')], '2026-12-20'],
    ['deferred on the due date, which is not past due yet', [deferralOf('2026-12-01', '2026-12-20')], '2026-12-20'],
    ['deferred a day late: the date stays', [deferralOf('2026-12-02', '2026-12-20')], '2026-12-01'],
    ['another installment', [deferralOf('2026-11-20', '2026-12-20', 2)], '2026-12-01'],
    ['deferred twice', [deferralOf('2026-11-20', '2026-12-20'), deferralOf('2026-12-18', '2027-01-10')], '2027-01-10'],
    ['the second came too late', [deferralOf('2026-11-20', '2026-12-20'), deferralOf('2026-12-21', '2027-01-10')], '2026-12-20'],
    ['an earlier date takes nothing back', [deferralOf('2026-11-20', '2026-12-20'), deferralOf('2026-11-25', '2026-12-10')], '2026-12-20'],
    ['withdrawn before the old date', [ended(deferralOf('2026-11-10', '2026-12-20'), '2026-11-20')], '2026-12-01'],
    ['withdrawn after it: due on that day', [ended(deferralOf('2026-11-10', '2026-12-20'), '2026-12-10')], '2026-12-10'],
    ['holds and promises move no due date', [holdOf('2026-11-20', '2026-12-20'), promiseOf('2026-11-20', '2026-12-20')], '2026-12-01'],
  ])('%s', (_, relief, expected) => {
    expect(effectiveDueOn(DUE, relief)).toBe(expected);
  });
});

describe('pauses', () => {
  test.each<[string, readonly Relief[], readonly string[]]>([
    ['a hold, its last day excluded', [holdOf('2026-12-04', '2026-12-08')], ['2026-12-04 → 2026-12-08']],
    ['a hold that was lifted', [holdOf('2026-12-04', '2026-12-08', '2026-12-06')], ['2026-12-04 → 2026-12-06']],
    ['a hold lifted on the day it was granted', [holdOf('2026-12-04', '2026-12-08', '2026-12-04')], []],
    ['a hold lifted after its end', [holdOf('2026-12-04', '2026-12-08', '2026-12-10')], ['2026-12-04 → 2026-12-08']],
    ['a promise, through its day', [promiseOf('2026-12-04', '2026-12-08')], ['2026-12-04 → 2026-12-09']],
    ['a deferral when it was past due, through its day', [deferralOf('2026-12-04', '2026-12-08')], ['2026-12-04 → 2026-12-09']],
    ['a deferral in time moves the date instead', [deferralOf('2026-12-01', '2026-12-08')], []],
    ['a deferral of another installment', [deferralOf('2026-12-04', '2026-12-08', 2)], []],
    ['two that overlap', [holdOf('2026-12-04', '2026-12-08'), promiseOf('2026-12-06', '2026-12-11')], ['2026-12-04 → 2026-12-12']],
    ['one within another', [holdOf('2026-12-04', '2026-12-20'), promiseOf('2026-12-06', '2026-12-11')], ['2026-12-04 → 2026-12-20']],
    ['one after another', [holdOf('2026-12-04', '2026-12-08'), holdOf('2026-12-08', '2026-12-10')], ['2026-12-04 → 2026-12-10']],
    [
      'a day between',
      [holdOf('2026-12-09', '2026-12-10'), holdOf('2026-12-04', '2026-12-08')],
      ['2026-12-04 → 2026-12-08', '2026-12-09 → 2026-12-10'],
    ],
  ])('%s', (_, relief, expected) => {
    expect(pauses(...relief)).toEqual(expected);
  });

  test('a day is paused from the first up to but not including the last', () => {
    const paused = pausesOf(DUE, [holdOf('2026-12-04', '2026-12-08')]);
    const days = ['2026-12-03', '2026-12-04', '2026-12-07', '2026-12-08'];
    expect(days.map((day) => pauseOn(on(day), paused) !== undefined)).toEqual([false, true, true, false]);
  });
});

/* Due Tue 1 Dec. 2, 3, 4 … are days 1, 2, 3 … past due unless paused. */
test.each<[string, readonly Relief[], string, number]>([
  ['before it', [], '2026-11-30', 0],
  ['on it', [], '2026-12-01', 0],
  ['the day after', [], '2026-12-02', 1],
  ['nine days after, four of them held', [holdOf('2026-12-04', '2026-12-08')], '2026-12-10', 5],
  ['in the hold: 2 and 3 Dec count', [holdOf('2026-12-04', '2026-12-08')], '2026-12-06', 2],
  ['held since before it', [holdOf('2026-11-20', '2026-12-06')], '2026-12-05', 0],
  ['and after that hold', [holdOf('2026-11-20', '2026-12-06')], '2026-12-07', 2],
  ['deferred late: on the new date grace goes on from where it was, tomorrow', [deferralOf('2026-12-05', '2026-12-20')], '2026-12-20', 3],
  ['the day after the new date', [deferralOf('2026-12-05', '2026-12-20')], '2026-12-21', 4],
])('days past due, %s', (_, relief, today, expected) => {
  expect(effectiveDaysPastDue(DUE.dueOn, on(today), pausesOf(DUE, relief))).toBe(expected);
});

test.each<[string, readonly Relief[], string, string]>([
  ['no pause', [], '2026-12-11', '2026-12-11'],
  ['a hold before the date: four days later', [holdOf('2026-12-04', '2026-12-08')], '2026-12-11', '2026-12-15'],
  ['a hold after the date', [holdOf('2026-12-12', '2026-12-20')], '2026-12-11', '2026-12-11'],
  ['a hold that begins on the date', [holdOf('2026-12-11', '2026-12-20')], '2026-12-11', '2026-12-20'],
  ['a hold from before the due date: from 2 Dec it counts', [holdOf('2026-11-20', '2026-12-06')], '2026-12-08', '2026-12-12'],
  ['a hold that the move runs into', [holdOf('2026-12-04', '2026-12-08'), holdOf('2026-12-14', '2026-12-16')], '2026-12-11', '2026-12-17'],
])('a date moved over pauses, %s', (_, relief, date, expected) => {
  expect(moveOverPauses(on(date), DUE.dueOn, pausesOf(DUE, relief))).toBe(expected);
});

const day = (n: number): LocalDate => addDays(on('2026-12-01'), n);
const reliefs: fc.Arbitrary<readonly Relief[]> = fc
  .array(fc.record({ kind: fc.constantFrom('hold', 'promise', 'deferral'), from: fc.integer({ min: -20, max: 60 }), length: fc.nat(20) }), {
    maxLength: 5,
  })
  .map((all) =>
    all
      .toSorted((a, b) => a.from - b.from)
      .map(({ kind, from, length }) => {
        const [start, end] = [day(from), day(from + length)];
        if (kind === 'hold') return holdOf(start, end);
        return kind === 'promise' ? promiseOf(start, end) : deferralOf(start, end);
      }),
  );

/** Is that day excused? Told from the relief itself, day by day. */
function excused(today: LocalDate, dueOn: LocalDate, relief: readonly Relief[]): boolean {
  return relief.some((r) => {
    if (r.kind === 'agreement' || r.kind === 'writeOff') return false;
    if (r.kind === 'hold') return r.grantedOn <= today && today < r.until;
    const last = r.kind === 'promise' ? r.promisedOn : r.newDueOn;
    const counts = r.kind === 'promise' ? dueOn <= r.promisedOn : r.grantedOn > dueOn;
    return counts && r.grantedOn <= today && today <= last;
  });
}

test('days past due are the days after the due date that no relief excuses', () => {
  fc.assert(
    fc.property(reliefs, fc.integer({ min: -5, max: 90 }), (relief, after) => {
      const dueOn = effectiveDueOn(DUE, relief);
      let expected = 0;
      for (let d = addDays(dueOn, 1); d <= day(after); d = addDays(d, 1)) if (!excused(d, dueOn, relief)) expected++;
      expect(effectiveDaysPastDue(dueOn, day(after), pausesOf(DUE, relief))).toBe(expected);
    }),
  );
});

test('a date n days after the due date moves to the day on which n days are past due, never an excused one', () => {
  fc.assert(
    fc.property(reliefs, fc.integer({ min: 1, max: 60 }), (relief, n) => {
      const dueOn = effectiveDueOn(DUE, relief);
      let expected = dueOn;
      for (let counted = 0; counted < n; ) {
        expected = addDays(expected, 1);
        if (!excused(expected, dueOn, relief)) counted++;
      }
      expect(moveOverPauses(addDays(dueOn, n), dueOn, pausesOf(DUE, relief))).toBe(expected);
    }),
  );
});
