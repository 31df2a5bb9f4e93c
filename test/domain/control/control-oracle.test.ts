import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type LocalDate, localDate, maxDate } from '../../../shared/domain/local-date.ts';
import { installmentsOf, policyOf } from '../../support/policies.ts';
import { planned } from './auditor.ts';
import { PolicyLife } from './policy-life.ts';

/*
 * When nothing is late and no relief is granted, a policy's life can be told day by day by a program of thirty lines. Installments
 * are a quarter apart, so that the process of one has ended before that of the next begins.
 */
interface Received {
  readonly on: LocalDate;
  readonly amountMinor: number;
}

type Plan = readonly { readonly number: number; readonly dueOn: LocalDate; readonly amountMinor: number }[];

/** 'C6' of the installment at `index`, on its day. */
const controlsOf = (plan: Plan) =>
  plan.flatMap(({ dueOn }, index) => {
    const dates = planned(dueOn, 10);
    return dates.map((on, position) => ({ index, code: `C${position + 1}`, on: position === 4 ? maxDate(on, dates[3] as LocalDate) : on }));
  });

/** Never superseded. */
const WARNS_OR_TAKES_COVER = new Set(['C4', 'C6', 'C7', 'C8']);

const BECOMES: Readonly<Record<string, string>> = { C6: 'suspended', C8: 'lapsed' };

function toldDayByDay(plan: Plan, received: readonly Received[]) {
  const controls = Map.groupBy(controlsOf(plan), (c) => c.on);
  const told = { story: [] as string[], status: 'active', paid: 0 };
  const owes = (index: number) => told.paid < plan.slice(0, index + 1).reduce((total, i) => total + i.amountMinor, 0);
  const morning = (today: LocalDate) => {
    const due = controls.get(today) ?? [];
    for (const { index, code } of due) {
      const acts = WARNS_OR_TAKES_COVER.has(code) || code === due.findLast((c) => c.index === index)?.code; // holidays may bring two to one day
      const outcome = owes(index) ? (acts ? 'acted' : 'superseded') : 'clear';
      told.story.push(`${index + 1} ${code} ${outcome} ${today}`);
      if (owes(index)) told.status = BECOMES[code] ?? told.status;
    }
  };
  const noon = (today: LocalDate) => {
    told.paid += received.filter(({ on }) => on === today).reduce((total, r) => total + r.amountMinor, 0);
    const pastDue = plan.some(({ dueOn }, index) => dueOn < today && owes(index));
    if (told.status === 'suspended' && !pastDue) told.status = 'active';
  };
  for (let today = localDate('2026-10-01'); told.status !== 'lapsed' && today < '2028-06-01'; today = addDays(today, 1)) {
    morning(today);
    noon(today);
  }
  return { story: told.story, status: told.status === 'active' && !owes(plan.length - 1) ? 'completed' : told.status };
}

test('a life in which nothing is late is what is told day by day', () => {
  const starts = fc.integer({ min: 0, max: 120 });
  const payments = fc.array(fc.record({ day: fc.integer({ min: -20, max: 330 }), amountMinor: fc.integer({ min: 1, max: 220 }) }), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(starts, payments, (start, all) => {
      const first = addDays(localDate('2026-11-10'), start);
      const installments = installmentsOf(...[0, 100, 200].map((gap) => `${addDays(first, gap)}: 100`));
      const received = all
        .map(({ day, amountMinor }) => ({ on: addDays(first, day), amountMinor }))
        .toSorted((a, b) => (a.on < b.on ? -1 : 1));

      const life = new PolicyLife('2026-10-01', { policy: policyOf({ installments }) });
      for (const { on, amountMinor } of received) life.pay(on, amountMinor);
      life.until('2028-06-01');

      const told = toldDayByDay(installments, received);
      expect(life.settled.map((s) => `${s.installment} ${s.code} ${s.outcome} ${s.date}`)).toEqual(told.story);
      expect(life.status).toBe(told.status);
    }),
    { numRuns: 150, examples: [[75, [{ day: 0, amountMinor: 100 }]]] }, // Easter brings C2 of 4 May to the day of C3
  );
});
