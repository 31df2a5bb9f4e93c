/**
 * A client is served otherwise: each of his open policies is run once, so that what comes next follows his new conditions.
 * Triggered by `reclassify` intents of the Outbox, handed on by relay-intents, and by the watchdog for old ones. Benign races: run twice, each policy
 * finds nothing to change; a policy opened meanwhile reads the new class anyway.
 */
import type { Intent } from '../../shared/ports/outbox.ts';
import { reclassifyPolicies } from '../../shared/usecases/reclassify-policies.ts';
import { drivenIntents } from '../runtime/driven-intents.ts';
import { reclassifyRuntime } from '../runtime/reclassify.ts';
import type { Outside } from '../runtime/system.ts';

export function createHandler(outside?: Outside) {
  const deps = reclassifyRuntime(outside);

  async function reclassify(intent: Intent): Promise<void> {
    if (intent.kind !== 'reclassify') throw new Error(`not a reclassification: ${intent.kind}`);
    await reclassifyPolicies(deps, intent.clientId);
    await deps.finish(intent);
  }

  return async (event: unknown): Promise<void> => {
    for (const intent of drivenIntents(event)) await reclassify(intent);
  };
}

export const handler = createHandler();
