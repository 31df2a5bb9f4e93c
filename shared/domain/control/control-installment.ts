import { checkpointInstant, type DatedCheckpoint, datedCheckpoints, givesTime, takesCover } from '../checkpoint-dates.ts';
import type { LocalDate } from '../local-date.ts';
import { type Control, NO_CONTROL, type Warning } from '../policy.ts';
import type { InstallmentStanding } from '../standing.ts';
import { mustWait, type WaitReason } from './adverse-guard.ts';
import type { ControlFacts } from './control-facts.ts';
import { letterDelayDays } from './first-word.ts';
import { lookAgain } from './look-again.ts';
import { startsProcess } from './thresholds.ts';
import { asGiven } from './warning-letters.ts';
import { type Case, whyWaived, wouldAct } from './why-waived.ts';

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
 * Settles the checkpoints of an installment whose time has passed. When it is covered they are clear. When it is not,
 * only the most advanced one that applies acts, and those before it are superseded: after an outage one letter, not five.
 * A warning, a suspension or a lapse is never superseded: what comes after it has its time only after it.
 */
export function controlInstallment(facts: ControlFacts, installment: InstallmentStanding, today: LocalDate): InstallmentDecision {
  const taken = takeUp({ facts, installment, today });
  const ahead = date(taken).filter((d) => d.index >= taken.control.settled);
  const passed = ahead.filter((d) => checkpointInstant(d.on, facts.policy) <= facts.now);
  if (passed.length === 0) return { settlements: [], control: taken.control, ahead };
  return taken.covered
    ? conclude(
        taken,
        passed.map((d) => clear(installment, d)),
      )
    : pursue(taken, passed);
}

/** Nothing is settled now; what is to come, and what has passed already, is still ahead. */
export function leaveAlone(facts: ControlFacts, installment: InstallmentStanding, today: LocalDate): InstallmentDecision {
  const taken = takeUp({ facts, installment, today });
  return { settlements: [], control: knownControl(taken), ahead: date(taken).filter((d) => d.index >= taken.control.settled) };
}

interface Taken extends Case {
  readonly covered: boolean;
  readonly control: Control;
}

function takeUp(of: Case): Taken {
  const { facts, installment } = of;
  const covered = !startsProcess(installment.outstandingMinor, facts.policy.premium.currency, facts.regulation);
  const known = knownControl(of);
  return { ...of, covered, control: covered ? known : lookAgain(known, of) };
}

const knownControl = ({ facts, installment }: Case): Control =>
  asGiven(facts.progress.controls[installment.number - 1] ?? NO_CONTROL, facts);

function date(taken: Taken, control = taken.control): readonly DatedCheckpoint[] {
  const { facts, installment, today, covered } = taken;
  const { regulation, calendar, applied } = facts;
  const { effectiveDueOn: dueOn, pauses } = installment;
  const served = { graceDays: applied.conditions.graceDays, letterDelayDays: letterDelayDays(applied) };
  const of = { regulation, dueOn, pauses, ...served, calendar, control, today };
  return datedCheckpoints({ ...of, wouldAct: covered ? () => false : wouldAct(taken) });
}

function pursue(uncovered: Taken, passed: readonly DatedCheckpoint[]): InstallmentDecision {
  const { facts, installment, control } = uncovered;
  const applicable = passed.filter(wouldAct(uncovered));
  const key = applicable.find((d) => givesTime(d.actions) || takesCover(d.actions));
  const waits = key && takesCover(key.actions) ? mustWait(key, facts, installment, control) : undefined;
  const ripe = key ? passed.filter((d) => d.index < key.index || (d === key && !waits)) : passed;
  const act = applicable.findLast((d) => ripe.includes(d));
  const settlements = ripe.map((d) => {
    const reason = whyWaived(uncovered, d);
    if (reason) return { ...settle(installment, d, 'waived'), reason };
    return d === act ? { ...settle(installment, d, 'acted'), actions: d.checkpoint.actions } : settle(installment, d, 'superseded');
  });
  const decided = conclude(uncovered, settlements, act);
  return key && waits ? { ...decided, waiting: { code: key.checkpoint.code, reason: waits } } : decided;
}

function conclude(taken: Taken, settlements: readonly Settlement[], act?: DatedCheckpoint): InstallmentDecision {
  const { control, today } = taken;
  const settled = control.settled + settlements.length;
  const lastUnclear = settlements.findLastIndex((s) => s.outcome !== 'clear');
  const warned =
    act && givesTime(act.actions) ? [...control.warned, { code: act.checkpoint.code, on: today, noticeIds: [] }] : control.warned;
  const after: Control = { ...control, settled, unclear: lastUnclear === -1 ? control.unclear : control.settled + lastUnclear + 1, warned };
  const ahead = date(taken, after).filter((d) => d.index >= settled);
  const told = act && givesTime(act.actions) ? { ...after, warned: withAnnounced(warned, ahead.find(announces(taken))) } : after;
  return { settlements, ...(act ? { act } : {}), control: told, ahead };
}

const announces = (of: Case) => (step: DatedCheckpoint) => takesCover(step.actions) && wouldAct(of)(step);

/** The warning given last says what comes next, and when: that day is kept. */
const withAnnounced = (warned: readonly Warning[], adverse: DatedCheckpoint | undefined): readonly Warning[] =>
  adverse ? warned.map((w, index) => (index === warned.length - 1 ? { ...w, notBefore: adverse.on } : w)) : warned;

/** Clear without being paid has its reason. */
const clear = (installment: InstallmentStanding, d: DatedCheckpoint): Settlement => {
  const settled = settle(installment, d, 'clear');
  return installment.outstandingMinor > 0 ? { ...settled, reason: 'too small to start the process' } : settled;
};

const settle = (installment: InstallmentStanding, { checkpoint, on }: DatedCheckpoint, outcome: Outcome): Settlement => ({
  installment: installment.number,
  code: checkpoint.code,
  on,
  outcome,
  actions: [],
});
