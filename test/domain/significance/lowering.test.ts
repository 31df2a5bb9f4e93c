import { expect, test } from 'vitest';
import { type AssessmentOutcome, assess } from '../../../shared/domain/significance/assess.ts';
import type { Assignment } from '../../../shared/domain/significance/assignment.ts';
import { approveLowering, declineLowering } from '../../../shared/domain/significance/lowering.ts';
import { dialled, dialModel } from './clients.ts';

const AUTOMATIC = dialModel();
const ASKING = dialModel({ lowering: { needsApproval: true, approverRole: 'headOfSales' } });

function next(
  previous: Assignment | undefined,
  results: number,
  runId = `run-${results}`,
  model = ASKING,
): [AssessmentOutcome, Assignment] {
  const { outcome, assignment } = assess(model, { facts: dialled(55, results), previous, occasion: { kind: 'reassessment', runId } });
  return [outcome, assignment];
}

const [, IN_A] = next(undefined, 80); // P2F1

test('a model that asks nobody lowers at once', () => {
  expect(next(IN_A, 55, 'r1', AUTOMATIC)).toMatchObject(['moved', { resultBand: 'F2', class: 'B' }]);
});

test('a lower class waits for approval; cell and class stay, and it is said once', () => {
  const [outcome, waiting] = next(IN_A, 55, 'r1');
  expect([outcome, waiting]).toMatchObject([
    'loweringProposed',
    { resultBand: 'F1', class: 'A', pendingLowering: { resultBand: 'F2', class: 'B' } },
  ]);
  const [again, still] = next(waiting, 55, 'r2');
  expect(again).toBe('unchanged');
  expect(still.pendingLowering).toEqual(waiting.pendingLowering);
});

test('approved, the client is where the model had it, and streaks start anew', () => {
  const [, waiting] = next(IN_A, 55);
  const approved = approveLowering(waiting);
  expect(approved).toMatchObject({ resultBand: 'F2', class: 'B', streaks: { results: { top: 0, middle: 0 } } });
  expect(approved).not.toHaveProperty('pendingLowering');
  expect(approveLowering(approved)).toBe(approved);
  expect(next(approved, 55, 'r3')[0]).toBe('unchanged');
});

test('declined, the same lowering is not proposed again, a deeper one is', () => {
  const [, waiting] = next(IN_A, 55);
  const declined = declineLowering(waiting);
  expect(declined).not.toHaveProperty('pendingLowering');
  const [outcome, still] = next(declined, 55, 'r2');
  expect([outcome, still.class]).toEqual(['unchanged', 'A']);
  expect(next(still, 20, 'r3')).toMatchObject(['loweringProposed', { class: 'A', pendingLowering: { class: 'C' } }]);
});

test('after a better score a declined lowering may be proposed anew', () => {
  const [, recovered] = next(declineLowering(next(IN_A, 55)[1]), 80, 'r2');
  expect(recovered).not.toHaveProperty('declinedLowering');
  expect(next(recovered, 55, 'r3')[0]).toBe('loweringProposed');
});

test('a better score withdraws a waiting lowering', () => {
  const [outcome, assignment] = next(next(IN_A, 55)[1], 80, 'r2');
  expect(outcome).toBe('loweringWithdrawn');
  expect(assignment).not.toHaveProperty('pendingLowering');
});

test('a lowering that came by staying past the threshold goes on waiting while it stays', () => {
  const [, held] = next(IN_A, 69, 'r1');
  const [proposed, waiting] = next(held, 69, 'r2');
  const [unchanged, still] = next(waiting, 69, 'r3');
  expect([held.pendingLowering, proposed, unchanged, still.pendingLowering?.resultBand]).toEqual([
    undefined,
    'loweringProposed',
    'unchanged',
    'F2',
  ]);
});

test('a rise needs nobody', () => {
  const [, inB] = next(undefined, 55);
  expect(next(inB, 80, 'r1')).toMatchObject(['moved', { class: 'A' }]);
});
