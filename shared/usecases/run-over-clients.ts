import type { ClassifiedClient } from '../domain/significance/classified-client.ts';
import type { Cursor, Page } from '../ports/page.ts';
import type { Run, RunStore } from '../ports/run-store.ts';

export interface Deps {
  readonly runs: RunStore;
  readonly page: (from: Cursor | undefined) => Promise<Page<ClassifiedClient>>;
  /** The run with the work on a page of clients added. */
  readonly work: (run: Run, clients: readonly ClassifiedClient[]) => Promise<Run>;
  /** Is there time for another page in this invocation? */
  readonly hasTime: () => boolean;
  /** Hands the run to an invocation of its own. */
  readonly handOver: (run: Run) => Promise<void>;
  readonly timestamp: () => string;
}

export type RunEnd = 'done' | 'handedOver' | 'overtaken';

/**
 * Takes a run from where it is through page after page, recording each, so that a crash repeats one page at most. Safe to repeat:
 * of two who work on the same run, the one that comes second to record a page leaves it to the other.
 */
export async function runOverClients(deps: Deps, started: Run): Promise<{ readonly end: RunEnd; readonly run: Run }> {
  let run = started;
  while (run.state === 'running') {
    if (!deps.hasTime()) {
      await deps.handOver(run);
      return { end: 'handedOver', run };
    }
    const { items, cursor } = await deps.page(run.cursor);
    const next = turned(await deps.work(run, items), cursor, deps.timestamp());
    if ((await deps.runs.advance(run, next)) === 'overtaken') return { end: 'overtaken', run };
    run = next;
  }
  return { end: 'done', run };
}

/** The page is turned; after the last one the run is done. */
export const turned = <R extends Run>(run: R, cursor: Cursor | undefined, touchedAt: string): R => ({
  ...run,
  pages: run.pages + 1,
  touchedAt,
  cursor,
  state: cursor ? ('running' as const) : ('done' as const),
});
