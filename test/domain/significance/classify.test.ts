import { describe, expect, test } from 'vitest';
import type { HeldSignificance } from '../../../shared/domain/significance/classified-client.ts';
import { classify } from '../../../shared/domain/significance/classify.ts';
import { conditionsFor } from '../../../shared/domain/significance/published-model.ts';
import { dialled, dialModel } from './clients.ts';

const PUBLISHED = { version: 3, model: dialModel() };
const AT = '2026-11-22T08:00:00.000Z';
const LATER = '2026-11-29T08:00:00.000Z';

const change = (potential: number, results: number, held?: HeldSignificance, published = PUBLISHED) =>
  classify(published, { facts: dialled(potential, results), held, occasion: { kind: 'change' }, at: held ? LATER : AT, by: 'core-system' });

const rerun = (results: number, held: HeldSignificance, runId: string, published = PUBLISHED) =>
  classify(published, { facts: dialled(80, results), held, occasion: { kind: 'reassessment', runId }, at: LATER, by: 'system' });

const held = (potential: number, results: number): HeldSignificance => {
  const classified = change(potential, results);
  if (!classified) throw new Error('a client without a class gets one');
  return classified.significance;
};

test('a first class is kept with when, by which version and why', () => {
  const first = change(80, 55);
  expect(first?.significance).toMatchObject({ potentialBand: 'P1', resultBand: 'F2', class: 'A', assignedAt: AT, modelVersion: 3 });
  expect(first?.record).toMatchObject({ at: AT, by: 'core-system', event: 'assigned', modelVersion: 3, occasion: { kind: 'change' } });
  expect(first?.record).not.toHaveProperty('from');
  expect(first?.record?.why?.results).toEqual({
    scoreHundredths: 5500,
    because: 'first',
    indicators: [{ code: 'results', value: 55, points: 55 }],
  });
});

describe('what is written', () => {
  test('nothing when nothing changes', () => {
    expect(change(80, 55, held(80, 55))).toBeUndefined();
    expect(rerun(55, held(80, 55), 'run-1')).toBeUndefined();
  });

  test('a score that moves within its band is kept, and is no history', () => {
    const moved = change(90, 55, held(80, 55));
    expect(moved?.significance).toMatchObject({ scoresHundredths: { potential: 9000, results: 5500 }, assignedAt: AT });
    expect(moved?.record).toBeUndefined();
  });

  test('a streak is kept, once a run', () => {
    const once = rerun(71, held(80, 55), 'run-1');
    expect(once?.significance).toMatchObject({ resultBand: 'F2', streaks: { results: { top: 1, middle: 0 } }, countedRunId: 'run-1' });
    expect(once && rerun(71, once.significance, 'run-1')).toBeUndefined();
    const twice = once && rerun(71, once.significance, 'run-2');
    expect(twice?.record).toMatchObject({ event: 'moved', from: { class: 'A', resultBand: 'F2' }, to: { class: 'A', resultBand: 'F1' } });
    expect(twice?.significance.assignedAt).toBe(LATER);
  });

  test('a new version of the model, though nothing moves: the next one is compared with it', () => {
    const renewed = rerun(55, held(80, 55), 'run-1', { version: 4, model: dialModel() });
    expect(renewed?.significance).toMatchObject({ modelVersion: 4, assignedAt: AT });
    expect(renewed?.record).toBeUndefined();
  });

  test('a cell whose class a new version changes', () => {
    const matrix = { ...dialModel().matrix, P1: { F1: 'A', F2: 'B', F3: 'B' } } as const;
    const renewed = rerun(55, held(80, 55), 'run-1', { version: 4, model: dialModel({ matrix }) });
    expect(renewed?.record).toMatchObject({ event: 'moved', from: { class: 'A' }, to: { class: 'B' }, modelVersion: 4 });
  });

  test('a lowering that waits for a person is proposed in the history, once', () => {
    const careful = { version: 3, model: dialModel({ lowering: { needsApproval: true, approverRole: 'headOfSales' } }) };
    const proposed = rerun(20, held(80, 55), 'run-1', careful);
    expect(proposed?.significance).toMatchObject({ class: 'A', pendingLowering: { class: 'B', resultBand: 'F3' }, assignedAt: AT });
    expect(proposed?.record).toMatchObject({ event: 'loweringProposed', to: { class: 'A' }, proposed: { class: 'B' } });
    expect(proposed && rerun(20, proposed.significance, 'run-1', careful)).toBeUndefined();
  });
});

test('a client is served by his class, and by the default class where he has none', () => {
  const { conditions } = PUBLISHED.model;
  expect(conditionsFor({ significance: held(80, 55) }, PUBLISHED)).toEqual({
    class: 'A',
    modelVersion: 3,
    conditions: conditions.A,
    standardGraceDays: 10,
  });
  expect(conditionsFor({}, PUBLISHED)).toMatchObject({ class: 'B', conditions: conditions.B });
});
