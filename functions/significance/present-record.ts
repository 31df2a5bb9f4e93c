import type { ClassRecord, SideReason } from '../../shared/domain/significance/class-record.ts';
import { presentMoney } from '../http/present-money.ts';

/** One entry of a client's history: who had which class when, under which version of the model, and why. */
export function presentRecord({ occasion, why, ...record }: ClassRecord) {
  return {
    ...record,
    ...(occasion ? { occasion: occasion.kind } : {}),
    ...(occasion?.kind === 'reassessment' ? { runId: occasion.runId } : {}),
    ...(why ? { why: { potential: presentReason(why.potential), results: presentReason(why.results) } } : {}),
  };
}

const presentReason = ({ scoreHundredths, indicators, ...reason }: SideReason) => ({
  score: scoreHundredths / 100,
  ...reason,
  indicators: indicators.map(({ value, ...indicator }) => ({
    ...indicator,
    ...(value === undefined ? {} : { value: typeof value === 'number' ? value : presentMoney(value) }),
  })),
});
