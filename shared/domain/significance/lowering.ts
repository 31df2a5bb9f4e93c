import { type Assignment, type Placement, placementOf, samePlacement } from './assignment.ts';
import { streaksAfter } from './hysteresis.ts';
import { POTENTIAL_BANDS, RESULT_BANDS } from './model.ts';

/** Where the model asks a person before a client goes to a lower class: proposed, then approved or declined, or withdrawn by a better score. */

type Found = Pick<Assignment, 'scoresHundredths' | 'streaks'>;

interface Proposed {
  readonly assignment: Assignment;
  readonly outcome: 'loweringProposed' | 'unchanged';
}

/** The client stays where it is; the lowering is news only when it isn't waiting yet, and was not declined. */
export function proposeLowering(previous: Assignment, target: Placement, found: Found): Proposed {
  const stays = { ...placementOf(previous), ...found };
  if (previous.declinedLowering && samePlacement(previous.declinedLowering, target)) {
    return { assignment: { ...stays, declinedLowering: target }, outcome: 'unchanged' };
  }
  const waits = previous.pendingLowering !== undefined && samePlacement(previous.pendingLowering, target);
  return { assignment: { ...stays, pendingLowering: target }, outcome: waits ? 'unchanged' : 'loweringProposed' };
}

/** The waiting lowering takes place. Without one nothing changes: the answer came twice, or a better score withdrew it. */
export function approveLowering(assignment: Assignment): Assignment {
  const { pendingLowering, ...rest } = assignment;
  if (!pendingLowering) return assignment;
  const streaks = {
    potential: streaksAfter(POTENTIAL_BANDS, assignment.potentialBand, pendingLowering.potentialBand, assignment.streaks.potential),
    results: streaksAfter(RESULT_BANDS, assignment.resultBand, pendingLowering.resultBand, assignment.streaks.results),
  };
  return { ...rest, ...pendingLowering, streaks };
}

/** The client stays, and is not proposed for the same lowering again until something else comes between. */
export function declineLowering(assignment: Assignment): Assignment {
  const { pendingLowering, ...rest } = assignment;
  return pendingLowering ? { ...rest, declinedLowering: pendingLowering } : assignment;
}
