/**
 * Work over all clients: reassesses them, or previews a draft of the model. Triggered by a recurring schedule, by requests
 * (POST /significance/reassessment, a preview too large to be answered at once), and by itself when its time is up. Benign races:
 * delivered twice, two work on one run until one records a page first; the same run counts once for each client.
 */
import type { Context } from 'aws-lambda';
import { timestamp } from '../../shared/domain/zone.ts';
import type { Run } from '../../shared/ports/run-store.ts';
import { previewPage } from '../../shared/usecases/preview-page.ts';
import { reassessPage } from '../../shared/usecases/reassess-page.ts';
import { runOverClients } from '../../shared/usecases/run-over-clients.ts';
import { scheduledReassessment } from '../../shared/usecases/start-reassessment.ts';
import { log } from '../runtime/log.ts';
import { count } from '../runtime/metrics.ts';
import { significanceRuntime } from '../runtime/significance.ts';
import type { Outside } from '../runtime/system.ts';
import { readRunEvent } from './run-event.ts';

/** A page of clients takes seconds; one who has thousands of policies, a minute. */
const KEPT_FREE_MS = 120_000;

export function createHandler(outside?: Outside) {
  const deps = significanceRuntime(outside);

  async function runOf(event: unknown): Promise<Run | undefined> {
    const asked = readRunEvent(event);
    if ('time' in asked) return scheduledReassessment(deps, asked.time);
    return deps.runs.read(asked.kind, asked.runId);
  }

  return async (event: unknown, context: Pick<Context, 'getRemainingTimeInMillis'>) => {
    const started = await runOf(event);
    if (!started) return { end: 'nothingToDo' };
    const { end, run } = await runOverClients(
      {
        runs: deps.runs,
        page: deps.clients.page,
        work: (of, clients) => (of.kind === 'preview' ? previewPage(deps, of, clients) : reassessPage(deps, of, clients)),
        hasTime: () => context.getRemainingTimeInMillis() > KEPT_FREE_MS,
        handOver: deps.handOver,
        timestamp: () => timestamp(deps.clock.now()),
      },
      started,
    );
    if (end === 'done' && run.kind === 'reassessment') count('ClientsNotReassessed', run.tally.failed);
    log.info('a run over all clients', { end, runId: run.runId, pages: run.pages, ...(run.kind === 'reassessment' ? run.tally : {}) });
    return { end, runId: run.runId };
  };
}

export const handler = createHandler();
