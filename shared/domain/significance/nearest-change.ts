import type { SignificanceClass } from '../regulation.ts';
import type { Assessment, SideAssessment } from './assess.ts';
import type { Streaks } from './assignment.ts';
import type { BandOrder, Boundary } from './hysteresis.ts';
import { POTENTIAL_BANDS, RESULT_BANDS, type Side, type SignificanceModel } from './model.ts';
import { weigh } from './score.ts';
import { type Direction, goalsOf, type IndicatorGoal } from './single-indicator.ts';

/** What would take a client to the band next to its own, up or down. */
export interface NearestChange {
  readonly from: string;
  readonly to: string;
  /** The class of the cell it would then be in. */
  readonly class: SignificanceClass;
  readonly by: ChangeBy;
}

/**
 * - indicator: this one alone is enough; `atOnce` unless the score passes by less than the margin and has to stay
 * - stays: the score is past the threshold already, for this many reassessments more
 * - several: no indicator alone is enough; how much score is wanting (or to spare, going down), in hundredths
 */
export type ChangeBy =
  | { readonly kind: 'indicator'; readonly goal: IndicatorGoal; readonly scoreHundredths: number; readonly atOnce: boolean }
  | { readonly kind: 'stays'; readonly reassessments: number }
  | { readonly kind: 'several'; readonly scoreHundredths: number };

/**
 * The nearest change of each band, up and down. A lowering that only waits for its approval is none: nothing is left to happen.
 * Each indicator is tried at each of its thresholds, and the one that has the shortest way to go along its own scale is taken.
 */
export function nearestChanges(model: SignificanceModel, { assignment, potential, results }: Assessment): readonly NearestChange[] {
  const { potentialBand, resultBand, streaks } = assignment;
  const inPotential = { side: model.potential, order: POTENTIAL_BANDS, held: potentialBand, streaks: streaks.potential, found: potential };
  const inResults = { side: model.results, order: RESULT_BANDS, held: resultBand, streaks: streaks.results, found: results };
  return [
    ...changesOf(model, inPotential).map((change) => ({ ...change, class: model.matrix[change.to][resultBand] })),
    ...changesOf(model, inResults).map((change) => ({ ...change, class: model.matrix[potentialBand][change.to] })),
  ];
}

interface Standing<Band extends string> {
  readonly side: Side<Band>;
  readonly order: BandOrder<Band>;
  readonly held: Band;
  readonly streaks: Streaks;
  readonly found: SideAssessment<Band>;
}

interface SideChange<Band extends string> {
  readonly from: Band;
  readonly to: Band;
  readonly by: ChangeBy;
}

function changesOf<Band extends string>(model: SignificanceModel, standing: Standing<Band>): readonly SideChange<Band>[] {
  const { order, held } = standing;
  const changes = (['up', 'down'] as const).map((direction) => {
    const to = order[order.indexOf(held) + (direction === 'up' ? -1 : 1)];
    const by = to && changeBy(model, standing, direction);
    return to && by && { from: held, to, by };
  });
  return changes.filter((change) => change !== undefined);
}

function changeBy<Band extends string>(model: SignificanceModel, standing: Standing<Band>, direction: Direction): ChangeBy | undefined {
  const { side, order, held, streaks, found } = standing;
  const boundary: Boundary = (direction === 'up') === (held === order[1]) ? 'top' : 'middle';
  const threshold = side.bands[order[boundary === 'top' ? 0 : 1]] * 100;
  const isPast = (score: number): boolean => (direction === 'up' ? score >= threshold : score < threshold);
  const isFarPast = (score: number): boolean => isPast(score) && Math.abs(score - threshold) >= model.hysteresis.marginPoints * 100;
  const { scoreHundredths } = found.score;
  if (isPast(scoreHundredths)) {
    const reassessments = model.hysteresis.reassessments - streaks[boundary];
    return isFarPast(scoreHundredths) || reassessments <= 0 ? undefined : { kind: 'stays', reassessments };
  }
  const goal = nearestGoal(found, direction, isPast);
  if (!goal) return { kind: 'several', scoreHundredths: Math.abs(threshold - scoreHundredths) };
  const score = scoreWith(found, goal);
  return { kind: 'indicator', goal, scoreHundredths: score, atOnce: isFarPast(score) || model.hysteresis.reassessments === 1 };
}

function nearestGoal(found: SideAssessment<string>, direction: Direction, isPast: (score: number) => boolean): IndicatorGoal | undefined {
  const goals = found.score.indicators.flatMap((scored) => goalsOf(scored, direction));
  const enough = goals.filter((goal) => isPast(scoreWith(found, goal)));
  return enough.toSorted((a, b) => a.distance - b.distance || (direction === 'up' ? a.points - b.points : b.points - a.points))[0];
}

function scoreWith(found: SideAssessment<string>, goal: IndicatorGoal): number {
  return weigh(
    found.score.indicators.map(({ indicator, points }) => ({
      weight: indicator.weight,
      points: indicator.code === goal.indicator.code ? goal.points : points,
    })),
  );
}
