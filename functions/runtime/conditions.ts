import { conditionsFor } from '../../shared/domain/significance/published-model.ts';
import type { Conditions } from '../../shared/ports/conditions.ts';
import type { ModelStore } from '../../shared/ports/model-store.ts';

/** By the model in force: what the client's class is served with, or the model's default class where he has none. */
export const modelConditions = (models: ModelStore): Conditions => ({
  of: async (client) => conditionsFor(client, await models.latest()),
});
