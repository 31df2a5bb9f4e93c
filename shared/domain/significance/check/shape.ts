import type { SignificanceClass } from '../../regulation.ts';
import { currencyCode } from '../../regulation-check/amount.ts';
import {
  type Draft,
  flag,
  list,
  mapOf,
  matching,
  oneOf,
  optional,
  record,
  required,
  scalar,
  text,
  wholeNumber,
} from '../../regulation-check/readers.ts';
import type { ServiceConditions } from '../../service-conditions.ts';
import {
  type Hysteresis,
  MISSING_TREATMENTS,
  type MoneyIndicator,
  type PlainIndicator,
  type PotentialBand,
  type ResultBand,
  SIGNIFICANCE_CLASSES,
  type Threshold,
  UNITS,
  type Unit,
} from '../model.ts';
import { RATE_PATTERN } from '../rates.ts';

/** What can be said of each part of a model by itself; what holds between parts are the rules beside this file. */

/** An indicator before it is known that money, and nothing else, has a currency. */
export interface IndicatorShape extends Omit<PlainIndicator & Partial<Pick<MoneyIndicator, 'currency'>>, 'unit' | 'thresholds'> {
  readonly unit: Unit;
  readonly thresholds: readonly (Draft<Threshold> | undefined)[];
}

export interface SideShape<Band extends string> {
  readonly indicators: readonly (Draft<IndicatorShape> | undefined)[];
  readonly bands: Draft<Record<Band, number>>;
}

type RowShape = Draft<Record<ResultBand, SignificanceClass>>;

/** Of the conditions, those of the HTTP contract are required. */
export type ConditionsShape = Omit<ServiceConditions, OptionalCondition> & Partial<Pick<ServiceConditions, OptionalCondition>>;
type OptionalCondition = 'maxPromiseDays' | 'maxHoldDays' | 'agreementsWithoutApproval';

export interface LoweringShape {
  readonly needsApproval: boolean;
  readonly approverRole?: string;
}

export interface ModelShape {
  /** Of the version that was read, when it is sent back changed; the next one is given when the model is stored. */
  readonly version?: number;
  readonly potential: Draft<SideShape<PotentialBand>>;
  readonly results: Draft<SideShape<ResultBand>>;
  readonly matrix: Draft<Record<PotentialBand, RowShape>>;
  readonly conditions: Draft<Record<SignificanceClass, Draft<ConditionsShape>>>;
  readonly defaultClass: SignificanceClass;
  readonly rates: Readonly<Record<string, string | undefined>>;
  readonly hysteresis: Draft<Hysteresis>;
  readonly lowering: Draft<LoweringShape>;
}

const LIMITS = { indicators: 20, thresholds: 20, days: 365, deferrals: 100, reassessments: 24 };

const significanceClass = oneOf<SignificanceClass>(SIGNIFICANCE_CLASSES);
const days = wholeNumber(0, LIMITS.days);
/** Points, weights and bands are whole, so that scores are added in integers. */
const points = wholeNumber(0, 100);

const from = scalar('a number from 0 to 1000000000000 with at most 4 decimals', (value) =>
  typeof value === 'number' && value >= 0 && value <= 1e12 && Number(value.toFixed(4)) === value ? value : undefined,
);

const threshold = record<Threshold>('a threshold { from, points }', { from: required(from), points: required(points) });

const indicator = record<IndicatorShape>('an indicator', {
  code: required(matching(/^[A-Za-z][A-Za-z0-9]{0,63}$/, 'a name of 1 to 64 letters and digits, begun with a letter')),
  title: required(text(120)),
  source: required(oneOf(['client', 'computed'])),
  unit: required(oneOf(UNITS)),
  currency: optional(currencyCode),
  direction: required(oneOf(['higherIsBetter', 'lowerIsBetter'])),
  weight: required(wholeNumber(1, 100)),
  missing: required(oneOf(MISSING_TREATMENTS)),
  thresholds: required(list(threshold, { of: 'thresholds', least: 2, most: LIMITS.thresholds })),
});

const indicators = list(indicator, { of: 'indicators', least: 1, most: LIMITS.indicators });

const potential = record<SideShape<PotentialBand>>('a side { indicators, bands }', {
  indicators: required(indicators),
  bands: required(
    record<Record<PotentialBand, number>>('bands { P1, P2, P3 }', { P1: required(points), P2: required(points), P3: required(points) }),
  ),
});

const results = record<SideShape<ResultBand>>('a side { indicators, bands }', {
  indicators: required(indicators),
  bands: required(
    record<Record<ResultBand, number>>('bands { F1, F2, F3 }', { F1: required(points), F2: required(points), F3: required(points) }),
  ),
});

const row = record<Record<ResultBand, SignificanceClass>>('a row { F1, F2, F3 }', {
  F1: required(significanceClass),
  F2: required(significanceClass),
  F3: required(significanceClass),
});

const conditions = record<ConditionsShape>('service conditions', {
  graceDays: required(days),
  reminders: required(oneOf(['standard', 'personal'])),
  maxDeferralDays: required(days),
  deferralsPerYear: required(wholeNumber(0, LIMITS.deferrals)),
  maxPromiseDays: optional(days),
  maxHoldDays: optional(days),
  agreementsWithoutApproval: optional(flag),
  approverRole: required(text(40)),
});

export const modelShape = record<ModelShape>('a significance model', {
  version: optional(wholeNumber(0, Number.MAX_SAFE_INTEGER)),
  potential: required(potential),
  results: required(results),
  matrix: required(record<ModelShape['matrix']>('a matrix { P1, P2, P3 }', { P1: required(row), P2: required(row), P3: required(row) })),
  conditions: required(
    record<ModelShape['conditions']>('conditions { A, B, C }', {
      A: required(conditions),
      B: required(conditions),
      C: required(conditions),
    }),
  ),
  defaultClass: required(significanceClass),
  rates: required(
    mapOf(
      'an object of currencies and what one unit of each is worth, such as { "UAH": "1", "USD": "42.00" }',
      matching(RATE_PATTERN, 'a decimal text above zero such as "41.50", of at most 9 digits and 9 decimals'),
    ),
  ),
  hysteresis: required(
    record<Hysteresis>('hysteresis { marginPoints, reassessments }', {
      marginPoints: required(points),
      reassessments: required(wholeNumber(1, LIMITS.reassessments)),
    }),
  ),
  lowering: required(
    record<LoweringShape>('lowering { needsApproval, approverRole? }', { needsApproval: required(flag), approverRole: optional(text(40)) }),
  ),
});
