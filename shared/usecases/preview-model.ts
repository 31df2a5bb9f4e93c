import type { SignificanceModel } from '../domain/significance/model.ts';
import { EMPTY_PREVIEW } from '../domain/significance/preview.ts';
import { timestamp } from '../domain/zone.ts';
import type { ClientRegistry } from '../ports/client-registry.ts';
import type { Ids } from '../ports/ids.ts';
import type { PreviewRun, RunStore } from '../ports/run-store.ts';
import { type Deps as PageDeps, previewPage } from './preview-page.ts';
import { turned } from './run-over-clients.ts';

export interface Deps extends PageDeps {
  readonly clients: Pick<ClientRegistry, 'page'>;
  readonly runs: Pick<RunStore, 'start'>;
  readonly ids: Ids;
  readonly handOver: (run: PreviewRun) => Promise<void>;
}

export interface Draft {
  readonly draft: SignificanceModel;
  readonly by: string;
  /** Is there time for another page in this invocation? */
  readonly hasTime: () => boolean;
}

/**
 * What a draft would move, over all clients. Answered at once when they fit into this invocation; when they don't, the run goes
 * on in one of its own with what was found so far, and is fetched by its id.
 */
export async function previewModel(deps: Deps, { draft, by, hasTime }: Draft): Promise<PreviewRun> {
  const now = () => timestamp(deps.clock.now());
  const at = now();
  const runId = `${at}-${deps.ids.next()}`;
  const base = { kind: 'preview', runId, state: 'running', startedAt: at, touchedAt: at, by, pages: 0 } as const;
  let run: PreviewRun = { ...base, draft, preview: EMPTY_PREVIEW };
  while (run.state === 'running') {
    if (!hasTime()) {
      await deps.runs.start(run);
      await deps.handOver(run);
      return run;
    }
    const { items, cursor } = await deps.clients.page(run.cursor);
    run = turned(await previewPage(deps, run, items), cursor, now());
  }
  return run;
}
