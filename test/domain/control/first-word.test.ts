import { describe, expect, test } from 'vitest';
import { isLetterAfterDueDate, letterDelayDays } from '../../../shared/domain/control/first-word.ts';
import type { Action } from '../../../shared/domain/regulation.ts';
import type { AppliedConditions } from '../../../shared/domain/service-conditions.ts';
import { CONDITIONS } from '../../support/policies.ts';
import { PolicyLife } from './policy-life.ts';

const BEGINNING = '2026-10-01';
const served = (of: AppliedConditions['class'], graceDays: number, reminders: 'standard' | 'personal'): AppliedConditions => ({
  ...CONDITIONS,
  class: of,
  conditions: { ...CONDITIONS.conditions, graceDays, reminders },
});
const A = served('A', 20, 'personal');
const C = served('C', 10, 'standard');

/*
 * Worked by hand. Due Tue 1 Dec 2026; free in Ukraine: weekends, Fri 25 Dec, Fri 1 Jan, and nothing else in these weeks.
 * C: grace ends Fri 11 Dec; +5 business days 18 Dec; +10 28 Dec.
 * A: the letter's 8 Dec moves on by 20 − 10 days to Fri 18 Dec; grace ends Mon 21 Dec; +5: 22, 23, 24, 28, 29 Dec; +10: 30, 31, 4, 5, 6 Jan.
 */
describe('two equal late payments', () => {
  test.each([
    ['C gets the call and then the letter', C, ['C3 2026-12-02', 'C4 2026-12-08', 'C5 2026-12-11', 'C6 2026-12-18', 'C7 2026-12-28']],
    [
      'A gets the call, ten more days, the letter',
      A,
      ['C3 2026-12-02', 'C4 2026-12-18', 'C5 2026-12-21', 'C6 2026-12-29', 'C7 2027-01-06'],
    ],
  ])('%s', (_, applied, expected) => {
    const life = new PolicyLife(BEGINNING, { applied }).until('2027-01-10');
    expect(life.settled.map((s) => `${s.code} ${s.date}`).slice(2)).toEqual(expected);
    expect(life.settled.every((s) => s.outcome === 'acted')).toBe(true);
  });
});

test.each([
  ['standard reminders with a longer grace', served('A', 20, 'standard'), 0],
  ['personal ones with a longer grace', A, 10],
  ['personal ones with the same grace', served('A', 10, 'personal'), 0],
  ['personal ones with a shorter grace', served('A', 5, 'personal'), 0],
])('letters of %s wait', (_, applied, days) => {
  expect(letterDelayDays(applied)).toBe(days);
});

const action = (kind: Action['kind'], ...to: readonly string[]): readonly Action[] => [
  { code: 'A1', title: 'x', kind, to, technique: 'x', expectedResult: 'x', participants: {} },
];

test.each([
  ['a notice to the policyholder', 5, 'dueOn', action('notice', 'policyholder'), true],
  ['a reminder to the policyholder', 1, 'dueOn', action('remind', 'policyholder'), true],
  ['a reminder before the due date', -3, 'dueOn', action('remind', 'policyholder'), false],
  ['one dated from the end of grace', 0, 'graceEnd', action('notice', 'policyholder'), false],
  ['a reminder to the account manager', 1, 'dueOn', action('remind', 'accountManager'), false],
  ['a call', 1, 'dueOn', action('task'), false],
] as const)('%s', (_, offsetDays, anchor, actions, expected) => {
  expect(isLetterAfterDueDate({ code: 'C', anchor, offsetDays, dayKind: 'business', actions: [] }, actions)).toBe(expected);
});

describe('a client whose class changes', () => {
  test('to a higher one: what comes next moves, what was done stays', () => {
    const life = new PolicyLife(BEGINNING, { applied: C }).served('2026-12-09', A).until('2027-01-10');
    expect(life.story().slice(2)).toEqual([
      'C3 acted 2026-12-02',
      'C4 acted 2026-12-08', // as a C
      'C5 acted 2026-12-21',
      'C6 acted 2026-12-29',
      'C7 acted 2027-01-06',
    ]);
  });

  test('to a lower one before the letter: the letter comes, and what follows it keeps its days', () => {
    const life = new PolicyLife(BEGINNING, { applied: A }).served('2026-12-10', C).until('2027-01-31');
    // nobody woke it for the change, so it finds out on 18 Dec: ten days after a C gets his letter: what follows is ten days after a C's, too
    expect(life.story().slice(3)).toEqual([
      'C4 acted 2026-12-18',
      'C5 acted 2026-12-21',
      'C6 acted 2026-12-28',
      'C7 acted 2027-01-07',
      'C8 acted 2027-01-22',
    ]);
  });

  test('to a lower one after the letter: not suspended before the day that the letter named', () => {
    const patient = served('A', 30, 'standard'); // grace ends Thu 31 Dec, suspension on the 5th business day after it: Fri 8 Jan
    const life = new PolicyLife(BEGINNING, { applied: patient }).served('2026-12-16', C).until('2027-01-08');
    expect(life.story().slice(3)).toEqual(['C4 acted 2026-12-08', 'C5 acted 2026-12-31', 'C6 acted 2027-01-08']);
  });
});
