import { addMonths, type LocalDate } from './local-date.ts';
import { sum } from './money.ts';

/** One dated slice of a premium. Numbers start at 1 and never change, whatever is agreed later. */
export interface Installment {
  readonly number: number;
  readonly dueOn: LocalDate;
  readonly amountMinor: number;
  /** The plan it belongs to: 1 unless an agreement made it, 2 of the first agreement, and so on. */
  readonly plan?: number;
}

/** How a premium is to be paid, as the insurer's system says it. */
export type PaymentPlan =
  | { readonly kind: 'fullPay'; readonly dueOn: LocalDate }
  | {
      readonly kind: 'installments';
      /** 2–60, the down payment included. */
      readonly count: number;
      readonly everyMonths: number;
      readonly firstDueOn: LocalDate;
      /** Amount of the first installment; the rest is sliced equally. */
      readonly downPaymentMinor?: number;
    }
  | { readonly kind: 'custom'; readonly installments: readonly { readonly dueOn: LocalDate; readonly amountMinor: number }[] };

export type PlanFault = { readonly field: readonly (string | number)[]; readonly detail: string };

export type Planned =
  | { readonly ok: true; readonly installments: readonly Installment[] }
  | { readonly ok: false; readonly fault: PlanFault };

/**
 * Slices a premium into installments that add up to it exactly.
 * 100.00 in 3: 33.34, 33.33, 33.33. 100.00 in 3 with 40.00 down: 40.00, 30.00, 30.00.
 * Month ends clamp and don't drift: from 31 Jan monthly: 31 Jan, 28 Feb, 31 Mar.
 */
export function planInstallments(plan: PaymentPlan, premiumMinor: number): Planned {
  switch (plan.kind) {
    case 'fullPay':
      return planned([{ number: 1, dueOn: plan.dueOn, amountMinor: premiumMinor }]);
    case 'installments':
      return slicePlan(plan, premiumMinor);
    case 'custom':
      return customPlan(plan.installments, premiumMinor);
  }
}

/** Equal slices that differ by one minor unit at most, the larger first: 100 in 3 → 34, 33, 33. */
export function slice(amountMinor: number, count: number): readonly number[] {
  const base = Math.floor(amountMinor / count);
  const larger = amountMinor - base * count;
  return Array.from({ length: count }, (_, index) => (index < larger ? base + 1 : base));
}

function slicePlan(plan: Extract<PaymentPlan, { kind: 'installments' }>, premiumMinor: number): Planned {
  const down = plan.downPaymentMinor;
  if (down !== undefined && down >= premiumMinor)
    return fault(['downPayment'], 'must be less than the premium; for all at once use fullPay');
  const amounts = down === undefined ? slice(premiumMinor, plan.count) : [down, ...slice(premiumMinor - down, plan.count - 1)];
  if (amounts.some((amount) => amount === 0))
    return fault(['count'], 'the premium is too small for so many installments: one would be zero');
  return planned(
    amounts.map((amountMinor, index) => ({ number: index + 1, dueOn: addMonths(plan.firstDueOn, index * plan.everyMonths), amountMinor })),
  );
}

function customPlan(slices: readonly { readonly dueOn: LocalDate; readonly amountMinor: number }[], premiumMinor: number): Planned {
  const unordered = slices.findIndex((current, index) => index > 0 && current.dueOn <= (slices[index - 1]?.dueOn ?? ''));
  if (unordered > 0) return fault(['installments', unordered, 'dueOn'], 'must be later than the date before it');
  if (sum(slices.map((s) => s.amountMinor)) !== premiumMinor)
    return fault(['installments'], 'the amounts must add up to the premium exactly');
  return planned(slices.map((s, index) => ({ number: index + 1, dueOn: s.dueOn, amountMinor: s.amountMinor })));
}

const planned = (installments: readonly Installment[]): Planned => ({ ok: true, installments });
const fault = (field: PlanFault['field'], detail: string): Planned => ({ ok: false, fault: { field, detail } });
