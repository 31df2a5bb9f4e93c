import { entries } from '../../regulation-check/entries.ts';
import type { Place } from '../../regulation-check/place.ts';
import type { Draft } from '../../regulation-check/readers.ts';
import { COMPUTED_INDICATORS } from '../model.ts';
import type { IndicatorShape, ModelShape } from './shape.ts';

type Located = readonly (readonly [Place, Draft<IndicatorShape>])[];

/** The indicators of one side that could be read, each with its place. */
const indicatorsOf = (model: Draft<ModelShape>, side: 'potential' | 'results', place: Place): Located =>
  entries(model[side]?.indicators).map(([i, indicator]) => [place.at(side, 'indicators', i), indicator]);

const allIndicators = (model: Draft<ModelShape>, place: Place): Located => [
  ...indicatorsOf(model, 'potential', place),
  ...indicatorsOf(model, 'results', place),
];

/** Scores are weighted means: each side's weights make a whole. Said only when every weight could be read. */
export function weightsMakeAWhole(model: Draft<ModelShape>, place: Place): void {
  for (const side of ['potential', 'results'] as const) {
    const weights = (model[side]?.indicators ?? []).map((indicator) => indicator?.weight ?? Number.NaN);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    if (total > 0 && total !== 100) place.at(side, 'indicators').report(`have weights of ${total} together; make them 100`);
  }
}

/** An indicator that is counted twice would weigh more than the model says. */
export function codesAreUnique(model: Draft<ModelShape>, place: Place): void {
  const seen = new Map<string, Place>();
  for (const [at, { code }] of allIndicators(model, place)) {
    if (code === undefined) continue;
    const first = seen.get(code);
    if (first) at.at('code').report(`"${code}" is at ${first.pointer} already; count it once`);
    else seen.set(code, at);
  }
}

/** Results are computed, never typed in: what we know ourselves is not taken from the client, and we compute nothing else. */
export function sourcesExist(model: Draft<ModelShape>, place: Place): void {
  const computable = new Map<string, string>(Object.entries(COMPUTED_INDICATORS));
  for (const [at, { code, source, unit }] of allIndicators(model, place)) {
    if (code === undefined || source === undefined) continue;
    const computedIn = computable.get(code);
    if (source === 'client' && computedIn)
      at.at('source').report(`is "client", but ${code} is computed from policies and payments; give "computed"`);
    if (source === 'client') continue;
    if (!computedIn)
      at.at('code').report(`"${code}" is computed by nobody; give one of ${[...computable.keys()].join(', ')}, or the source "client"`);
    else if (unit !== undefined && unit !== computedIn)
      at.at('unit').report(`is "${unit}", but ${code} is computed as "${computedIn}"; give that`);
  }
}

/** Money is compared in one currency, to which the model's rates convert. */
export function moneyHasACurrency(model: Draft<ModelShape>, place: Place): void {
  for (const [at, indicator] of allIndicators(model, place)) {
    const { unit, currency } = indicator;
    if (unit === undefined) continue;
    if (unit === 'money' && !Object.hasOwn(indicator, 'currency'))
      at.at('currency').report('is missing; give the currency of the thresholds such as "UAH"');
    if (unit !== 'money' && currency !== undefined) at.at('currency').report(`belongs to money, and the unit is "${unit}"; leave it out`);
    if (unit === 'money' && currency !== undefined && model.rates && !Object.hasOwn(model.rates, currency)) {
      at.at('currency').report(`is ${currency}, for which there is no rate; add it to /rates`);
    }
  }
}
