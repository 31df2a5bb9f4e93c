import type { ClassifiedClient } from '../domain/significance/classified-client.ts';
import type { Log } from '../ports/log.ts';
import type { ReassessmentRun, Tally } from '../ports/run-store.ts';
import { atOnce } from './at-once.ts';
import { type Deps as ClientDeps, type Reassessed, reassessClient } from './reassess-client.ts';

export interface Deps extends ClientDeps {
  readonly log: Log;
}

export const EMPTY_TALLY: Tally = { clients: 0, written: 0, moved: 0, failed: 0 };

const CLIENTS_AT_ONCE = 16;

/**
 * Reassesses a page of clients; individuals among them have no class. One that cannot be assessed is logged and counted, so
 * that he doesn't keep all the others from it. @throws when several fail and none succeeds: that is no client's fault.
 */
export async function reassessPage(deps: Deps, run: ReassessmentRun, clients: readonly ClassifiedClient[]): Promise<ReassessmentRun> {
  const legalEntities = clients.filter((client) => client.kind === 'legalEntity');
  const outcomes = await atOnce(legalEntities, CLIENTS_AT_ONCE, (client) => attempt(deps, run, client));
  const failed = outcomes.filter((outcome) => outcome === 'failed').length;
  if (failed > 1 && failed === outcomes.length) throw new Error(`none of ${failed} clients could be reassessed`);
  const written = outcomes.filter((outcome) => outcome === 'written' || outcome === 'moved').length;
  const moved = outcomes.filter((outcome) => outcome === 'moved').length;
  const { tally } = run;
  return {
    ...run,
    tally: {
      clients: tally.clients + outcomes.length,
      written: tally.written + written,
      moved: tally.moved + moved,
      failed: tally.failed + failed,
    },
  };
}

async function attempt(deps: Deps, run: ReassessmentRun, client: ClassifiedClient): Promise<Reassessed | 'failed'> {
  try {
    return await reassessClient(deps, client, run);
  } catch (error) {
    deps.log.warn('a client could not be reassessed', { clientId: client.clientId, runId: run.runId, error });
    return 'failed';
  }
}
