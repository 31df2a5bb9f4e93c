import type { Money } from '../money.ts';
import type { Assessment, AssessmentOutcome, Occasion, SideAssessment } from './assess.ts';
import type { Placement } from './assignment.ts';
import type { BandReason } from './hysteresis.ts';
import type { Indicator } from './model.ts';
import type { MissingReason } from './reading.ts';
import type { IndicatorScore } from './score.ts';

/** What happened to a client's class, when, by which model and why. Append-only. */
export interface ClassRecord {
  readonly at: string;
  /** Token subject, or `system`. */
  readonly by: string;
  readonly event: ClassEvent;
  /** What the client held before; none when he had no class. */
  readonly from?: Placement;
  /** What he holds from then on; none when he has no class any more. */
  readonly to?: Placement;
  /** A lower class that waits for a person, or that a person decided on. */
  readonly proposed?: Placement;
  readonly modelVersion: number;
  /** Absent where a person decided, not an assessment. */
  readonly occasion?: Occasion;
  readonly why?: Why;
  readonly note?: string;
}

/** `left`: individuals have no class. */
export type ClassEvent = Exclude<AssessmentOutcome, 'unchanged'> | 'loweringApproved' | 'loweringDeclined' | 'left';

export interface Why {
  readonly potential: SideReason;
  readonly results: SideReason;
}

export interface SideReason {
  readonly scoreHundredths: number;
  readonly because: BandReason;
  readonly indicators: readonly IndicatorReason[];
}

/** A value in the indicator's unit, or why there is none. */
export interface IndicatorReason {
  readonly code: string;
  readonly value?: number | Money;
  readonly missing?: MissingReason;
  /** Absent when the indicator was left out. */
  readonly points?: number;
}

/** Enough of an assessment to see years later why it came out so. */
export const whyOf = ({ potential, results }: Assessment): Why => ({ potential: sideReason(potential), results: sideReason(results) });

const sideReason = ({ score, step }: SideAssessment<string>): SideReason => ({
  scoreHundredths: score.scoreHundredths,
  because: step.because,
  indicators: score.indicators.map(indicatorReason),
});

function indicatorReason(scored: IndicatorScore): IndicatorReason {
  const { code } = scored.indicator;
  if (scored.kind === 'value') return { code, value: valueIn(scored.indicator, scored.value), points: scored.points };
  return { code, missing: scored.reason, ...(scored.points === undefined ? {} : { points: scored.points }) };
}

/** As it is to be read years later, when the model may have another currency. */
const valueIn = (indicator: Indicator, value: number): number | Money =>
  indicator.unit === 'money' ? { amountMinor: value, currency: indicator.currency } : value;
