import { NO_STREAKS, type Streaks } from './assignment.ts';
import type { Hysteresis } from './model.ts';

/** Bands of one side, best first. */
export type BandOrder<Band extends string> = readonly [Band, Band, Band];

export interface BandScale<Band extends string> {
  readonly order: BandOrder<Band>;
  /** The score from which each band begins. */
  readonly bands: Readonly<Record<Band, number>>;
}

/** A band a client holds, and how long its score has been past the thresholds around it. */
export interface Held<Band extends string> {
  readonly band: Band;
  readonly streaks: Streaks;
}

/** What one assessment says of a band. `streaks` go with `band`; while a lowering waits, `heldStreaks` go with the band held. */
export interface BandStep<Band extends string> {
  readonly band: Band;
  readonly scoreBand: Band;
  readonly because: BandReason;
  readonly streaks: Streaks;
  readonly heldStreaks: Streaks;
}

/** first: no band before; unchanged: the score is in the band held; held: past a threshold, neither far nor long enough. */
export type BandReason = 'first' | 'unchanged' | 'passedByMargin' | 'stayedPast' | 'held';

export interface BandQuestion<Band extends string> {
  readonly scale: BandScale<Band>;
  readonly hysteresis: Hysteresis;
  readonly scoreHundredths: number;
  readonly held: Held<Band> | undefined;
  /** Whether this assessment is one of those that count towards staying past a threshold. */
  readonly counts: boolean;
}

/**
 * The next band. Each of the two thresholds of a side is looked at by itself: it is crossed when the score is beyond it by
 * the margin, or has been beyond it for N reassessments in a row. Nobody is in a band before the first assessment, so it goes
 * by the score alone.
 *
 * F1 from 70, margin 3, N 2, F2 held: 73 → F1 at once; 71 → F2 (held), 71 at the next reassessment → F1; 71, 69, 71 → F2.
 */
export function nextBand<Band extends string>(question: BandQuestion<Band>): BandStep<Band> {
  const { scale, scoreHundredths, held } = question;
  const scoreBand = bandOf(scale, scoreHundredths);
  if (!held) return { band: scoreBand, scoreBand, because: 'first', streaks: NO_STREAKS, heldStreaks: NO_STREAKS };
  const top = cross(question, held, 'top');
  const middle = cross(question, held, 'middle');
  const band = top.above ? scale.order[0] : middle.above ? scale.order[1] : scale.order[2];
  const heldStreaks = { top: top.streak, middle: middle.streak };
  return {
    band,
    scoreBand,
    because: reasonOf([top, middle]),
    streaks: streaksAfter(scale.order, held.band, band, heldStreaks),
    heldStreaks,
  };
}

export const bandOf = <Band extends string>({ order, bands }: BandScale<Band>, scoreHundredths: number): Band =>
  order.find((band) => scoreHundredths >= bands[band] * 100) ?? order[2];

/** Streaks once the band has changed: a threshold now held from its other side starts anew. */
export function streaksAfter<Band extends string>(order: BandOrder<Band>, from: Band, to: Band, streaks: Streaks): Streaks {
  const kept = (boundary: Boundary): number => (isAbove(order, from, boundary) === isAbove(order, to, boundary) ? streaks[boundary] : 0);
  return { top: kept('top'), middle: kept('middle') };
}

/** The threshold under the top band, and the one under the middle band. */
export type Boundary = keyof Streaks;

export const isAbove = <Band extends string>(order: BandOrder<Band>, band: Band, boundary: Boundary): boolean =>
  boundary === 'top' ? band === order[0] : band !== order[2];

interface Crossing {
  readonly above: boolean;
  readonly streak: number;
  readonly because: Exclude<BandReason, 'first'>;
}

function cross<Band extends string>(question: BandQuestion<Band>, held: Held<Band>, boundary: Boundary): Crossing {
  const { scale, hysteresis, scoreHundredths, counts } = question;
  const threshold = scale.bands[scale.order[boundary === 'top' ? 0 : 1]] * 100;
  const above = isAbove(scale.order, held.band, boundary);
  const scoreAbove = scoreHundredths >= threshold;
  if (scoreAbove === above) return { above, streak: 0, because: 'unchanged' };
  const streak = held.streaks[boundary] + (counts ? 1 : 0);
  if (Math.abs(scoreHundredths - threshold) >= hysteresis.marginPoints * 100)
    return { above: scoreAbove, streak, because: 'passedByMargin' };
  if (streak >= hysteresis.reassessments) return { above: scoreAbove, streak, because: 'stayedPast' };
  return { above, streak, because: 'held' };
}

/** A crossing says more than a threshold that held, and that more than one that nothing passed. */
function reasonOf(crossings: readonly Crossing[]): BandReason {
  const reasons = crossings.map(({ because }) => because);
  const telling = (['stayedPast', 'passedByMargin', 'held'] as const).find((reason) => reasons.includes(reason));
  return telling ?? 'unchanged';
}
