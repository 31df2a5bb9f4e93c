import { DEFAULT_MODEL } from '../../shared/domain/significance/default-model.ts';
import type { Conditions } from '../../shared/ports/conditions.ts';

/** Version 1 comes with the code. */
const DEFAULT_VERSION = 1;

export const modelConditions = (): Conditions => ({
  async of({ significance }) {
    const applied = significance?.class ?? DEFAULT_MODEL.defaultClass;
    return { class: applied, modelVersion: DEFAULT_VERSION, conditions: DEFAULT_MODEL.conditions[applied] };
  },
});
