import { indicatorsAt } from './check-indicators.ts';
import type { BandOrder } from './hysteresis.ts';
import { fault, fieldsAt, numberAt, type Place, recordOf } from './json-place.ts';
import type { Hysteresis, Indicator, Side } from './model.ts';

const SCORE = { least: 0, most: 100 };

/** Indicators, and bands that cover the scores from 0 to 100: each reaches from its beginning to the next better one. */
export function sideAt<Band extends string>(place: Place, order: BandOrder<Band>): Side<Band> {
  const fields = fieldsAt(place, { required: ['indicators', 'bands'] });
  const indicators = indicatorsAt(fields.indicators);
  return { indicators, bands: bandsAt(fields.bands, order, bestScore(indicators)) };
}

function bandsAt<Band extends string>(place: Place, order: BandOrder<Band>, best: number): Side<Band>['bands'] {
  const places = fieldsAt(place, { required: order });
  const bands = recordOf(order, (band) => numberAt(places[band], SCORE));
  const [top, middle, bottom] = order;
  if (bands[bottom] > 0) fault(places[bottom], `scores from 0 to ${bands[bottom]} are in no band: begin ${bottom} from 0`);
  for (const [better, worse] of [
    [top, middle],
    [middle, bottom],
  ] as const) {
    if (bands[better] <= bands[worse]) fault(places[better], `${better} overlaps ${worse}: begin it from more than ${bands[worse]}`);
  }
  if (bands[top] > best) fault(places[top], `no score can be above ${best}: begin ${top} from ${best} or less, or give more points`);
  return bands;
}

/** The most that the indicators give, all of them at their best. NaN when one is at fault, and then nothing is said of it. */
const bestScore = (indicators: readonly Indicator[]): number =>
  indicators.length === 0
    ? Number.NaN
    : indicators.reduce((total, { weight, thresholds }) => total + weight * Math.max(...thresholds.map(({ points }) => points)), 0) / 100;

/** A margin as wide as a band would have a score jump over the band to leave the one before it. */
export function hysteresisAt(place: Place, sides: readonly Side<string>[]): Hysteresis {
  const fields = fieldsAt(place, { required: ['marginPoints', 'reassessments'] });
  const marginPoints = numberAt(fields.marginPoints, SCORE);
  const narrowest = Math.min(...sides.flatMap(widths));
  if (narrowest > 0 && marginPoints >= narrowest) {
    fault(fields.marginPoints, `the narrowest band is ${narrowest} points wide: write less than ${narrowest}`);
  }
  return { marginPoints, reassessments: numberAt(fields.reassessments, { least: 1, most: 24 }) };
}

function widths({ bands }: Side<string>): readonly number[] {
  const starts = [...Object.values(bands), 100].toSorted((a, b) => a - b);
  return starts.slice(1).map((start, index) => start - (starts[index] ?? 0));
}
