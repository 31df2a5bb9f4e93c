import { actionsOf, type DatedCheckpoint, isWarning } from '../checkpoint-dates.ts';
import type { Control } from '../policy.ts';
import type { InstallmentStanding } from '../standing.ts';
import type { ControlFacts } from './control-facts.ts';
import { isGiven } from './warning-letters.ts';

export type WaitReason = 'grace' | 'noticeNotSent' | 'statementsNotReconciled';

/**
 * Why an adverse action must wait, if it must. Cover is never taken away before grace has passed, nor unless every
 * warning before it was given (sent, or told by a person when it came back), nor (where the regulation says so) before the bank statements of
 * the due date are imported: nobody loses cover while his money is being posted.
 */
export function mustWait(
  adverse: DatedCheckpoint,
  facts: ControlFacts,
  installment: InstallmentStanding,
  control: Control,
): WaitReason | undefined {
  if (installment.daysPastDue <= facts.applied.conditions.graceDays) return 'grace';
  if (!warningsWereGiven(adverse, facts, control)) return 'noticeNotSent';
  const reconciled = !facts.regulation.requiresReconciledThrough || (facts.reconciledThrough ?? '') >= installment.effectiveDueOn;
  return reconciled ? undefined : 'statementsNotReconciled';
}

function warningsWereGiven(adverse: DatedCheckpoint, facts: ControlFacts, control: Control): boolean {
  const { regulation } = facts;
  const warnings = regulation.checkpoints.slice(0, adverse.index).filter((c) => isWarning(actionsOf(c, regulation)));
  const given = control.warned.filter((w) => warnings.some((c) => c.code === w.code));
  return given.length > 0 && given.every((w) => isGiven(w, facts));
}

/** Notices to look up before a decision: those that adverse checkpoints depend on. */
export function warningsToLookUp(controls: readonly Control[]): readonly string[] {
  return controls.flatMap((control) => control.warned.flatMap((w) => w.noticeIds));
}
