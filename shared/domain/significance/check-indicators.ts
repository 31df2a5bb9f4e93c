import { exponentOf } from '../currency.ts';
import { type Bounds, fault, fieldsAt, itemsAt, numberAt, oneOf, type Place, textAt, within } from './json-place.ts';
import { COMPUTED_INDICATORS, type Indicator, MISSING_TREATMENTS, type Threshold, UNITS, type Unit } from './model.ts';

const ONE_LINE = { pattern: /^[^\p{Cc}]{1,200}$/u, wanted: 'a text of 1 to 200 characters in one line' };
const CODE = { pattern: /^[A-Za-z][A-Za-z0-9]{0,63}$/, wanted: 'a name of letters and digits that begins with a letter, at most 64' };
const CURRENCY = { pattern: /^[A-Z]{3}$/, wanted: 'an ISO 4217 currency, such as UAH' };

/** Points and weights are whole, so that scores are added in integers. */
const POINTS = { least: 0, most: 100 };
const WEIGHT = { least: 1, most: 100 };

/** The largest thresholds; money in whole units, which as minor units of three decimals is still an exact integer. */
const SCALE: Readonly<Record<Unit, Bounds>> = {
  money: { least: 0, most: 1_000_000_000_000 },
  count: { least: 0, most: 1_000_000_000 },
  years: { least: 0, most: 200 },
  ratio: { least: 0, most: 100, decimals: 4 },
};
const ANY_SCALE: Bounds = { ...SCALE.money, decimals: 4 };

export function indicatorsAt(place: Place): readonly Indicator[] {
  const indicators = itemsAt(place, { least: 1, most: 20 }).map(indicatorAt);
  const total = indicators.reduce((sum, { weight }) => sum + weight, 0);
  if (indicators.length > 0 && Number.isFinite(total) && total !== 100) {
    fault(place, `weights add up to ${total}: change them so that they add up to 100`);
  }
  return indicators;
}

const FIELDS = ['code', 'title', 'source', 'unit', 'direction', 'weight', 'missing', 'thresholds'] as const;

function indicatorAt(place: Place): Indicator {
  const fields = fieldsAt(place, { required: FIELDS, optional: ['currency'] });
  const unit = oneOf(fields.unit, UNITS);
  const direction = oneOf(fields.direction, ['higherIsBetter', 'lowerIsBetter']);
  const common = {
    code: textAt(fields.code, CODE),
    title: textAt(fields.title, ONE_LINE),
    source: oneOf(fields.source, ['client', 'computed']),
    direction,
    weight: numberAt(fields.weight, WEIGHT),
    missing: oneOf(fields.missing, MISSING_TREATMENTS),
    thresholds: thresholdsAt(fields.thresholds, fields.unit.value === unit ? SCALE[unit] : ANY_SCALE),
  };
  if (fields.direction.value === direction) checkPoints(fields.thresholds, common.thresholds, direction);
  checkSource(fields, { code: common.code, source: common.source, unit });
  if (unit === 'money') return { ...common, unit, currency: currencyAt(fields.currency ?? within(place, 'currency')) };
  if (fields.currency && fields.unit.value === unit)
    fault(fields.currency, 'only money has a currency: remove it, or write the unit "money"');
  return { ...common, unit };
}

function currencyAt(place: Place): string {
  const currency = textAt(place, CURRENCY);
  if (currency !== '' && exponentOf(currency) === undefined) fault(place, `${currency} is no active ISO 4217 currency: write one that is`);
  return currency;
}

/** Results are computed, never typed in: what we know ourselves is not taken from the client, and we compute nothing else. */
function checkSource(
  places: Readonly<Record<'code' | 'source' | 'unit', Place>>,
  { code, source, unit }: Pick<Indicator, 'code' | 'source' | 'unit'>,
): void {
  if (code === '' || places.source.value !== source) return; // blamed already
  const computed = Object.entries(COMPUTED_INDICATORS).find(([name]) => name === code);
  if (source === 'client') {
    if (computed) fault(places.source, `${code} is computed from policies and payments: write "computed"`);
    return;
  }
  if (!computed) {
    fault(places.code, `nothing computes ${code}: write one of ${Object.keys(COMPUTED_INDICATORS).join(', ')}, or the source "client"`);
  } else if (places.unit.value === unit && computed[1] !== unit) {
    fault(places.unit, `${code} is computed as ${computed[1]}: write "${computed[1]}"`);
  }
}

/** Each threshold reaches to the next, so there can be no gaps when the first is from 0, and no overlaps when they ascend. */
function thresholdsAt(place: Place, scale: Bounds): readonly Threshold[] {
  let before = Number.NaN;
  return itemsAt(place, { least: 2, most: 20 }).map((item, index) => {
    const fields = fieldsAt(item, { required: ['from', 'points'] });
    const from = numberAt(fields.from, scale);
    if (index === 0 && from > 0) fault(fields.from, `values from 0 to ${from} are in no threshold: begin the first from 0`);
    if (from <= before) fault(fields.from, `${from} overlaps the threshold from ${before}: write more than ${before}`);
    before = from;
    return { from, points: numberAt(fields.points, POINTS) };
  });
}

/** Points follow the direction at every threshold; two with the same points would be one. */
function checkPoints(place: Place, thresholds: readonly Threshold[], direction: Indicator['direction']): void {
  const rises = direction === 'higherIsBetter';
  for (const [index, { points }] of thresholds.entries()) {
    const before = thresholds[index - 1]?.points ?? Number.NaN;
    if (rises ? points > before : points < before) continue;
    if (Number.isNaN(before) || Number.isNaN(points)) continue;
    const wanted = rises ? `higher is better, so write more than ${before}` : `lower is better, so write less than ${before}`;
    fault(within(within(place, String(index)), 'points'), `${points} points come after ${before}: ${wanted}`);
  }
}
