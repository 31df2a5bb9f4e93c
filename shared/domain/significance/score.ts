import type { Indicator, MissingTreatment, Rates, Side, Threshold } from './model.ts';
import { type ClientFacts, type MissingReason, type Reading, readIndicator, thresholdValue } from './reading.ts';

/** One side's score with the reason for every point of it. */
export interface SideScore {
  /** Hundredths of a point, 0–10,000. */
  readonly scoreHundredths: number;
  readonly indicators: readonly IndicatorScore[];
}

export type IndicatorScore = ScoredValue | ScoredMissing;

export interface ScoredValue {
  readonly kind: 'value';
  readonly indicator: Indicator;
  readonly value: number;
  readonly withoutRate: readonly string[];
  readonly points: number;
  readonly met: Threshold;
  /** The next threshold with more points; none when the value has the most. Where lower is better, the value must fall below `from` of `met`. */
  readonly next?: Threshold;
}

export interface ScoredMissing {
  readonly kind: 'missing';
  readonly indicator: Indicator;
  readonly reason: MissingReason;
  readonly countedAs: MissingTreatment;
  /** What it contributes; undefined when it is left out and the others share its weight. */
  readonly points: number | undefined;
}

const NEUTRAL_POINTS = 50;

export function scoreSide(side: Side<string>, facts: ClientFacts, rates: Rates): SideScore {
  const indicators = side.indicators.map((indicator) => scoreIndicator(indicator, readIndicator(indicator, facts, rates)));
  return { scoreHundredths: weigh(indicators.map(({ indicator, points }) => ({ weight: indicator.weight, points }))), indicators };
}

/**
 * The weighted mean of points, in hundredths, in integers. With all weights (100) it is exact; where some are left out it is
 * rounded down, so that rounding never lifts a score over a threshold.
 *
 * 40 % × 75 + 60 % × 50 → 6,000 (60.00). Weights 40 and 30 of 75 and 50 points, 30 left out: (3000 + 1500) / 70 → 6,428 (64.28).
 */
export function weigh(parts: readonly { readonly weight: number; readonly points: number | undefined }[]): number {
  let weights = 0;
  let weighted = 0;
  for (const { weight, points } of parts) {
    if (points === undefined) continue;
    weights += weight;
    weighted += weight * points;
  }
  return weights === 0 ? 0 : Math.floor((weighted * 100) / weights);
}

function scoreIndicator(indicator: Indicator, reading: Reading): IndicatorScore {
  if (reading.kind === 'missing') {
    const countedAs = indicator.missing;
    return { kind: 'missing', indicator, reason: reading.reason, countedAs, points: pointsOfMissing(countedAs) };
  }
  const { value, withoutRate } = reading;
  const met = metIndex(indicator, value);
  const next = indicator.thresholds[indicator.direction === 'higherIsBetter' ? met + 1 : met - 1];
  const threshold = thresholdAt(indicator, met);
  return { kind: 'value', indicator, value, withoutRate, points: threshold.points, met: threshold, ...(next && { next }) };
}

function pointsOfMissing(treatment: MissingTreatment): number | undefined {
  switch (treatment) {
    case 'zero':
      return 0;
    case 'neutral':
      return NEUTRAL_POINTS;
    case 'ignore':
      return undefined;
  }
}

/** The last threshold reached. The first is from 0 and no value is below it, so there always is one. */
export const metIndex = (indicator: Indicator, value: number): number =>
  Math.max(
    0,
    indicator.thresholds.findLastIndex(({ from }) => value >= thresholdValue(indicator, from)),
  );

export function thresholdAt(indicator: Indicator, index: number): Threshold {
  const threshold = indicator.thresholds[index];
  if (!threshold) throw new RangeError(`${indicator.code} has no threshold ${index}`);
  return threshold;
}
