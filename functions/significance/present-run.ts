import type { Preview } from '../../shared/domain/significance/preview.ts';
import type { PreviewRun, ReassessmentRun, Run } from '../../shared/ports/run-store.ts';

/** How far a run is, and what it has found. */
export const presentReassessment = (run: ReassessmentRun) => ({
  self: `/significance/reassessment/${encodeURIComponent(run.runId)}`,
  ...progressOf(run),
  ...run.tally,
});

export const presentPreview = (run: PreviewRun) => ({
  self: `/significance/model/preview/${encodeURIComponent(run.runId)}`,
  ...progressOf(run),
  ...found(run.preview),
});

const progressOf = ({ runId, state, startedAt, touchedAt, by }: Run) => ({ runId, status: state, startedAt, updatedAt: touchedAt, by });

const found = ({ largest, ...counts }: Preview) => ({
  ...counts,
  largest: largest.map(({ scoreHundredths, ...movement }) => ({ ...movement, score: scoreHundredths / 100 })),
});
