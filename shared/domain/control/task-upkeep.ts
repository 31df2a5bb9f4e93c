import { addBusinessDays, nextBusinessDay } from '../business-calendar.ts';
import { checkpointInstant } from '../checkpoint-dates.ts';
import { type LocalDate, maxDate } from '../local-date.ts';
import { isOpen, type Policy, type PolicyStatus } from '../policy.ts';
import { pauseOn } from '../relief.ts';
import type { Standing } from '../standing.ts';
import type { CloseReason, OpenTask } from '../task.ts';
import { stillOwed } from '../write-off.ts';
import type { ControlFacts } from './control-facts.ts';
import { startsProcess } from './thresholds.ts';

/** What becomes of the tasks that wait for a result. */
export interface TaskUpkeep {
  readonly kept: readonly OpenTask[];
  readonly closed: readonly { readonly task: OpenTask; readonly reason: CloseReason }[];
  /** Not done in time: each goes to who is accountable. */
  readonly late: readonly OpenTask[];
  /** There is more to do than one transaction takes. */
  readonly more: boolean;
}

interface UpkeepFacts {
  readonly facts: ControlFacts;
  readonly owed: Standing;
  /** As the run leaves it. */
  readonly status: PolicyStatus;
  readonly today: LocalDate;
}

/** What one run does to tasks, in writes of its transaction: two to close one, four to hand one on and tell of it. */
const MOST_WRITES = 12;

/** Nobody is asked to chase what has been paid, nor for a policy that has ended; what is late goes to who is accountable. */
export function keepTasks(upkeep: UpkeepFacts): TaskUpkeep {
  let writes = 0;
  const { facts } = upkeep;
  const fates = (facts.progress.tasks ?? []).map((task) => {
    const reason = isReaddressed(task, facts) ? 'addressCorrected' : whyClosed(task, facts, upkeep.owed, upkeep.status);
    const late = !reason && (lateAt(task, upkeep) ?? Number.POSITIVE_INFINITY) <= facts.now;
    writes += reason ? 2 : late ? 4 : 0;
    return { task, reason, late, later: (reason !== undefined || late) && writes > MOST_WRITES };
  });
  return {
    kept: fates.filter((f) => f.later || !(f.reason || f.late)).map((f) => f.task),
    closed: fates.flatMap(({ task, reason, later }) => (reason && !later ? [{ task, reason }] : [])),
    late: fates.filter((f) => f.late && !f.later).map((f) => f.task),
    more: fates.some((f) => f.later),
  };
}

const isReaddressed = ({ noticeId }: OpenTask, { readdressed }: ControlFacts): boolean =>
  noticeId !== undefined && readdressed.includes(noticeId);

/**
 * Why a task needs no result any more, if so. Asked whenever one is shown, too: control comes only at its time. A dead address
 * stays dead when the debt is paid: the next message goes there, too.
 */
export function whyClosed(
  task: Pick<OpenTask, 'taskId' | 'kind' | 'installment'>,
  { policy, regulation }: Pick<ControlFacts, 'policy' | 'regulation'>,
  owed: Standing,
  status: PolicyStatus,
): CloseReason | undefined {
  if (!isOpen(status)) return 'policyClosed';
  if (task.kind === 'undelivered') return undefined;
  const isOwed =
    task.kind === 'approval'
      ? isToApprove(task, policy, owed)
      : startsProcess(outstandingOf(task, owed), policy.premium.currency, regulation);
  return isOwed ? undefined : 'paid';
}

/** A write-off may be of several installments, and all but a deferral is of the policy: one installment paid, the others still wait. */
function isToApprove(task: Pick<OpenTask, 'taskId' | 'installment'>, { requests = [] }: Policy, owed: Standing): boolean {
  const terms = requests.find((request) => request.taskId === task.taskId)?.terms;
  switch (terms?.kind) {
    case 'writeOff':
      return stillOwed(terms.shares, owed).length > 0;
    case 'promise':
    case 'hold':
    case 'agreement':
      return owed.outstandingMinor > 0;
    case 'deferral':
    case undefined:
      return outstandingOf(task, owed) > 0;
  }
}

const outstandingOf = ({ installment: number }: Pick<OpenTask, 'installment'>, { installments }: Standing): number =>
  installments.find((i) => i.number === number)?.outstandingMinor ?? 0;

/**
 * When an open task goes to who is accountable, if to anybody: on the business day after its own, at the hour of checkpoints.
 * While relief covers the installment it waits, as everything does.
 */
export function lateAt(task: OpenTask, { facts, owed, today }: Omit<UpkeepFacts, 'status'>): number | undefined {
  if (!task.escalates) return undefined;
  const { policy, calendar } = facts;
  const pauses = owed.installments.find((i) => i.number === task.installment)?.pauses ?? [];
  const dayAfter = nextBusinessDay(maxDate(addBusinessDays(task.dueOn, 1, calendar), today), calendar);
  const on = pauses.reduce((day) => {
    const pause = pauseOn(day, pauses); // they are in order and apart: each is met once at most
    return pause ? nextBusinessDay(pause.until, calendar) : day;
  }, dayAfter);
  return checkpointInstant(on, policy);
}
