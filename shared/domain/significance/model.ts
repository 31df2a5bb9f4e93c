import type { SignificanceClass } from '../regulation.ts';
import type { ServiceConditions } from '../service-conditions.ts';

/**
 * The significance model: how clients are scored, which class follows, and what each class is served with.
 * It is data, the same shape as the JSON of `GET|PUT /significance/model`; `checkModel` reads it from outside.
 */

/** Best first. */
export const POTENTIAL_BANDS = ['P1', 'P2', 'P3'] as const;
export const RESULT_BANDS = ['F1', 'F2', 'F3'] as const;
export const SIGNIFICANCE_CLASSES = ['A', 'B', 'C'] as const satisfies readonly SignificanceClass[];

export type PotentialBand = (typeof POTENTIAL_BANDS)[number];
export type ResultBand = (typeof RESULT_BANDS)[number];

export interface SignificanceModel {
  readonly potential: Side<PotentialBand>;
  readonly results: Side<ResultBand>;
  readonly matrix: SignificanceMatrix;
  readonly conditions: Readonly<Record<SignificanceClass, ServiceConditions>>;
  /** Whose conditions a policy gets while its client has no class. */
  readonly defaultClass: SignificanceClass;
  readonly rates: Rates;
  readonly hysteresis: Hysteresis;
  readonly lowering: Lowering;
}

export type SignificanceMatrix = Readonly<Record<PotentialBand, Readonly<Record<ResultBand, SignificanceClass>>>>;

/** One of the two scores: indicators whose weights add up to 100, and the score (0–100) from which each band begins. */
export interface Side<Band extends string> {
  readonly indicators: readonly Indicator[];
  readonly bands: Readonly<Record<Band, number>>;
}

export type Indicator = MoneyIndicator | PlainIndicator;

export interface MoneyIndicator extends IndicatorBase {
  readonly unit: 'money';
  /** What thresholds are written in, in whole units of it; amounts in other currencies are converted by the model's rates. */
  readonly currency: string;
}

export interface PlainIndicator extends IndicatorBase {
  readonly unit: Exclude<Unit, 'money'>;
}

/** `count` and `years` are whole numbers; a `ratio` of 0.95 is 95 %. */
export const UNITS = ['count', 'years', 'ratio', 'money'] as const;
export type Unit = (typeof UNITS)[number];

interface IndicatorBase {
  /** Where the value is found: the field of the client's potential, or the name of what we compute. */
  readonly code: string;
  readonly title: string;
  readonly source: 'client' | 'computed';
  readonly direction: 'higherIsBetter' | 'lowerIsBetter';
  readonly weight: number;
  readonly missing: MissingTreatment;
  /** Ascending, the first from 0: a value gets the points of the last threshold that it reaches. */
  readonly thresholds: readonly Threshold[];
}

export interface Threshold {
  readonly from: number;
  readonly points: number;
}

/** A missing value counts as no points, as half of them, or not at all (the others share its weight). */
export const MISSING_TREATMENTS = ['zero', 'neutral', 'ignore'] as const;
export type MissingTreatment = (typeof MISSING_TREATMENTS)[number];

/** Worth of one unit of each currency in a common one, as decimals: { "UAH": "1", "USD": "42.00" }. */
export type Rates = Readonly<Record<string, string>>;

/** A band changes when its threshold is passed by `marginPoints` of score, or stays passed for `reassessments` in a row. */
export interface Hysteresis {
  readonly marginPoints: number;
  readonly reassessments: number;
}

export type Lowering = { readonly needsApproval: false } | { readonly needsApproval: true; readonly approverRole: string };

/** What we compute ourselves, and in which unit; a model may not take these from the client. */
export const COMPUTED_INDICATORS = {
  premiumsReceived12m: 'money',
  activePolicies: 'count',
  activeLines: 'count',
  yearsWithUs: 'years',
  paymentDiscipline: 'ratio',
  uninsuredLines: 'count',
} as const satisfies Record<string, Unit>;
