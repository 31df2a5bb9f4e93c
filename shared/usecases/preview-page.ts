import type { ClassifiedClient } from '../domain/significance/classified-client.ts';
import { type PreviewClient, withClients } from '../domain/significance/preview.ts';
import { localDateAt } from '../domain/zone.ts';
import type { Clock } from '../ports/clock.ts';
import type { PreviewRun } from '../ports/run-store.ts';
import { atOnce } from './at-once.ts';
import { type PortfolioDeps, resultsOfClient } from './results-of-client.ts';

export interface Deps extends PortfolioDeps {
  readonly clock: Clock;
}

const CLIENTS_AT_ONCE = 16;

/** Adds a page of clients to a preview, by what their policies and payments say now. Changes nothing. */
export async function previewPage(deps: Deps, run: PreviewRun, clients: readonly ClassifiedClient[]): Promise<PreviewRun> {
  const legalEntities = clients.filter((client) => client.kind === 'legalEntity');
  const known = await atOnce(legalEntities, CLIENTS_AT_ONCE, (client) => factsOf(deps, client));
  return { ...run, preview: withClients(run.preview, run.draft, known) };
}

async function factsOf(deps: Deps, { clientId, timeZone, potential, significance }: ClassifiedClient): Promise<PreviewClient> {
  const results = await resultsOfClient(deps, clientId, localDateAt(deps.clock.now(), timeZone));
  return { clientId, facts: { given: potential, results }, ...(significance ? { assignment: significance } : {}) };
}
