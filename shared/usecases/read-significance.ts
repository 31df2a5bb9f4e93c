import { type Assessment, assess } from '../domain/significance/assess.ts';
import type { ClassRecord } from '../domain/significance/class-record.ts';
import type { ClassifiedClient, HeldSignificance } from '../domain/significance/classified-client.ts';
import type { PublishedModel } from '../domain/significance/published-model.ts';
import { localDateAt } from '../domain/zone.ts';
import type { ClientRegistry } from '../ports/client-registry.ts';
import type { Clock } from '../ports/clock.ts';
import { type ChangeDeps, modelFor } from './client-change.ts';
import { type PortfolioDeps, resultsOfClient } from './results-of-client.ts';

export interface Deps extends PortfolioDeps, Pick<ChangeDeps, 'models'> {
  readonly clients: Pick<ClientRegistry, 'read' | 'history'>;
  readonly clock: Clock;
}

/** What a client holds, and what the model in force says of him today. */
export interface ExplainedSignificance {
  readonly client: ClassifiedClient;
  readonly held: HeldSignificance;
  readonly published: PublishedModel;
  /** By today's values. It may be ahead of what is held: that follows at the next change or reassessment. */
  readonly today: Assessment;
  readonly history: readonly ClassRecord[];
}

/** undefined: no such client, or one without a class. */
export async function readSignificance(deps: Deps, clientId: string): Promise<ExplainedSignificance | undefined> {
  const client = await deps.clients.read(clientId);
  const held = client?.significance;
  if (!client || !held) return undefined;
  const [published, results, history] = await Promise.all([
    modelFor(deps.models, held),
    resultsOfClient(deps, clientId, localDateAt(deps.clock.now(), client.timeZone)),
    deps.clients.history(clientId),
  ]);
  const facts = { given: client.potential, results };
  const today = assess(published.model, { facts, previous: held, occasion: { kind: 'change' } });
  return { client, held, published, today, history };
}
