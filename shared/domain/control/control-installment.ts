import { checkpointInstant, type DatedCheckpoint, datedCheckpoints, isWarning, takesCover } from '../checkpoint-dates.ts';
import type { LocalDate } from '../local-date.ts';
import { type Control, NO_CONTROL } from '../policy.ts';
import { pauseOn } from '../relief.ts';
import type { InstallmentStanding } from '../standing.ts';
import { mustWait, type WaitReason } from './adverse-guard.ts';
import type { ControlFacts } from './control-facts.ts';
import { mayCostCover, startsProcess } from './thresholds.ts';

export type Outcome = 'clear' | 'acted' | 'waived' | 'superseded';

/** How one checkpoint of one installment ended, once. */
export interface Settlement {
  readonly installment: number;
  readonly code: string;
  readonly on: LocalDate;
  readonly outcome: Outcome;
  /** Codes of the actions done; only for `acted`. */
  readonly actions: readonly string[];
  readonly reason?: string;
}

export interface InstallmentDecision {
  readonly settlements: readonly Settlement[];
  readonly act?: DatedCheckpoint;
  readonly waiting?: { readonly code: string; readonly reason: WaitReason };
  readonly control: Control;
  /** Checkpoints still to come, dated as of now. */
  readonly ahead: readonly DatedCheckpoint[];
}

/**
 * Settles every checkpoint of an installment whose time has passed. When it is covered they are clear. When it is not,
 * only the most advanced one that applies acts, and those before it are superseded: after an outage one letter, not five.
 */
export function controlInstallment(facts: ControlFacts, installment: InstallmentStanding, today: LocalDate): InstallmentDecision {
  const covered = !startsProcess(installment.outstandingMinor, facts.policy.premium.currency, facts.regulation);
  const control = lookAgain(facts.progress.controls[installment.number - 1] ?? NO_CONTROL, covered);
  const dated = date(facts, installment, control, today);
  const passed = dated.filter((d) => d.index >= control.settled && checkpointInstant(d.on, facts.policy) <= facts.now);
  return covered
    ? conclude(
        { facts, installment, today, control },
        passed.map((d) => settle(installment, d, 'clear')),
      )
    : pursue({ facts, installment, today, control }, passed);
}

/** Nothing is settled now; what is to come, and what has passed already, is still ahead. */
export function leaveAlone(facts: ControlFacts, installment: InstallmentStanding, today: LocalDate): InstallmentDecision {
  const control = facts.progress.controls[installment.number - 1] ?? NO_CONTROL;
  return { settlements: [], control, ahead: date(facts, installment, control, today).filter((d) => d.index >= control.settled) };
}

interface Case {
  readonly facts: ControlFacts;
  readonly installment: InstallmentStanding;
  readonly today: LocalDate;
  readonly control: Control;
}

/** Money that had cleared checkpoints went back: they are looked at again. */
const lookAgain = (control: Control, covered: boolean): Control => (covered ? control : { ...control, settled: control.unclear });

function date(facts: ControlFacts, { effectiveDueOn: dueOn, pauses }: InstallmentStanding, control: Control, today: LocalDate) {
  const { regulation, calendar, applied } = facts;
  return datedCheckpoints({ regulation, dueOn, pauses, graceDays: applied.conditions.graceDays, calendar, control, today });
}

function pursue(uncovered: Case, passed: readonly DatedCheckpoint[]): InstallmentDecision {
  const { facts, installment, control } = uncovered;
  const waived = new Map(passed.map((d) => [d.index, whyWaived(uncovered, d)] as const));
  const applicable = passed.filter((d) => !waived.get(d.index));
  const waits = applicable.flatMap((d) => {
    const reason = takesCover(d.actions) ? mustWait(d, facts, installment, control) : undefined;
    return reason ? [{ code: d.checkpoint.code, index: d.index, reason }] : [];
  })[0];
  const ripe = waits ? passed.filter((d) => d.index < waits.index) : passed;
  const act = ripe.filter((d) => !waived.get(d.index)).at(-1);
  const settlements = ripe.map((d) => {
    const reason = waived.get(d.index);
    if (reason) return { ...settle(installment, d, 'waived'), reason };
    return d === act ? { ...settle(installment, d, 'acted'), actions: d.checkpoint.actions } : settle(installment, d, 'superseded');
  });
  const decided = conclude(uncovered, settlements, act);
  return waits ? { ...decided, waiting: { code: waits.code, reason: waits.reason } } : decided;
}

function whyWaived({ facts, installment }: Case, { checkpoint, actions, on }: DatedCheckpoint): string | undefined {
  const { policy, applied, account, regulation } = facts;
  const minimum = checkpoint.minOutstanding;
  if (checkpoint.classes && !checkpoint.classes.includes(applied.class)) return 'not for this class';
  if (minimum?.currency === policy.premium.currency && installment.outstandingMinor < minimum.amountMinor) return 'below the minimum';
  if (pauseOn(on, installment.pauses)) return 'relief';
  if (takesCover(actions) && !mayCostCover(installment.outstandingMinor, policy.premium.currency, regulation))
    return 'too small to cost cover';
  const suspendedAlready = account.status === 'suspended' && actions.some((a) => a.kind === 'suspend');
  return suspendedAlready ? 'cover is suspended already' : undefined;
}

function conclude(decided: Case, settlements: readonly Settlement[], act?: DatedCheckpoint): InstallmentDecision {
  const { facts, installment, today, control } = decided;
  const settled = control.settled + settlements.length;
  const lastUnclear = settlements.findLastIndex((s) => s.outcome !== 'clear');
  const warned =
    act && isWarning(act.actions) ? [...control.warned, { code: act.checkpoint.code, on: today, noticeIds: [] }] : control.warned;
  const after: Control = { settled, unclear: lastUnclear === -1 ? control.unclear : control.settled + lastUnclear + 1, warned };
  const ahead = date(facts, installment, after, today).filter((d) => d.index >= settled);
  return { settlements, ...(act ? { act } : {}), control: after, ahead };
}

const settle = (installment: InstallmentStanding, { checkpoint, on }: DatedCheckpoint, outcome: Outcome): Settlement => ({
  installment: installment.number,
  code: checkpoint.code,
  on,
  outcome,
  actions: [],
});
