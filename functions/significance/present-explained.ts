import type { SideAssessment } from '../../shared/domain/significance/assess.ts';
import { placementOf, samePlacement } from '../../shared/domain/significance/assignment.ts';
import { changeText } from '../../shared/domain/significance/change-text.ts';
import { nearestChanges } from '../../shared/domain/significance/nearest-change.ts';
import type { ExplainedSignificance } from '../../shared/usecases/read-significance.ts';
import { pathOf } from '../http/path-id.ts';
import { presentIndicator } from './present-indicator.ts';
import { presentRecord } from './present-record.ts';

/** Why a client has his class: what he holds, what today's values say, and what would change it. */
export function presentExplained({ client, held, published, today, history }: ExplainedSignificance) {
  const { model, version } = published;
  const would = today.assignment.pendingLowering ?? placementOf(today.assignment);
  const asHeld = { ...today, assignment: { ...today.assignment, ...placementOf(held), streaks: held.streaks } };
  return {
    self: `${pathOf('clients', client.clientId)}/significance`,
    clientId: client.clientId,
    ...placementOf(held),
    assignedAt: held.assignedAt,
    modelVersion: version,
    potential: presentSide(today.potential, held.potentialBand),
    results: presentSide(today.results, held.resultBand),
    cell: placementOf(held),
    nearestChanges: nearestChanges(model, asHeld).map((change) => ({
      from: change.from,
      to: change.to,
      class: change.class,
      text: changeText(change, model.hysteresis.reassessments),
    })),
    pendingLowering: held.pendingLowering ?? null,
    declinedLowering: held.declinedLowering ?? null,
    /** What the values of today would make of him at the next assessment, where that is something else. */
    next: samePlacement(would, held) ? null : would,
    history: history.map(presentRecord),
  };
}

const presentSide = ({ score, step }: SideAssessment<string>, band: string) => ({
  band,
  score: score.scoreHundredths / 100,
  scoreBand: step.scoreBand,
  because: step.because,
  indicators: score.indicators.map(presentIndicator),
});
