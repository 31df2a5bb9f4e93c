import { type Fault, Place } from '../regulation-check/place.ts';
import type { Draft } from '../regulation-check/readers.ts';
import type { ServiceConditions } from '../service-conditions.ts';
import { bandsCoverTheScore, marginIsNarrowerThanBands } from './check/bands.ts';
import { codesAreUnique, moneyHasACurrency, sourcesExist, weightsMakeAWhole } from './check/indicators.ts';
import { loweringNamesItsApprover } from './check/lowering.ts';
import { ratesAreOfCurrencies } from './check/rates.ts';
import { type ConditionsShape, type ModelShape, modelShape } from './check/shape.ts';
import { pointsFollowTheDirection, thresholdsCoverTheScale, thresholdsFitTheUnit } from './check/thresholds.ts';
import type { SignificanceModel } from './model.ts';

export type CheckedModel =
  | { readonly ok: true; readonly model: SignificanceModel }
  | { readonly ok: false; readonly faults: readonly Fault[] };

const RULES: readonly ((draft: Draft<ModelShape>, place: Place) => void)[] = [
  codesAreUnique,
  sourcesExist,
  moneyHasACurrency,
  weightsMakeAWhole,
  thresholdsFitTheUnit,
  thresholdsCoverTheScale,
  pointsFollowTheDirection,
  bandsCoverTheScore,
  marginIsNarrowerThanBands,
  ratesAreOfCurrencies,
  loweringNamesItsApprover,
];

/**
 * A model from the JSON of the HTTP contract, checked whole. Never throws: a bad one answers with every fault in it, each with
 * a JSON pointer and its cure. A part that can't be read is left out of the rules, so that one mistake is reported once.
 */
export function checkModel(body: unknown): CheckedModel {
  const faults: Fault[] = [];
  const place = new Place(faults);
  const draft = modelShape.read(body, place);
  if (draft !== undefined) for (const rule of RULES) rule(draft, place);
  return faults.length > 0 ? { ok: false, faults } : { ok: true, model: completed(draft as ModelShape) }; // without faults nothing is missing
}

function completed({ version: _, ...model }: ModelShape): SignificanceModel {
  const { A, B, C } = model.conditions as Record<keyof ModelShape['conditions'], ConditionsShape>; // as above
  const conditions = { A: withDefaults(A), B: withDefaults(B), C: withDefaults(C) };
  return { ...model, conditions } as SignificanceModel; // as above
}

/** Where a class says nothing of promises and holds, they go as far as a deferral; agreements then need an approval. */
const withDefaults = (conditions: ConditionsShape): ServiceConditions => ({
  maxPromiseDays: conditions.maxDeferralDays,
  maxHoldDays: conditions.maxDeferralDays,
  agreementsWithoutApproval: false,
  ...conditions,
});
