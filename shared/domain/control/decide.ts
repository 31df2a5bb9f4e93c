import { addBusinessDays } from '../business-calendar.ts';
import { actionsOf, checkpointInstant, type DatedCheckpoint, takesCover } from '../checkpoint-dates.ts';
import { addDays, type LocalDate, maxDate } from '../local-date.ts';
import { type Control, isOpen, type NextCheckpoint, NO_CONTROL, type PolicyStatus } from '../policy.ts';
import { type Standing, standing } from '../standing.ts';
import { localDateAt } from '../zone.ts';
import type { WaitReason } from './adverse-guard.ts';
import type { ControlFacts } from './control-facts.ts';
import { type InstallmentDecision, leaveAlone, type Settlement } from './control-installment.ts';
import { decideInstallments, type NumberedDecision } from './decide-installments.ts';
import { decideTasks, type TaskDecision, wakeFor } from './decide-tasks.ts';
import { announced, lostWarnings, type Reissued, reissuedOf, reissues, withReissued } from './reissue-warnings.ts';
import { mayCostCover } from './thresholds.ts';
import { type Case, wouldAct } from './why-waived.ts';

/** What is to happen. Data: one place performs it, in one transaction. */
export interface Decision extends CheckpointDecision, TaskDecision {}

export interface CheckpointDecision {
  readonly today: LocalDate;
  readonly standing: Standing;
  readonly settlements: readonly Settlement[];
  readonly acts: readonly Act[];
  /** Warnings that go out once more, to the address that is right now. */
  readonly reissued: readonly Reissued[];
  readonly waiting: readonly { readonly installment: number; readonly code: string; readonly reason: WaitReason }[];
  readonly status: PolicyStatus;
  readonly statusReason?: StatusReason;
  readonly controls: readonly Control[];
  /** Absent: the policy is closed and nothing comes next. */
  readonly next?: NextCheckpoint;
  /** Due date of the oldest installment that is not covered, for the list of what is past due. */
  readonly oldestDueOn?: LocalDate;
}

export interface Act {
  readonly installment: number;
  readonly checkpoint: DatedCheckpoint;
  /** What comes after it and would act on this client as things stand, for what a message says of consequences. */
  readonly ahead: readonly DatedCheckpoint[];
}

export type StatusReason = 'checkpoint' | 'paidUp' | 'coverEnded';

/** The wake-up after the last checkpoint: is cover over, and all paid? */
export const COVER_END = 'END';
const LOOK_AGAIN_DAYS = 30;

/** Facts → decision. Pure and total: a closed policy decides nothing, but that its tasks are closed. */
export function decide(facts: ControlFacts): Decision {
  const decision = decideCheckpoints(facts);
  const tasks = decideTasks(facts, decision);
  const wakeAt = wakeFor(tasks, facts, decision);
  const { next } = decision;
  return { ...decision, ...tasks, ...(next && wakeAt !== undefined && wakeAt < next.at ? { next: { ...next, wakeAt } } : {}) };
}

function decideCheckpoints(given: ControlFacts): CheckpointDecision {
  const today = localDateAt(given.now, given.policy.timeZone);
  const owed = standing(given.policy, given.account, today);
  if (!isOpen(given.account.status)) return closed(given, owed, today);
  const written = reissues(lostWarnings(given, owed, today), given);
  const facts = withReissued(given, written, today);
  const decided = decideInstallments(facts, owed, today);
  const acts = owed.installments.flatMap((installment, index) => actOf({ facts, installment, today }, decided[index]));
  const changed = nextStatus(facts, owed, acts, today);
  const ends = changed.statusReason === 'paidUp' ? restored(facts, owed, decided, today) : decided;
  const next = isOpen(changed.status) ? nextOf(facts, ends, owed, today) : undefined;
  const oldest = owed.installments
    .filter((i) => i.outstandingMinor > 0)
    .map((i) => i.effectiveDueOn)
    .toSorted()[0];
  return {
    today,
    standing: owed,
    settlements: decided.flatMap((d) => d.settlements),
    acts,
    reissued: owed.installments.flatMap((i, index) => reissuedOf({ facts, installment: i, today }, written, decided[index]?.ahead)),
    waiting: decided.flatMap((d) => (d.waiting ? [{ installment: d.number, ...d.waiting }] : [])),
    ...changed,
    controls: ends.map((d) => announced(d, written)),
    ...(next ? { next } : {}),
    ...(oldest && next ? { oldestDueOn: oldest } : {}),
  };
}

