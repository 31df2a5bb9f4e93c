import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { controlStore } from '../../shared/adapters/dynamodb/control-store.ts';
import { policyStore } from '../../shared/adapters/dynamodb/policy-store.ts';
import { regulationStore } from '../../shared/adapters/dynamodb/regulation-store.ts';
import type { WakeUp } from '../../shared/ports/checkpoint-wake-ups.ts';
import type { ChangeDeps } from '../../shared/usecases/change-policy.ts';
import { CONDITIONS } from './policies.ts';
import { NAMES, significanceWorld } from './significance-world.ts';

/** What a change of a policy needs, over a database; `armed` are the wake-ups that it made sure of. */
export function changing(client: DynamoDBDocumentClient): { readonly deps: ChangeDeps; readonly armed: readonly WakeUp[] } {
  const { models, clock, ids } = significanceWorld(client);
  const pace = { random: () => 0, sleep: async () => undefined };
  const armed: WakeUp[] = [];
  const deps: ChangeDeps = {
    store: controlStore({ client, tables: NAMES, models, pace }),
    policies: policyStore(client, NAMES, pace),
    regulations: regulationStore(client, NAMES.Regulations),
    conditions: { of: async () => CONDITIONS },
    reconciliation: { through: async () => undefined },
    wakeUps: { ensure: async (wakeUp) => void armed.push(wakeUp) },
    clock,
    ids,
    pace,
  };
  return { deps, armed };
}
