import { cover, type MovedCredit, moneyIn, NOTHING_MOVED, type Receipts } from './coverage.ts';
import type { Installment } from './installment-plan.ts';
import { addDays, type LocalDate, maxDate, minDate } from './local-date.ts';
import { sum } from './money.ts';
import type { Policy } from './policy.ts';
import { effectiveDaysPastDue, effectiveDueOn, isPutOff, type Pause, pausesOf } from './relief.ts';
import { asked } from './write-off.ts';

export type InstallmentStatus = 'upcoming' | 'due' | 'pastDue' | 'paid' | 'deferred';

export interface InstallmentStanding {
  readonly number: number;
  /** As planned. */
  readonly dueOn: LocalDate;
  /** After relief. */
  readonly effectiveDueOn: LocalDate;
  readonly pauses: readonly Pause[];
  readonly amountMinor: number;
  readonly coveredMinor: number;
  readonly writtenOffMinor: number;
  /** Neither covered nor written off. */
  readonly outstandingMinor: number;
  readonly status: InstallmentStatus;
  readonly daysPastDue: number;
}

/** What a policy owes and since when, in the premium's currency. Computed, never stored. */
export interface Standing {
  readonly receivedMinor: number;
  readonly outstandingMinor: number;
  readonly pastDueMinor: number;
  /** After what was moved away. */
  readonly excessMinor: number;
  readonly moved: MovedCredit;
  /** Moved away as excess, and then its payment went back: what comes next makes up for it first. */
  readonly overdrawnMinor: number;
  readonly writtenOffMinor: number;
  /** Of the oldest installment past due. */
  readonly daysPastDue: number;
  /** The last day of cover that is paid for: the day before the first installment that is not covered. */
  readonly paidToDate: LocalDate;
  /** In the order of their numbers. */
  readonly installments: readonly InstallmentStanding[];
}

export type StandingFacts = Pick<Policy, 'installments' | 'relief' | 'coverFrom' | 'coverTo'>;

/** Pure: plan + counters + relief + date → standing. The same facts in any order give the same standing. */
export function standing(policy: StandingFacts, receipts: Receipts, today: LocalDate): Standing {
  const inOrder = oldestDueFirst(policy);
  const { coveredMinor, excessMinor } = cover(inOrder, receipts);
  const coveredOf = new Map(inOrder.map((installment, index) => [installment.number, coveredMinor[index] ?? 0]));
  const askedOf = new Map(inOrder.map(({ number, amountMinor }) => [number, amountMinor]));
  const installments = policy.installments.map((i) => {
    const [coveredMinor, askedMinor] = [coveredOf.get(i.number) ?? 0, askedOf.get(i.number) ?? 0];
    return standingOf(i, { coveredMinor, askedMinor }, policy, today);
  });
  const pastDue = installments.filter((i) => i.status === 'pastDue');
  return {
    receivedMinor: receipts.receivedMinor,
    outstandingMinor: sum(installments.map((i) => i.outstandingMinor)),
    pastDueMinor: sum(pastDue.map((i) => i.outstandingMinor)),
    excessMinor,
    moved: receipts.moved ?? NOTHING_MOVED,
    overdrawnMinor: Math.max(0, -moneyIn(receipts)),
    writtenOffMinor: sum(installments.map((i) => i.writtenOffMinor)),
    daysPastDue: Math.max(0, ...pastDue.map((i) => i.daysPastDue)),
    paidToDate: paidToDate(policy, installments),
    installments,
  };
}

/**
 * The order in which money covers installments, with what is asked for of each: oldest due first, by number where they are due on one day. What an agreement left
 * of the plan before it was covered then, and goes before the new plan: covered parts stay where they are.
 */
export function oldestDueFirst({ installments, relief }: Pick<Policy, 'installments' | 'relief'>): readonly Installment[] {
  const dated = asked(installments, relief).map((installment) => ({ installment, dueOn: effectiveDueOn(installment, relief) }));
  return dated.toSorted((a, b) => planOf(a.installment) - planOf(b.installment) || byDate(a, b)).map((d) => d.installment);
}

type DatedInstallment = { readonly installment: Installment; readonly dueOn: LocalDate };

const planOf = ({ plan = 1 }: Installment): number => plan;

const byDate = (a: DatedInstallment, b: DatedInstallment): number =>
  a.dueOn === b.dueOn ? a.installment.number - b.installment.number : a.dueOn < b.dueOn ? -1 : 1;

interface Settled {
  readonly coveredMinor: number;
  /** The amount without what was written off. */
  readonly askedMinor: number;
}

function standingOf(installment: Installment, money: Settled, policy: StandingFacts, today: LocalDate): InstallmentStanding {
  const dueOn = effectiveDueOn(installment, policy.relief);
  const pauses = pausesOf(installment, policy.relief);
  const { coveredMinor, askedMinor } = money;
  const outstandingMinor = askedMinor - coveredMinor;
  const writtenOffMinor = installment.amountMinor - askedMinor;
  const daysPastDue = outstandingMinor > 0 ? effectiveDaysPastDue(dueOn, today, pauses) : 0;
  const base = {
    number: installment.number,
    dueOn: installment.dueOn,
    effectiveDueOn: dueOn,
    pauses,
    amountMinor: installment.amountMinor,
  };
  const putOff = isPutOff(today, installment, policy.relief) || (today < dueOn && dueOn > installment.dueOn);
  const status = statusOf({ outstandingMinor, daysPastDue, putOff, dueOn }, today);
  return { ...base, coveredMinor, writtenOffMinor, outstandingMinor, status, daysPastDue };
}

interface StatusFacts {
  readonly outstandingMinor: number;
  readonly daysPastDue: number;
  /** By a deferral, granted in time or late. */
  readonly putOff: boolean;
  readonly dueOn: LocalDate;
}

function statusOf({ outstandingMinor, daysPastDue, putOff, dueOn }: StatusFacts, today: LocalDate): InstallmentStatus {
  if (outstandingMinor === 0) return 'paid';
  if (putOff) return 'deferred';
  if (today < dueOn) return 'upcoming';
  if (today === dueOn) return 'due';
  return daysPastDue > 0 ? 'pastDue' : 'deferred'; // past its date, but every day since was paused
}

/** 4 × quarterly from 1 Dec: nothing covered → the day before cover begins; first covered → 28 Feb; all → the end of cover. */
function paidToDate(policy: StandingFacts, installments: readonly InstallmentStanding[]): LocalDate {
  const nothingPaid = addDays(policy.coverFrom, -1);
  const open = installments.findIndex((i) => i.outstandingMinor > 0);
  if (open === -1) return policy.coverTo;
  const next = installments[open];
  return open === 0 || !next ? nothingPaid : minDate(maxDate(addDays(next.dueOn, -1), nothingPaid), policy.coverTo);
}
