import type { Indicator, Threshold } from './model.ts';
import { thresholdValue } from './reading.ts';
import { type IndicatorScore, metIndex, type ScoredMissing, type ScoredValue, thresholdAt } from './score.ts';

/** What one indicator would have to become to bring other points. */
export interface IndicatorGoal {
  readonly indicator: Indicator;
  readonly relation: 'atLeast' | 'below';
  /** In the unit that thresholds are written in: whole units of the currency for money. */
  readonly value: number;
  readonly points: number;
  /** How far the value has to go, as a share of the indicator's whole scale; a value we don't know is as far as can be. */
  readonly distance: number;
}

export type Direction = 'up' | 'down';

/** Every threshold of an indicator that would raise (or lower) its points. */
export function goalsOf(scored: IndicatorScore, direction: Direction): readonly IndicatorGoal[] {
  if (scored.kind === 'missing') return direction === 'up' ? goalsOfMissing(scored) : [];
  const met = metIndex(scored.indicator, scored.value);
  const isGoal = ({ points }: Threshold): boolean => (direction === 'up' ? points > scored.points : points < scored.points);
  return scored.indicator.thresholds.flatMap((threshold, index) => {
    if (!isGoal(threshold) || (index < met && scored.indicator.unit === 'years')) return []; // years with us don't grow fewer
    return [goalFrom(scored, met, index)];
  });
}

/** Up the scale a threshold is reached; down the scale the value falls below the next one. */
function goalFrom({ indicator, value }: ScoredValue, met: number, index: number): IndicatorGoal {
  const { points } = thresholdAt(indicator, index);
  const rises = index > met;
  const from = thresholdAt(indicator, rises ? index : index + 1).from;
  const scale = thresholdAt(indicator, indicator.thresholds.length - 1).from;
  const distance = Math.abs(thresholdValue(indicator, from) - value) / thresholdValue(indicator, scale);
  return { indicator, relation: rises ? 'atLeast' : 'below', value: from, points, distance };
}

/** Becoming known is a change too. The worst of an indicator's points come with any value: at least 0. */
function goalsOfMissing({ indicator }: ScoredMissing): readonly IndicatorGoal[] {
  const last = indicator.thresholds.length - 1;
  return indicator.thresholds.map(({ from, points }, index) => {
    if (indicator.direction === 'higherIsBetter') return { indicator, relation: 'atLeast', value: from, points, distance: 1 };
    if (index === last) return { indicator, relation: 'atLeast', value: 0, points, distance: 1 };
    return { indicator, relation: 'below', value: thresholdAt(indicator, index + 1).from, points, distance: 1 };
  });
}
