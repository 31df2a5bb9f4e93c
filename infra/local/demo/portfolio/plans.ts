import { addDays, type LocalDate } from '../../../../shared/domain/local-date.ts';
import { formatAmount, type Money, sum } from '../../../../shared/domain/money.ts';

/** How a premium may be paid: `POST /policies` takes dates and amounts, these are the habits of the trade behind them. */
export type PlanPattern =
  | { readonly kind: 'fullPay' }
  | { readonly kind: 'installments'; readonly count: number; readonly everyMonths: number; readonly downPaymentShare?: number }
  /** Percent of the premium by days after the first due date. */
  | { readonly kind: 'custom'; readonly slices: readonly (readonly [day: number, percent: number])[] };

type Patterns = readonly [PlanPattern, ...PlanPattern[]];

const FULL_PAY: PlanPattern = { kind: 'fullPay' };

const QUARTERLY: PlanPattern = { kind: 'installments', count: 4, everyMonths: 3 };
const HALF_YEARLY: PlanPattern = { kind: 'installments', count: 2, everyMonths: 6 };

export const PLANS_OF_A_YEAR: Patterns = [
  QUARTERLY,
  FULL_PAY,
  HALF_YEARLY,
  { ...QUARTERLY, downPaymentShare: 0.4 },
  {
    kind: 'custom',
    slices: [
      [0, 50],
      [75, 30],
      [160, 20],
    ],
  },
  { kind: 'installments', count: 12, everyMonths: 1 },
  FULL_PAY,
  { kind: 'installments', count: 3, everyMonths: 4 },
  HALF_YEARLY,
  FULL_PAY,
  QUARTERLY,
  { kind: 'installments', count: 6, everyMonths: 2, downPaymentShare: 0.25 },
  FULL_PAY,
];

export const PLANS_OF_SHORT_COVER: Patterns = [
  FULL_PAY,
  {
    kind: 'custom',
    slices: [
      [0, 60],
      [45, 40],
    ],
  },
  { kind: 'installments', count: 3, everyMonths: 1 },
];

/** Of a contract of several years: what is still to be paid of it. */
export const PLANS_OF_SEVERAL_YEARS: Patterns = [
  { kind: 'installments', count: 2, everyMonths: 12 },
  { kind: 'installments', count: 4, everyMonths: 6 },
];

export type PlanBody = { readonly kind: PlanPattern['kind'] } & Readonly<Record<string, unknown>>;

export const planBody = (pattern: PlanPattern, premium: Money, firstDueOn: LocalDate): PlanBody => {
  switch (pattern.kind) {
    case 'fullPay':
      return { kind: 'fullPay', dueOn: firstDueOn };
    case 'installments': {
      const { count, everyMonths, downPaymentShare } = pattern;
      const down = downPaymentShare && inBody({ ...premium, amountMinor: Math.round(premium.amountMinor * downPaymentShare) });
      return { kind: 'installments', count, everyMonths, firstDueOn, ...(down && { downPayment: down }) };
    }
    case 'custom': {
      const amounts = amountsOf(premium.amountMinor, pattern.slices);
      const installments = pattern.slices.map(([day], index) => ({
        dueOn: addDays(firstDueOn, day),
        amount: inBody({ ...premium, amountMinor: amounts[index] ?? 0 }),
      }));
      return { kind: 'custom', installments };
    }
  }
};

/** The first takes what rounding leaves: 50/30/20 % of 100.01 → 50.01, 30.00, 20.00. */
const amountsOf = (premiumMinor: number, slices: readonly (readonly [number, number])[]): readonly number[] => {
  const [, ...rest] = slices.map(([, percent]) => Math.floor((premiumMinor * percent) / 100));
  return [premiumMinor - sum(rest), ...rest];
};

export const inBody = (money: Money) => ({ amount: formatAmount(money), currency: money.currency });
