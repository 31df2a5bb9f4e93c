import type { SignificanceClass } from '../regulation.ts';
import type { PotentialBand, ResultBand } from './model.ts';

/** Where a client stands: its cell and the class that goes with it. */
export interface Placement {
  readonly potentialBand: PotentialBand;
  readonly resultBand: ResultBand;
  readonly class: SignificanceClass;
}

/** What is kept of a client's last assessment; all that the next one needs to know of the past. */
export interface Assignment extends Placement {
  readonly scoresHundredths: { readonly potential: number; readonly results: number };
  readonly streaks: { readonly potential: Streaks; readonly results: Streaks };
  /** The reassessment counted last: the same one again counts nothing. */
  readonly countedRunId?: string;
  /** A lower class that the model gives and a person has yet to approve; until then bands and class stay. */
  readonly pendingLowering?: Placement;
  /** The lowering a person declined last: it is not proposed again while it would be the same. */
  readonly declinedLowering?: Placement;
}

/** Reassessments in a row that found the score on the other side of the threshold of the top band, of the middle band. */
export interface Streaks {
  readonly top: number;
  readonly middle: number;
}

export const NO_STREAKS: Streaks = { top: 0, middle: 0 };

/** 'A' → 0, 'C' → 2: a greater rank is a lower class. */
const RANK: Readonly<Record<SignificanceClass, number>> = { A: 0, B: 1, C: 2 };

export const isLower = (a: Placement, than: Placement): boolean => RANK[a.class] > RANK[than.class];

/** Steps between two classes: A to C is 2. */
export const classSteps = (a: SignificanceClass, b: SignificanceClass): number => Math.abs(RANK[a] - RANK[b]);

export const samePlacement = (a: Placement, b: Placement): boolean =>
  a.potentialBand === b.potentialBand && a.resultBand === b.resultBand && a.class === b.class;

export const placementOf = ({ potentialBand, resultBand, class: significanceClass }: Placement): Placement => ({
  potentialBand,
  resultBand,
  class: significanceClass,
});
