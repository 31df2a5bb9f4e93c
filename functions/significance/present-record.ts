import type { ClassRecord, SideReason } from '../../shared/domain/significance/class-record.ts';

/** One entry of a client's history: who had which class when, under which version of the model, and why. */
export function presentRecord({ occasion, why, ...record }: ClassRecord) {
  return {
    ...record,
    ...(occasion ? { occasion: occasion.kind } : {}),
    ...(occasion?.kind === 'reassessment' ? { runId: occasion.runId } : {}),
    ...(why ? { why: { potential: presentReason(why.potential), results: presentReason(why.results) } } : {}),
  };
}

const presentReason = ({ scoreHundredths, ...reason }: SideReason) => ({ score: scoreHundredths / 100, ...reason });
