import type { Indicator, MissingTreatment } from '../../shared/domain/significance/model.ts';
import type { MissingReason } from '../../shared/domain/significance/reading.ts';
import type { IndicatorScore, ScoredValue } from '../../shared/domain/significance/score.ts';
import { presentMoney } from '../http/present-money.ts';

/** One indicator: its value, its points, the threshold it met, and why in words. */
export function presentIndicator(scored: IndicatorScore) {
  const { code, title, source, unit, direction, weight } = scored.indicator;
  const indicator = { code, title, source, unit, direction, weight };
  if (scored.kind === 'missing') {
    const { reason, countedAs, points } = scored;
    return { ...indicator, value: null, missing: { reason, countedAs }, points: points ?? null, why: whyMissing(reason, countedAs) };
  }
  const { value, points, met, next, withoutRate } = scored;
  return {
    ...indicator,
    value: presentValue(scored.indicator, value),
    points,
    threshold: met,
    ...(next ? { nextThreshold: next } : {}),
    ...(withoutRate.length > 0 ? { withoutRate } : {}),
    why: whyPoints(scored),
  };
}

const presentValue = (indicator: Indicator, value: number) =>
  indicator.unit === 'money' ? presentMoney({ amountMinor: value, currency: indicator.currency }) : value;

function whyPoints({ indicator, points, met, withoutRate }: ScoredValue): string {
  const currency = indicator.unit === 'money' ? ` ${indicator.currency}` : '';
  const left = withoutRate.length > 0 ? `; amounts in ${withoutRate.join(', ')} are left out: the model has no rate for them` : '';
  return `${points} points from ${met.from}${currency}${left}`;
}

const REASONS: Readonly<Record<MissingReason, string>> = {
  notGiven: 'not given',
  otherUnit: 'given in another unit than the model asks for',
  noRate: 'given in a currency that the model has no rate for',
  nothingDue: 'nothing was due in the last 12 months',
};

const TREATMENTS: Readonly<Record<MissingTreatment, string>> = {
  zero: 'counts as no points',
  neutral: 'counts as half of the points',
  ignore: 'is left out, and the others share its weight',
};

const whyMissing = (reason: MissingReason, countedAs: MissingTreatment): string => `${REASONS[reason]}; ${TREATMENTS[countedAs]}`;
