import type { DatedCheckpoint } from '../checkpoint-dates.ts';
import type { LocalDate } from '../local-date.ts';
import type { Standing } from '../standing.ts';
import type { ControlFacts } from './control-facts.ts';
import { controlInstallment, type InstallmentDecision, leaveAlone } from './control-installment.ts';
import { opensTask } from './planned-task.ts';

export interface NumberedDecision extends InstallmentDecision {
  readonly number: number;
}

/**
 * A transaction holds 100 actions (DynamoDB), of which upkeep, records and guards take some 27, and letters that came back 14. An act writes a notice and
 * an intent for each of up to 13 addressees, and three for each of up to 8 tasks: 50 at most, so one always fits. The
 * others are left as they are, and their time, already past, wakes the next run.
 */
const MOST_WRITES = 59;

export function decideInstallments(facts: ControlFacts, { installments }: Standing, today: LocalDate): readonly NumberedDecision[] {
  let writes = 0;
  return installments.map((installment) => {
    const decision = controlInstallment(facts, installment, today);
    const isFirst = writes === 0;
    writes += decision.act ? writesOf(decision.act) : 0;
    const fits = !decision.act || isFirst || writes <= MOST_WRITES;
    return { number: installment.number, ...(fits ? decision : leaveAlone(facts, installment, today)) };
  });
}

function writesOf({ actions }: DatedCheckpoint): number {
  const addressed = new Set(actions.flatMap((a) => [...(a.to ?? []), ...Object.keys(a.participants)]));
  return 1 + 2 * addressed.size + 3 * actions.filter(opensTask).length;
}
