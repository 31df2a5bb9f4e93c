import { type Assignment, isLower, type Placement, samePlacement } from './assignment.ts';
import { type BandOrder, type BandStep, type Held, nextBand } from './hysteresis.ts';
import { proposeLowering } from './lowering.ts';
import { POTENTIAL_BANDS, type PotentialBand, RESULT_BANDS, type ResultBand, type Side, type SignificanceModel } from './model.ts';
import type { ClientFacts } from './reading.ts';
import { type SideScore, scoreSide } from './score.ts';

export interface AssessmentQuestion {
  readonly facts: ClientFacts;
  readonly previous: Assignment | undefined;
  readonly occasion: Occasion;
}

/** Only a reassessment counts towards staying past a threshold, or a client sent twice a day would be moved by being sent. */
export type Occasion = { readonly kind: 'change' } | { readonly kind: 'reassessment'; readonly runId: string };

export interface Assessment extends Sides {
  readonly assignment: Assignment;
  readonly outcome: AssessmentOutcome;
}

export interface Sides {
  readonly potential: SideAssessment<PotentialBand>;
  readonly results: SideAssessment<ResultBand>;
}

export interface SideAssessment<Band extends string> {
  readonly score: SideScore;
  readonly step: BandStep<Band>;
}

/** `loweringProposed` is said once: an assessment that finds the same lowering still waiting is `unchanged`. */
export type AssessmentOutcome = 'assigned' | 'unchanged' | 'moved' | 'loweringProposed' | 'loweringWithdrawn';

/**
 * Scores a client, moves its bands with hysteresis, and gives the class of the cell. Safe to repeat: the same run counts once.
 * A new version of the model is no reason to forget the bands held: what it moves, it moves past its own thresholds.
 */
export function assess(model: SignificanceModel, { facts, previous, occasion }: AssessmentQuestion): Assessment {
  const counts = occasion.kind === 'reassessment' && occasion.runId !== previous?.countedRunId;
  const look = <Band extends string>(side: Side<Band>, order: BandOrder<Band>, held: Held<Band> | undefined): SideAssessment<Band> => {
    const score = scoreSide(side, facts, model.rates);
    const { scoreHundredths } = score;
    const step = nextBand({ scale: { order, bands: side.bands }, hysteresis: model.hysteresis, scoreHundredths, held, counts });
    return { score, step };
  };
  const sides = {
    potential: look(model.potential, POTENTIAL_BANDS, previous && { band: previous.potentialBand, streaks: previous.streaks.potential }),
    results: look(model.results, RESULT_BANDS, previous && { band: previous.resultBand, streaks: previous.streaks.results }),
  };
  const { assignment, outcome } = place(model, sides, previous);
  const countedRunId = occasion.kind === 'reassessment' ? occasion.runId : previous?.countedRunId;
  return { ...sides, outcome, assignment: { ...assignment, ...(countedRunId !== undefined && { countedRunId }) } };
}

/** The client goes where the model says, unless that is a lower class and a person has to agree to it first. */
function place(model: SignificanceModel, { potential, results }: Sides, previous: Assignment | undefined) {
  const potentialBand = potential.step.band;
  const resultBand = results.step.band;
  const target: Placement = { potentialBand, resultBand, class: model.matrix[potentialBand][resultBand] };
  const scoresHundredths = { potential: potential.score.scoreHundredths, results: results.score.scoreHundredths };
  if (previous && model.lowering.needsApproval && isLower(target, previous)) {
    const streaks = { potential: potential.step.heldStreaks, results: results.step.heldStreaks };
    return proposeLowering(previous, target, { scoresHundredths, streaks });
  }
  const streaks = { potential: potential.step.streaks, results: results.step.streaks };
  return { assignment: { ...target, scoresHundredths, streaks }, outcome: outcomeOf(previous, target) };
}

function outcomeOf(previous: Assignment | undefined, target: Placement): AssessmentOutcome {
  if (!previous) return 'assigned';
  if (!samePlacement(previous, target)) return 'moved';
  return previous.pendingLowering ? 'loweringWithdrawn' : 'unchanged';
}
