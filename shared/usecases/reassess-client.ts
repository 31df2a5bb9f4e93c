import { samePlacement } from '../domain/significance/assignment.ts';
import type { ClassifiedClient } from '../domain/significance/classified-client.ts';
import { classify } from '../domain/significance/classify.ts';
import { localDateAt, timestamp } from '../domain/zone.ts';
import type { ClientRegistry } from '../ports/client-registry.ts';
import type { Clock } from '../ports/clock.ts';
import { type ChangeDeps, clientChange, modelFor } from './client-change.ts';
import { type PortfolioDeps, resultsOfClient } from './results-of-client.ts';

export interface Deps extends ChangeDeps, PortfolioDeps {
  readonly clients: Pick<ClientRegistry, 'read' | 'write'>;
  readonly clock: Clock;
}

export type Reassessed = 'unchanged' | 'written' | 'moved';

const MOST_ATTEMPTS = 5;

/**
 * Assesses a client by what his policies and payments say today. Written only when something changes. Safe to repeat: one run
 * counts once. Benign race: the client was changed meanwhile; he is read again and assessed as he is now.
 */
export async function reassessClient(
  deps: Deps,
  client: ClassifiedClient,
  run: { readonly runId: string; readonly by: string },
): Promise<Reassessed> {
  let seen: ClassifiedClient | undefined = client;
  for (let attempt = 1; attempt <= MOST_ATTEMPTS && seen?.kind === 'legalEntity'; attempt++) {
    const now = deps.clock.now();
    const results = await resultsOfClient(deps, seen.clientId, localDateAt(now, seen.timeZone));
    const held = seen.significance;
    const at = timestamp(now);
    const occasion = { kind: 'reassessment', runId: run.runId } as const;
    const question = { facts: { given: seen.potential, results }, held, occasion, at, by: run.by };
    const classified = classify(await modelFor(deps.models, held), question);
    if (!classified) return 'unchanged';
    const next = { ...seen, significance: classified.significance, version: seen.version + 1 };
    const change = await clientChange(deps, { seen, client: next, ...(classified.record ? { record: classified.record } : {}), at });
    if ((await deps.clients.write(change)) === 'written') return held && samePlacement(held, classified.significance) ? 'written' : 'moved';
    seen = await deps.clients.read(seen.clientId);
  }
  if (seen?.kind === 'legalEntity') throw new Error(`a client was written by others ${MOST_ATTEMPTS} times in a row`);
  return 'unchanged'; // an individual by now
}
