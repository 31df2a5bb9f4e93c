import type { Place } from '../../regulation-check/place.ts';
import type { Draft } from '../../regulation-check/readers.ts';
import type { BandOrder } from '../hysteresis.ts';
import { POTENTIAL_BANDS, RESULT_BANDS } from '../model.ts';
import type { ModelShape, SideShape } from './shape.ts';

/** Bands cover the scores from 0 to 100, each from its beginning to the next better one, and the best can be reached. */
export function bandsCoverTheScore({ potential, results }: Draft<ModelShape>, place: Place): void {
  if (potential) check(potential, POTENTIAL_BANDS, place.at('potential', 'bands'));
  if (results) check(results, RESULT_BANDS, place.at('results', 'bands'));
}

function check<Band extends string>({ indicators, bands }: Draft<SideShape<Band>>, order: BandOrder<Band>, place: Place): void {
  if (!bands) return;
  const [top, middle, bottom] = order;
  const lowest = bands[bottom];
  if (lowest) place.at(bottom).report(`is ${lowest}, so that scores from 0 to ${lowest} have no band; give 0`);
  above(bands[top], bands[middle], { name: middle, at: place.at(top) });
  above(bands[middle], bands[bottom], { name: bottom, at: place.at(middle) });
  const best = bestScore(indicators ?? []);
  const start = bands[top];
  if (start !== undefined && start > best)
    place.at(top).report(`is ${start}, and no score is above ${best}; give ${Math.floor(best)} or less, or more points`);
}

function above(better: number | undefined, worse: number | undefined, { name, at }: { readonly name: string; readonly at: Place }): void {
  if (better !== undefined && worse !== undefined && better <= worse)
    at.report(`is ${better} and overlaps ${name}; give more than ${worse}`);
}

/** All indicators at their best: 35 × 80 + 65 × 100 → 93. NaN, which nothing exceeds, when not all of them could be read. */
function bestScore(indicators: SideShape<string>['indicators']): number {
  const weighted = indicators.map((indicator) => {
    const points = (indicator?.thresholds ?? []).map((threshold) => threshold?.points ?? Number.NaN);
    return points.length === 0 ? Number.NaN : (indicator?.weight ?? Number.NaN) * Math.max(...points);
  });
  return weighted.length === 0 ? Number.NaN : weighted.reduce((total, part) => total + part, 0) / 100;
}

/** With a margin as wide as a band a score would have to leap over the band to leave the one before it. */
export function marginIsNarrowerThanBands({ hysteresis, potential, results }: Draft<ModelShape>, place: Place): void {
  const margin = hysteresis?.marginPoints;
  const narrowest = Math.min(...[potential?.bands, results?.bands].flatMap((bands) => widths(Object.values(bands ?? {}))));
  if (margin === undefined || narrowest <= 0 || margin < narrowest) return;
  place.at('hysteresis', 'marginPoints').report(`is ${margin}, and the narrowest band is ${narrowest} wide; give less than ${narrowest}`);
}

function widths(starts: readonly (number | undefined)[]): readonly number[] {
  const ascending = [...starts.filter((start) => start !== undefined), 100].toSorted((a, b) => a - b);
  return ascending.slice(1).map((start, index) => start - (ascending[index] ?? 0));
}
