import type { Client } from '../client.ts';
import type { AppliedConditions } from '../service-conditions.ts';
import { DEFAULT_MODEL } from './default-model.ts';
import type { SignificanceModel } from './model.ts';

/** A version of the model in force, or once in force; it never changes. */
export interface PublishedModel {
  /** 1, 2, 3 … */
  readonly version: number;
  readonly model: SignificanceModel;
}

/** There from the start: it comes with the code. */
export const BUILT_IN_MODEL: PublishedModel = { version: 1, model: DEFAULT_MODEL };

/** How a client is served: by his class, or by the model's default where he has none. */
export function conditionsFor({ significance }: Pick<Client, 'significance'>, { version, model }: PublishedModel): AppliedConditions {
  const applied = significance?.class ?? model.defaultClass;
  const standardGraceDays = model.conditions[model.defaultClass].graceDays;
  return { class: applied, modelVersion: version, conditions: model.conditions[applied], standardGraceDays };
}
