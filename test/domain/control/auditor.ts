import { expect } from 'vitest';
import { addBusinessDays, nextBusinessDay } from '../../../shared/domain/business-calendar.ts';
import type { ControlFacts } from '../../../shared/domain/control/control-facts.ts';
import type { Decision } from '../../../shared/domain/control/decide.ts';
import { addDays, daysBetween, type LocalDate } from '../../../shared/domain/local-date.ts';
import type { Relief } from '../../../shared/domain/relief.ts';
import { UKRAINE } from '../../support/policies.ts';
import type { PolicyLife } from './policy-life.ts';

/*
 * Recomputes from plan, money and relief what must hold of a decision, day by day and coin by coin. It shares no code with
 * what decides but dates and the calendar, which have tests of their own.
 */

type Owing = Pick<ControlFacts, 'policy' | 'account'>;

/** The day on which an installment is due after deferrals granted in time. */
export function dueOnOf({ policy }: Owing, number: number): LocalDate {
  let dueOn = policy.installments[number - 1]?.dueOn as LocalDate;
  for (const r of policy.relief)
    if (r.kind === 'deferral' && r.installment === number && r.grantedOn <= dueOn && r.newDueOn > dueOn) dueOn = r.newDueOn;
  return dueOn;
}

const covers = (r: Relief, day: LocalDate, dueOn: LocalDate, number: number): boolean => {
  if (r.kind === 'agreement' || r.kind === 'writeOff' || day < r.grantedOn) return false;
  if (r.kind === 'hold') return day < r.until;
  if (r.kind === 'promise') return dueOn <= r.promisedOn && day <= r.promisedOn;
  return r.installment === number && r.grantedOn > dueOn && day <= r.newDueOn;
};

export const inRelief = (facts: Owing, number: number, day: LocalDate): boolean => {
  const dueOn = dueOnOf(facts, number);
  const planned = facts.policy.installments[number - 1]?.dueOn as LocalDate;
  return (dueOn > planned && day < dueOn) || facts.policy.relief.some((r) => covers(r, day, dueOn, number));
};

export function daysPastDue(facts: Owing, number: number, today: LocalDate): number {
  const dueOn = dueOnOf(facts, number);
  let days = 0;
  for (let day = addDays(dueOn, 1); day <= today; day = addDays(day, 1))
    if (!facts.policy.relief.some((r) => covers(r, day, dueOn, number))) days++;
  return days;
}

/** What each installment still owes, by number. */
export function outstanding(facts: Owing): ReadonlyMap<number, number> {
  const { policy, account } = facts;
  const open = new Map(policy.installments.map((i) => [i.number, i.amountMinor]));
  let loose = account.receivedMinor;
  for (const { number, amountMinor } of policy.installments) {
    const named = Math.min(amountMinor, account.directedMinor[number] ?? 0);
    open.set(number, amountMinor - named);
    loose -= named;
  }
  const byDueDate = policy.installments.map((i) => i.number).sort((a, b) => (dueOnOf(facts, a) < dueOnOf(facts, b) ? -1 : a - b));
  for (const number of byDueDate) {
    const taken = Math.min(loose, open.get(number) ?? 0);
    open.set(number, (open.get(number) ?? 0) - taken);
    loose -= taken;
  }
  return open;
}

/** C1 … C8 of the built-in regulation, in Ukraine, each by itself and on time. */
export function planned(dueOn: LocalDate, graceDays: number): readonly LocalDate[] {
  const graceEnd = addDays(dueOn, graceDays);
  return [
    nextBusinessDay(addDays(dueOn, -14), UKRAINE),
    nextBusinessDay(addDays(dueOn, -3), UKRAINE),
    addBusinessDays(dueOn, 1, UKRAINE),
    addBusinessDays(dueOn, 5, UKRAINE),
    nextBusinessDay(graceEnd, UKRAINE),
    addBusinessDays(graceEnd, 5, UKRAINE),
    addBusinessDays(graceEnd, 10, UKRAINE),
    addBusinessDays(graceEnd, 20, UKRAINE),
  ];
}

const wall = new Map<string, Intl.DateTimeFormat>();
/** '2026-12-01 09:58' */
function localTime(instant: number, timeZone: string): string {
  const format = wall.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  wall.set(timeZone, format);
  return format.format(instant);
}

/** What must hold of every decision; called before it is applied. */
export function audit(life: PolicyLife, before: ControlFacts, decision: Decision): void {
  const today = localTime(before.now, before.policy.timeZone).slice(0, 10) as LocalDate;
  const owed = outstanding(before);
  coverageHolds(before, decision, owed);
  settlementsHold(before, decision, owed, today);
  for (const act of decision.acts) {
    expect(inRelief(before, act.installment, today), 'no act while relief is in force').toBe(false);
    const kind = (['suspend', 'lapse'] as const).find((k) => act.checkpoint.actions.some((a) => a.kind === k));
    if (kind) adverseHolds(life, { before, installment: act.installment, kind, today });
  }
  statusHolds(before, decision, owed, today);
  lettersHold(life, before, decision, owed, today);
}

