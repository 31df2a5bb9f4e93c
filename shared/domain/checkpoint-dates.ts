import { addBusinessDays, type BusinessCalendar, nextBusinessDay } from './business-calendar.ts';
import { addDays, daysBetween, type LocalDate, maxDate } from './local-date.ts';
import type { Control } from './policy.ts';
import { type Action, type Checkpoint, isAdverse, POLICYHOLDER, type Regulation } from './regulation.ts';
import { moveOverPauses, type Pause } from './relief.ts';
import { spread } from './spread.ts';
import { instantOf } from './zone.ts';

/** A checkpoint of one installment with its day. */
export interface DatedCheckpoint {
  /** Position in the regulation's order. */
  readonly index: number;
  readonly checkpoint: Checkpoint;
  readonly actions: readonly Action[];
  readonly on: LocalDate;
}

export interface DatingFacts {
  readonly regulation: Regulation;
  readonly dueOn: LocalDate;
  readonly pauses: readonly Pause[];
  readonly graceDays: number;
  readonly calendar: BusinessCalendar;
  readonly control: Control;
  readonly today: LocalDate;
}

/**
 * Dates the checkpoints of an installment, in the regulation's order, each on a business day and none before the one ahead of it.
 * Days after the due date skip paused days. What follows a warning (a notice that an adverse action depends on) that went
 * out late, or is still to go, moves on by as many days: the policyholder always has the time that the regulation gives him.
 *
 * Due Tue 1 Dec, grace 10: C1 −14 → 17 Nov; C3 +1 business → 2 Dec; C5 grace end → Fri 11 Dec; C6 +5 business → 18 Dec.
 */
export function datedCheckpoints(facts: DatingFacts): readonly DatedCheckpoint[] {
  const actionOf = new Map(facts.regulation.actions.map((action) => [action.code, action]));
  const dated: DatedCheckpoint[] = [];
  let notBefore: LocalDate | undefined;
  let late = 0;
  facts.regulation.checkpoints.forEach((checkpoint, index) => {
    const actions = checkpoint.actions.flatMap((code) => actionOf.get(code) ?? []);
    const planned = nextBusinessDay(addDays(plannedDate(checkpoint, facts), late), facts.calendar);
    const on = notBefore ? maxDate(notBefore, planned) : planned;
    dated.push({ index, checkpoint, actions, on });
    if (isWarning(actions)) late += lateness(on, index, facts);
    notBefore = on;
  });
  return dated;
}

/** A notice to the policyholder: adverse actions after it depend on it. */
export const isWarning = (actions: readonly Action[]): boolean =>
  actions.some((action) => action.kind === 'notice' && (action.to ?? []).includes(POLICYHOLDER));

export const takesCover = (actions: readonly Action[]): boolean => actions.some((action) => isAdverse(action.kind));

function plannedDate(checkpoint: Checkpoint, { dueOn, pauses, graceDays, calendar }: DatingFacts): LocalDate {
  const anchor = checkpoint.anchor === 'dueOn' ? dueOn : addDays(dueOn, graceDays);
  const offset = checkpoint.offsetDays;
  const nominal = checkpoint.dayKind === 'business' && offset !== 0 ? addBusinessDays(anchor, offset, calendar) : addDays(anchor, offset);
  return nextBusinessDay(nominal > dueOn ? moveOverPauses(nominal, dueOn, pauses) : nominal, calendar);
}

/** How many days later than its date a warning was acted, or would be if it were acted today. */
function lateness(on: LocalDate, index: number, { control, today, regulation }: DatingFacts): number {
  const code = regulation.checkpoints[index]?.code;
  const warning = control.warned.find((w) => w.code === code);
  const actedOn = warning?.on ?? (index >= control.settled ? maxDate(today, on) : on);
  return Math.max(0, daysBetween(on, actedOn));
}

/** Checkpoints start at 09:00 local time, spread over two hours so that 09:00 is not a spike. */
const START_MINUTES = 9 * 60;
const WINDOW_MINUTES = 120;

/** The instant of a policy's checkpoints on a day: 09:00 local + a stable offset of the policy, 0–119 minutes. Epoch ms. */
export const checkpointInstant = (on: LocalDate, policy: { readonly policyNumber: string; readonly timeZone: string }): number =>
  instantOf(on, START_MINUTES + spread(policy.policyNumber, WINDOW_MINUTES), policy.timeZone);
