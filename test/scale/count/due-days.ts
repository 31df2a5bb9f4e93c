import { planInstallments } from '../../../shared/domain/installment-plan.ts';
import { addDays, addMonths, type LocalDate } from '../../../shared/domain/local-date.ts';
import { PLANS, type PlanShape, YEAR } from '../data/assumptions.ts';
import { DAYS, dayNumber, dayOf } from './window.ts';

/** A premium that every plan slices: 1,200.00. */
const PREMIUM_MINOR = 120_000;

export function dueDays(plan: PlanShape, coverFrom: LocalDate): readonly LocalDate[] {
  const dated = plan.kind === 'fullPay' ? { kind: plan.kind, dueOn: coverFrom } : { ...plan, firstDueOn: coverFrom };
  const planned = planInstallments(dated, PREMIUM_MINOR);
  if (!planned.ok) throw new RangeError(planned.fault.detail);
  return planned.installments.map(({ dueOn }) => dueOn);
}

/** Cover of a year: 1 Mar 2027 to 29 Feb 2028. */
export const coverToOf = (coverFrom: LocalDate): LocalDate => addDays(addMonths(coverFrom, 12), -1);

export const coverFromOf = (startDay: number, year: number): LocalDate => addMonths(dayOf(startDay), (year - YEAR) * 12);

/** When policies begin, end and are due, as numbers of days: small enough to stay in a processor's cache. */
export interface DueTable {
  /** Of a policy, where its due days begin in `dueOn`; the first is that of its cover. */
  place(plan: number, startDay: number, year: number): number;
  readonly dueOn: Int16Array;
  /** The day after cover, at the same place. */
  readonly coverEnd: Int16Array;
}

const YEARS = [YEAR - 1, YEAR];

export function dueTable(): DueTable {
  const most = Math.max(...PLANS.map(([plan]) => (plan.kind === 'fullPay' ? 1 : plan.count)));
  const place = (plan: number, startDay: number, year: number) => ((plan * YEARS.length + YEAR - year) * DAYS + startDay) * most;
  const size = PLANS.length * YEARS.length * DAYS * most;
  const [dueOn, coverEnd] = [new Int16Array(size), new Int16Array(size)];
  PLANS.forEach(([shape], plan) => {
    for (const year of YEARS) {
      for (let startDay = 0; startDay < DAYS; startDay++) {
        const [at, coverFrom] = [place(plan, startDay, year), coverFromOf(startDay, year)];
        dueOn.set(dueDays(shape, coverFrom).map(dayNumber), at);
        coverEnd[at] = dayNumber(addDays(coverToOf(coverFrom), 1));
      }
    }
  });
  return { place, dueOn, coverEnd };
}