function actOf(of: Case, decided: InstallmentDecision | undefined): readonly Act[] {
  if (!decided?.act) return [];
  const { coverTo } = of.facts.policy;
  const ahead = decided.ahead.filter(wouldAct(of)).filter((d) => d.on <= coverTo || !takesCover(d.actions)); // nothing is taken once cover is over
  return [{ installment: of.installment.number, checkpoint: decided.act, ahead }];
}

function closed({ account, progress, policy }: ControlFacts, owed: Standing, today: LocalDate): CheckpointDecision {
  const controls = policy.installments.map((i) => progress.controls[i.number - 1] ?? NO_CONTROL);
  return { today, standing: owed, settlements: [], acts: [], reissued: [], waiting: [], status: account.status, controls };
}

/** The end of a paid cover completes the policy; lapse ends cover; suspension pauses it; nothing past due restores it at once. */
function nextStatus(
  facts: ControlFacts,
  owed: Standing,
  acts: readonly Act[],
  today: LocalDate,
): { readonly status: PolicyStatus; readonly statusReason?: StatusReason } {
  if (today > facts.policy.coverTo && owed.outstandingMinor === 0) return { status: 'completed', statusReason: 'coverEnded' };
  const kinds = new Set(acts.flatMap((act) => act.checkpoint.actions.map((action) => action.kind)));
  if (kinds.has('lapse')) return { status: 'lapsed', statusReason: 'checkpoint' };
  if (kinds.has('suspend') && facts.account.status === 'active') return { status: 'suspended', statusReason: 'checkpoint' };
  const { currency } = facts.policy.premium;
  const nothingPastDue = !mayCostCover(owed.pastDueMinor, currency, facts.regulation);
  if (facts.account.status === 'suspended' && nothingPastDue) return { status: 'active', statusReason: 'paidUp' };
  return { status: facts.account.status };
}

/**
 * Cover restored: should the money go back, the process takes cover away again by its adverse checkpoint, and all that comes after it
 * is done anew: a notice of lapse that was given before the restoration warns of nothing any more.
 */
function forgive(control: Control, { regulation }: ControlFacts): Control {
  const firstAdverse = regulation.checkpoints.findIndex((c) => takesCover(actionsOf(c, regulation)));
  return firstAdverse === -1 ? control : { ...control, unclear: Math.min(control.unclear, firstAdverse) };
}

/** What is ahead once cover is restored: by relief, an installment still owes, and its suspension comes again when the relief ends. */
function restored(facts: ControlFacts, owed: Standing, decided: readonly NumberedDecision[], today: LocalDate): readonly Ending[] {
  const controls = decided.map((d) => forgive(d.control, facts));
  const account = { ...facts.account, status: 'active' } as const;
  const from = { ...facts, account, progress: { ...facts.progress, controls } };
  return owed.installments.map((installment) => ({ number: installment.number, ...leaveAlone(from, installment, today) }));
}

type Ending = Pick<NumberedDecision, 'number' | 'control' | 'ahead' | 'waiting'>;

function nextOf(facts: ControlFacts, decided: readonly Ending[], owed: Standing, today: LocalDate): NextCheckpoint {
  const candidates = decided.flatMap((d) => {
    const first = d.ahead[0];
    if (!first) return [];
    const on = d.waiting ? addBusinessDays(today, 1, facts.calendar) : first.on;
    return [{ at: checkpointInstant(on, facts.policy), installment: d.number, code: first.checkpoint.code }];
  });
  const end = owed.outstandingMinor === 0 || candidates.length === 0 ? [coverEnd(facts, today)] : [];
  return [...candidates, ...end].reduce((first, next) => (next.at < first.at ? next : first));
}

/** All settled: look again after the end of cover, and every 30 days while something is still owed. */
function coverEnd(facts: ControlFacts, today: LocalDate): NextCheckpoint {
  const dayAfter = addDays(facts.policy.coverTo, 1);
  const on = today < dayAfter ? dayAfter : maxDate(dayAfter, addDays(today, LOOK_AGAIN_DAYS));
  return { at: checkpointInstant(on, facts.policy), installment: facts.policy.installments.length, code: COVER_END };
}

/** The day an adverse action comes at the earliest, for the messages before it. */
export function consequenceOf(act: Pick<Act, 'ahead'>): { readonly kind: 'suspend' | 'lapse'; readonly notBefore: LocalDate } | undefined {
  const adverse = act.ahead.find((d) => takesCover(d.actions));
  const kind = adverse?.actions.find((a) => a.kind === 'suspend' || a.kind === 'lapse')?.kind;
  return adverse && (kind === 'suspend' || kind === 'lapse') ? { kind, notBefore: adverse.on } : undefined;
}
