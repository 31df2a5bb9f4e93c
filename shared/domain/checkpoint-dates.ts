import { addBusinessDays, type BusinessCalendar, nextBusinessDay } from './business-calendar.ts';
import { isLetterAfterDueDate } from './control/first-word.ts';
import { addDays, daysBetween, type LocalDate, localDate, maxDate, minDate } from './local-date.ts';
import type { Control } from './policy.ts';
import { type Action, type Checkpoint, isAdverse, POLICYHOLDER, type Regulation } from './regulation.ts';
import { effectiveDaysPastDue, moveOverPauses, type Pause, pauseOn } from './relief.ts';
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

/** What a checkpoint does, whenever that is. */
export type Step = Pick<DatedCheckpoint, 'checkpoint' | 'actions'>;

export interface DatingFacts {
  readonly regulation: Regulation;
  readonly dueOn: LocalDate;
  readonly pauses: readonly Pause[];
  readonly graceDays: number;
  /** How much later letters after the due date come: the call has these days to itself. */
  readonly letterDelayDays: number;
  readonly calendar: BusinessCalendar;
  readonly control: Control;
  readonly today: LocalDate;
  /** Would it act, were its time now? What would not delays nothing. */
  readonly wouldAct: (step: Step) => boolean;
}

/**
 * Dates the checkpoints of an installment, in the regulation's order, each on a business day and none before the one ahead of it.
 * Days after the due date skip paused days, and what is still to be done waits while relief is in force. What follows a
 * warning or a suspension that came late, or is still to come, moves on by as many days: the policyholder always has the
 * time that the regulation gives him, and a business day in any case (without grace, notice and suspension could meet). What a
 * warning announced for a day doesn't come before it, however the client is served since.
 *
 * Due Tue 1 Dec, grace 10: C1 −14 → 17 Nov; C3 +1 business → 2 Dec; C5 grace end → Fri 11 Dec; C6 +5 business → 18 Dec.
 */
export function datedCheckpoints(facts: DatingFacts): readonly DatedCheckpoint[] {
  const dated: DatedCheckpoint[] = [];
  let notBefore = EARLIEST;
  let adverseNotBefore = EARLIEST;
  let late = 0;
  facts.regulation.checkpoints.forEach((checkpoint, index) => {
    const actions = actionsOf(checkpoint, facts.regulation);
    const planned = plannedDate({ checkpoint, actions }, facts);
    const moved = late === 0 ? planned : openDay(moveOn(planned, late, facts), checkpoint, facts);
    const ordered = maxDate(moved, takesCover(actions) ? maxDate(notBefore, adverseNotBefore) : notBefore);
    const on = index >= facts.control.settled ? afterRelief(ordered, checkpoint, facts) : ordered;
    const step = { index, checkpoint, actions, on };
    dated.push(step);
    notBefore = on;
    const doneOn = givesTime(actions) ? whenDone(step, facts) : undefined;
    if (!doneOn) return;
    late = Math.max(late, daysLate(planned, doneOn, facts));
    adverseNotBefore = maxDate(addBusinessDays(doneOn, 1, facts.calendar), announcedBy(checkpoint, facts) ?? adverseNotBefore);
  });
  return dated;
}

/** The day on which the warning that was given said that cover would be taken. */
const announcedBy = ({ code }: Checkpoint, { control }: DatingFacts): LocalDate | undefined =>
  control.warned.findLast((w) => w.code === code)?.notBefore;

const EARLIEST = localDate('1900-01-01');

export const actionsOf = ({ actions }: Checkpoint, regulation: Regulation): readonly Action[] =>
  actions.flatMap((code) => regulation.actions.find((action) => action.code === code) ?? []);

/** A notice to the policyholder: adverse actions after it depend on it. */
export const isWarning = (actions: readonly Action[]): boolean =>
  actions.some((action) => action.kind === 'notice' && (action.to ?? []).includes(POLICYHOLDER));

export const takesCover = (actions: readonly Action[]): boolean => actions.some((action) => isAdverse(action.kind));

/** After a warning and after a suspension the policyholder has the days until the next checkpoint to pay. */
export const givesTime = (actions: readonly Action[]): boolean => isWarning(actions) || actions.some((action) => action.kind === 'suspend');

/** Comes before anything is past due. */
export const isAhead = ({ anchor, offsetDays }: Checkpoint): boolean => anchor === 'dueOn' && offsetDays <= 0;

function plannedDate({ checkpoint, actions }: Step, facts: DatingFacts): LocalDate {
  const { dueOn, pauses, graceDays, calendar } = facts;
  const anchor = checkpoint.anchor === 'dueOn' ? dueOn : addDays(dueOn, graceDays);
  const offset = checkpoint.offsetDays;
  const counted = checkpoint.dayKind === 'business' && offset !== 0 ? addBusinessDays(anchor, offset, calendar) : addDays(anchor, offset);
  const nominal = isLetterAfterDueDate(checkpoint, actions) ? addDays(counted, facts.letterDelayDays) : counted;
  return openDay(nominal > dueOn ? moveOverPauses(nominal, dueOn, pauses) : nominal, checkpoint, facts);
}

/** So many days later, paused days not counted. */
const moveOn = (date: LocalDate, days: number, { dueOn, pauses }: DatingFacts): LocalDate =>
  moveOverPauses(addDays(date, days), maxDate(date, dueOn), pauses);

/** The first day from this one that a checkpoint can have: a business day, and once money is past due none that relief covers. */
function openDay(from: LocalDate, checkpoint: Checkpoint, facts: DatingFacts): LocalDate {
  const on = nextBusinessDay(from, facts.calendar);
  const pause = isAhead(checkpoint) ? undefined : pauseOn(on, facts.pauses);
  return pause ? openDay(pause.until, checkpoint, facts) : on;
}

/** Its day has passed, and before it was done relief was granted: it waits for the end of it. */
function afterRelief(on: LocalDate, checkpoint: Checkpoint, facts: DatingFacts): LocalDate {
  const waits = on <= facts.today && !isAhead(checkpoint) && pauseOn(facts.today, facts.pauses);
  return waits ? openDay(facts.today, checkpoint, facts) : on;
}

/** When a warning or a suspension was done, or would be if its time is now; undefined: it was passed over, or does not apply. */
function whenDone(step: DatedCheckpoint, { control, today, wouldAct }: DatingFacts): LocalDate | undefined {
  const done = control.warned.findLast((w) => w.code === step.checkpoint.code);
  return done?.on ?? (step.index >= control.settled && wouldAct(step) ? maxDate(today, step.on) : undefined);
}

/** How many days later than planned it was done; paused days not counted. */
function daysLate(planned: LocalDate, doneOn: LocalDate, { dueOn, pauses }: DatingFacts): number {
  if (doneOn <= planned) return 0;
  const beforeDue = daysBetween(planned, maxDate(planned, minDate(dueOn, doneOn)));
  return beforeDue + effectiveDaysPastDue(maxDate(planned, dueOn), doneOn, pauses);
}

/** Checkpoints start at 09:00 local time, spread over two hours so that 09:00 is not a spike: infra/decisions/005. */
const START_MINUTES = 9 * 60;
const WINDOW_MINUTES = 120;

/**
 * The instant of a policy's checkpoints on a day: 09:00 local + a stable offset of its client, 0–119 minutes. Epoch ms.
 * All policies of a client have the same minute, so that what he is told about them on one day fits into one message.
 */
export const checkpointInstant = (on: LocalDate, policy: { readonly clientId: string; readonly timeZone: string }): number =>
  instantOf(on, START_MINUTES + spread(policy.clientId, WINDOW_MINUTES), policy.timeZone);
