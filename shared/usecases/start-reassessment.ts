import { timestamp } from '../domain/zone.ts';
import type { Clock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { ReassessmentRun, Run, RunStore } from '../ports/run-store.ts';
import { EMPTY_TALLY } from './reassess-page.ts';

export interface Deps {
  readonly runs: RunStore;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Each request is one reassessment, and counts as one towards staying past a threshold. */
export async function startReassessment({ runs, clock, ids }: Deps, by: string): Promise<ReassessmentRun> {
  const at = timestamp(clock.now());
  const run = newRun(`${at}-${ids.next()}`, at, by);
  await runs.start(run);
  return run;
}

/** Work on a run that nobody got ahead with for so long has died; its pages take seconds. */
const DEAD_AFTER_MS = 30 * 60_000;

/**
 * The reassessment of a recurring schedule. Its id is the time it was scheduled for: fired twice, it is the same run. One that
 * died is taken up again instead; while one is at work, none is started (undefined).
 */
export async function scheduledReassessment({ runs, clock }: Omit<Deps, 'ids'>, scheduledFor: string): Promise<Run | undefined> {
  const last = await runs.latestReassessment();
  if (last?.state === 'running') return clock.now() - Date.parse(last.touchedAt) > DEAD_AFTER_MS ? last : undefined;
  const run = newRun(timestamp(Date.parse(scheduledFor)), timestamp(clock.now()), 'system');
  return (await runs.start(run)) === 'started' ? run : undefined;
}

const newRun = (runId: string, at: string, by: string): ReassessmentRun => ({
  kind: 'reassessment',
  runId,
  state: 'running',
  startedAt: at,
  touchedAt: at,
  by,
  pages: 0,
  tally: EMPTY_TALLY,
});
