import { entries } from '../../regulation-check/entries.ts';
import type { Place } from '../../regulation-check/place.ts';
import type { Draft } from '../../regulation-check/readers.ts';
import type { Unit } from '../model.ts';
import type { IndicatorShape, ModelShape } from './shape.ts';

type Rule = (indicator: Draft<IndicatorShape>, place: Place) => void;

const ofEachIndicator =
  (rule: Rule) =>
  (model: Draft<ModelShape>, place: Place): void => {
    for (const side of ['potential', 'results'] as const) {
      for (const [i, indicator] of entries(model[side]?.indicators)) rule(indicator, place.at(side, 'indicators', i, 'thresholds'));
    }
  };

/** Each threshold reaches to the next: there are no gaps when the first is from 0, and no overlaps when they ascend. */
export const thresholdsCoverTheScale = ofEachIndicator(({ thresholds }, place) => {
  let before: number | undefined;
  for (const [i, threshold] of (thresholds ?? []).entries()) {
    const from = threshold?.from;
    const at = place.at(i, 'from');
    if (i === 0 && from) at.report(`is ${from}, so that values from 0 to ${from} have no threshold; give 0`);
    if (from !== undefined && before !== undefined && from <= before)
      at.report(`is ${from} and overlaps the one before it; give more than ${before}`);
    before = from;
  }
});

/** Better values have more points; two thresholds with the same would be one. */
export const pointsFollowTheDirection = ofEachIndicator(({ thresholds, direction }, place) => {
  let before: number | undefined;
  for (const [i, threshold] of (thresholds ?? []).entries()) {
    const points = threshold?.points;
    if (points !== undefined && before !== undefined && direction !== undefined) {
      const rises = direction === 'higherIsBetter';
      const follows = rises ? points > before : points < before;
      if (!follows) place.at(i, 'points').report(`is ${points} where ${direction}; give ${rises ? 'more' : 'less'} than ${before}`);
    }
    before = points;
  }
});

/** Whole but for ratios, whose values are cut to 4 decimals. Money is in whole units: as minor units of 3 decimals it is still exact. */
const MOST: Readonly<Record<Unit, number>> = { count: 1_000_000_000, years: 200, ratio: 100, money: 1_000_000_000_000 };

export const thresholdsFitTheUnit = ofEachIndicator(({ thresholds, unit }, place) => {
  if (unit === undefined) return;
  for (const [i, { from }] of entries(thresholds)) {
    if (from === undefined) continue;
    const at = place.at(i, 'from');
    if (unit !== 'ratio' && !Number.isInteger(from)) at.report(`is ${from}, and the unit is "${unit}"; give a whole number`);
    if (from > MOST[unit]) at.report(`is ${from}, and the unit is "${unit}"; give at most ${MOST[unit]}`);
  }
});
