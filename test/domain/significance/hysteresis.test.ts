import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assess, type Occasion } from '../../../shared/domain/significance/assess.ts';
import type { Assignment } from '../../../shared/domain/significance/assignment.ts';
import { DIAL, dialled, dialModel } from './clients.ts';

const MODEL = dialModel({ hysteresis: { marginPoints: 3, reassessments: 2 } });

/** Assesses one score after another; each is a reassessment of its own unless the text before the number says 'change '. */
function bandsOf(scores: readonly (number | `change ${number}`)[]) {
  let previous: Assignment | undefined;
  return scores.map((score, index) => {
    const occasion: Occasion = typeof score === 'number' ? { kind: 'reassessment', runId: `run-${index}` } : { kind: 'change' };
    const value = typeof score === 'number' ? score : Number(score.slice('change '.length));
    const assessment = assess(MODEL, { facts: dialled(55, value), previous, occasion });
    previous = assessment.assignment;
    return `${assessment.assignment.resultBand} ${assessment.results.step.because}`;
  });
}

/*
 * F1 from 70, F2 from 40; margin 3 points; 2 reassessments in a row.
 * Up: 73 is past 70 by the margin, 72 is not. Down: 67 is past 70 by the margin, 68 is not.
 */
test.each([
  ['the first assessment goes by the score alone', [70], ['F1 first']],
  ['up by the margin at once', [55, 73], ['F2 first', 'F1 passedByMargin']],
  ['up by less is held, and granted when it stays', [55, 72, 71], ['F2 first', 'F2 held', 'F1 stayedPast']],
  ['up by less and back: nothing', [55, 72, 69, 72], ['F2 first', 'F2 held', 'F2 unchanged', 'F2 held']],
  ['down by the margin at once', [80, 67], ['F1 first', 'F2 passedByMargin']],
  ['down by less is held, and happens when it stays', [80, 68, 69], ['F1 first', 'F1 held', 'F2 stayedPast']],
  ['down by less and back: nothing', [80, 69, 70, 69], ['F1 first', 'F1 held', 'F1 unchanged', 'F1 held']],
  ['two bands up at once', [20, 73], ['F3 first', 'F1 passedByMargin']],
  ['two bands down at once', [80, 37], ['F1 first', 'F3 passedByMargin']],
  ['the near band at once, the far one when it stays', [20, 71, 71], ['F3 first', 'F2 passedByMargin', 'F1 stayedPast']],
  ['the same downwards', [80, 39, 39], ['F1 first', 'F2 passedByMargin', 'F3 stayedPast']],
  ['after a move the way back has its own margin', [55, 73, 68, 67], ['F2 first', 'F1 passedByMargin', 'F1 held', 'F2 passedByMargin']],
  [
    'a change of the client counts towards no streak',
    [55, 'change 71', 'change 71', 71, 71],
    ['F2 first', 'F2 held', 'F2 held', 'F2 held', 'F1 stayedPast'],
  ],
  ['a change that takes the score back ends the streak', [55, 71, 'change 69', 71], ['F2 first', 'F2 held', 'F2 unchanged', 'F2 held']],
  ['a change by the margin moves at once', [55, 'change 73'], ['F2 first', 'F1 passedByMargin']],
] as const)('%s', (_, scores, expected) => {
  expect(bandsOf(scores)).toEqual(expected);
});

test('the same reassessment delivered twice counts once', () => {
  const once = (previous: Assignment | undefined, score: number, runId: string) =>
    assess(MODEL, { facts: dialled(55, score), previous, occasion: { kind: 'reassessment', runId } }).assignment;
  const first = once(once(undefined, 55, 'march'), 71, 'april');
  expect(once(first, 71, 'april')).toEqual(first);
  expect(once(first, 71, 'may').resultBand).toBe('F1');
});

test('a score that stays where it is comes to rest in its own band', () => {
  fc.assert(
    fc.property(fc.constantFrom(...DIAL), fc.constantFrom(...DIAL), (from, to) => {
      const byScore = to >= 70 ? 'F1' : to >= 40 ? 'F2' : 'F3';
      expect(bandsOf([from, to, to]).at(-1)).toMatch(byScore);
    }),
  );
});

test('a score closer to a threshold than the margin never moves a client back and forth', () => {
  const near = fc.constantFrom(68, 69, 70, 71, 72);
  fc.assert(
    fc.property(fc.array(fc.tuple(near, near), { minLength: 2, maxLength: 12 }), (pairs) => {
      const alternating = pairs.flatMap(([a, b]) => [Math.min(a, 69), Math.max(b, 70)]);
      expect(new Set(bandsOf([55, ...alternating]).map((band) => band.slice(0, 2)))).toEqual(new Set(['F2']));
    }),
  );
});