/** A letter of a warning that came back has somebody who looks after it, or a successor. */
function lettersHold(
  life: PolicyLife,
  before: ControlFacts,
  decision: Decision,
  owed: ReadonlyMap<number, number>,
  today: LocalDate,
): void {
  if (decision.status !== 'active' && decision.status !== 'suspended') return;
  if ((decision.next?.wakeAt ?? Number.POSITIVE_INFINITY) <= before.now) return; // there is more to do, and at once
  const { tasks, letters } = decision;
  const lookedAfter = [...tasks.kept, ...tasks.late, ...letters.asked].map((t) => t.noticeId);
  decision.controls.forEach((control, index) => {
    const number = before.policy.installments[index]?.number ?? 0;
    if (owed.get(number) === 0 || inRelief(before, number, today)) return;
    for (const { noticeIds, told } of control.warned)
      for (const id of noticeIds)
        if (['BOUNCED', 'FAILED'].includes(life.letters.get(id)?.state ?? '') && !told?.[id])
          expect(lookedAfter, `somebody looks after ${id} on ${today}`).toContain(id);
  });
}

function coverageHolds(before: ControlFacts, { standing }: Decision, owed: ReadonlyMap<number, number>): void {
  for (const i of standing.installments) {
    expect(i.outstandingMinor).toBe(owed.get(i.number));
    expect(i.coveredMinor).toBeGreaterThanOrEqual(0);
    expect(i.coveredMinor).toBeLessThanOrEqual(i.amountMinor);
  }
  const covered = standing.installments.reduce((total, i) => total + i.coveredMinor, 0);
  expect(covered + standing.excessMinor).toBe(before.account.receivedMinor);
}

function settlementsHold(before: ControlFacts, decision: Decision, owed: ReadonlyMap<number, number>, today: LocalDate): void {
  for (const s of decision.settlements) {
    expect(localTime(before.now, before.policy.timeZone) >= `${s.on} 09:00`, `${s.code} not before its time`).toBe(true);
    expect(s.outcome === 'clear', `${s.code} is clear when covered`).toBe(owed.get(s.installment) === 0);
  }
  for (const { number } of before.policy.installments) {
    const codes = decision.settlements.filter((s) => s.installment === number).map((s) => s.code);
    expect(codes, `in the regulation's order on ${today}`).toEqual([...new Set(codes)].toSorted());
    expect(decision.acts.filter((a) => a.installment === number).length).toBeLessThanOrEqual(1);
  }
}

interface AdverseAct {
  readonly before: ControlFacts;
  readonly installment: number;
  readonly kind: 'suspend' | 'lapse';
  readonly today: LocalDate;
}

function adverseHolds(life: PolicyLife, { before, installment, kind, today }: AdverseAct): void {
  const { graceDays } = before.applied.conditions;
  expect(daysPastDue(before, installment, today), 'grace has passed').toBeGreaterThan(graceDays);
  const dates = planned(dueOnOf(before, installment), graceDays);
  const gap = (from: number, to: number) => daysBetween(dates[from] as LocalDate, dates[to] as LocalDate);
  const warnings = kind === 'suspend' ? ([['C4', 3, 5]] as const) : ([['C4', 3, 7], ['C7', 6, 7]] as const); // biome-ignore format: a table
  for (const [code, from, to] of warnings) {
    const given = life.acts.findLast((a) => a.installment === installment && a.checkpoint.checkpoint.code === code);
    const letters = [...life.letters.values()].filter(
      (l) => l.notice.installment === installment && l.notice.checkpoint === code && l.notice.audience === 'policyholder',
    );
    const last = letters.at(-1);
    const told = last && life.toldOn.get(last.notice.noticeId);
    if (!told) expect(['SENT', 'DELIVERED', 'COMPLAINED'], `${code} was sent before ${kind}`).toContain(last?.state);
    const givenOn = told ?? (given && last ? localTime(last.endedAt ?? 0, before.policy.timeZone).slice(0, 10) : undefined);
    const waited = givenOn ? daysBetween(givenOn as LocalDate, today) : 0;
    expect(waited, `${code} had its time before ${kind}`).toBeGreaterThanOrEqual(
      before.policy.relief.length === 0 ? Math.max(1, gap(from, to)) : 1,
    );
  }
}

function statusHolds(before: ControlFacts, decision: Decision, owed: ReadonlyMap<number, number>, today: LocalDate): void {
  const isPastDue = (number: number) =>
    (owed.get(number) ?? 0) > 0 &&
    daysPastDue(before, number, today) > 0 &&
    !before.policy.relief.some((r) => r.kind === 'deferral' && covers(r, today, dueOnOf(before, number), number));
  const pastDue = before.policy.installments.some(({ number }) => isPastDue(number));
  const adverse = (kind: string) => decision.acts.some((a) => a.checkpoint.actions.some((action) => action.kind === kind));
  const from = before.account.status;
  if (decision.status === 'suspended') expect(pastDue, 'suspended only while something is past due').toBe(true);
  if (from === 'active' && decision.status === 'suspended') expect(adverse('suspend')).toBe(true);
  if (from === 'suspended' && decision.status === 'active') expect(pastDue).toBe(false);
  if (from !== 'lapsed' && decision.status === 'lapsed') expect(adverse('lapse')).toBe(true);
  if (decision.status === 'completed') expect([...owed.values()].every((amount) => amount === 0)).toBe(true);
  const open = decision.status === 'active' || decision.status === 'suspended';
  expect(Number.isFinite(decision.next?.at ?? Number.NaN), 'an open policy has a next checkpoint, a closed one none').toBe(open);
}
