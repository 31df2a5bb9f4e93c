import { exponentOf } from '../currency.ts';
import { conditionsAt, loweringAt } from './check-conditions.ts';
import { hysteresisAt, sideAt } from './check-side.ts';
import { entriesAt, type Fault, fault, fieldsAt, numberAt, oneOf, type Place, placeOf, textAt, within } from './json-place.ts';
import {
  type Indicator,
  POTENTIAL_BANDS,
  type Rates,
  RESULT_BANDS,
  SIGNIFICANCE_CLASSES,
  type SignificanceMatrix,
  type SignificanceModel,
} from './model.ts';
import { RATE_PATTERN } from './rates.ts';

export type CheckedModel =
  | { readonly ok: true; readonly model: SignificanceModel }
  | { readonly ok: false; readonly faults: readonly Fault[] };

const FIELDS = ['potential', 'results', 'matrix', 'conditions', 'defaultClass', 'rates', 'hysteresis', 'lowering'] as const;

/**
 * A model from JSON, checked whole: all faults at once, each with its place and its cure. A `version` is let pass, so that what
 * was read can be sent back changed; the next one is given when the model is stored.
 */
export function checkModel(json: unknown): CheckedModel {
  const place = placeOf(json);
  const fields = fieldsAt(place, { required: FIELDS, optional: ['version'] });
  if (fields.version) numberAt(fields.version, { least: 0, most: Number.MAX_SAFE_INTEGER });
  const potential = sideAt(fields.potential, POTENTIAL_BANDS);
  const results = sideAt(fields.results, RESULT_BANDS);
  const model: SignificanceModel = {
    potential,
    results,
    matrix: matrixAt(fields.matrix),
    conditions: conditionsAt(fields.conditions),
    defaultClass: oneOf(fields.defaultClass, SIGNIFICANCE_CLASSES),
    rates: ratesAt(fields.rates),
    hysteresis: hysteresisAt(fields.hysteresis, [potential, results]),
    lowering: loweringAt(fields.lowering),
  };
  checkAcrossSides(place, model);
  return place.faults.length === 0 ? { ok: true, model } : { ok: false, faults: place.faults };
}

function matrixAt(place: Place): SignificanceMatrix {
  const rows = fieldsAt(place, { required: POTENTIAL_BANDS });
  const rowAt = (row: Place) => {
    const cells = fieldsAt(row, { required: RESULT_BANDS });
    const classAt = (cell: Place) => oneOf(cell, SIGNIFICANCE_CLASSES);
    return { F1: classAt(cells.F1), F2: classAt(cells.F2), F3: classAt(cells.F3) };
  };
  return { P1: rowAt(rows.P1), P2: rowAt(rows.P2), P3: rowAt(rows.P3) };
}

const RATE = { pattern: RATE_PATTERN, wanted: 'a decimal in quotes, such as "41.50": at most 9 digits and 9 decimals' };

function ratesAt(place: Place): Rates {
  const rates = entriesAt(place).map(([currency, rate]) => {
    if (exponentOf(currency) === undefined) fault(rate, `${currency} is no active ISO 4217 currency: remove it, or write one that is`);
    const worth = textAt(rate, RATE);
    if (/^[0.]+$/.test(worth)) fault(rate, 'a rate is more than 0: write what one unit is worth in the common currency');
    return [currency, worth] as const;
  });
  return Object.fromEntries(rates);
}

interface Located {
  readonly indicator: Indicator;
  readonly at: Place;
}

/** What only both sides together can tell: an indicator counted twice, a currency that nothing converts to. */
function checkAcrossSides(place: Place, { potential, results, rates }: SignificanceModel): void {
  const locate = (name: string, indicators: readonly Indicator[]): readonly Located[] =>
    indicators.map((indicator, index) => ({ indicator, at: within(within(within(place, name), 'indicators'), String(index)) }));
  const located = [...locate('potential', potential.indicators), ...locate('results', results.indicators)];
  checkCodes(located);
  const isBlamed = place.faults.some(({ pointer }) => pointer === '/rates');
  if (!isBlamed) checkCurrencies(located, rates);
}

function checkCodes(located: readonly Located[]): void {
  const seen = new Map<string, string>();
  for (const { indicator, at } of located) {
    if (indicator.code === '') continue; // blamed already
    const first = seen.get(indicator.code);
    if (first === undefined) seen.set(indicator.code, at.pointer);
    else fault(within(at, 'code'), `${indicator.code} is at ${first} already: count it once`);
  }
}

function checkCurrencies(located: readonly Located[], rates: Rates): void {
  for (const { indicator, at } of located) {
    if (indicator.unit !== 'money' || indicator.currency === '' || Object.hasOwn(rates, indicator.currency)) continue;
    fault(within(at, 'currency'), `no rate for ${indicator.currency}: add it to /rates`);
  }
}
