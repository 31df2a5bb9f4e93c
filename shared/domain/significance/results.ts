import { addMonths, fieldsOf, type LocalDate } from '../local-date.ts';
import type { Money } from '../money.ts';

/** What a client's policies say about our work with it. Nothing here depends on a model: the facts serve every draft. */

export interface PolicyFacts {
  readonly product: string;
  readonly coverFrom: LocalDate;
  readonly coverTo: LocalDate;
  readonly status: 'active' | 'suspended' | 'lapsed' | 'cancelled' | 'completed';
  readonly currency: string;
  readonly receipts: readonly Receipt[];
  /** Those still owed or paid; what a cancellation wrote off is not among them. */
  readonly installments: readonly InstallmentFacts[];
}

export interface Receipt {
  readonly receivedOn: LocalDate;
  readonly amountMinor: number;
  readonly state: 'applied' | 'reversed';
}

export interface InstallmentFacts {
  /** The due date that holds now: what a deferral, a promise, a hold or an agreement moved it to, so agreed relief costs nothing. */
  readonly effectiveDueOn: LocalDate;
  readonly amountMinor: number;
  /** What of it was covered at the end of that day. */
  readonly coveredOnTimeMinor: number;
}

/** Amounts are kept per currency: they meet only at a model's rates. */
export interface PortfolioResults {
  readonly premiumsReceived12m: readonly Money[];
  readonly premiumsDue12m: readonly Money[];
  readonly premiumsOnTime12m: readonly Money[];
  readonly activePolicies: number;
  readonly activeLines: number;
  readonly yearsWithUs: number;
}

/**
 * - received: applied money of the last 12 months, today included. On 2026-11-22: 2025-11-23 … 2026-11-22.
 * - due, on time: installments whose effective due date is in those months and over (today's may still be paid in time).
 *   100 due and paid a day late, 300 due and paid, 200 deferred to next month → due 400, on time 300: discipline 0.75.
 * - active: in force today, so neither suspended, nor not begun, nor over; a line is a product, counted once.
 * - years: whole ones since the first cover began. From 2024-02-29, on 2027-02-27: 2, on 2027-02-28: 3.
 */
export function portfolioResults(policies: readonly PolicyFacts[], today: LocalDate): PortfolioResults {
  const yearAgo = addMonths(today, -12);
  const active = policies.filter((policy) => inForce(policy, today));
  const receivedOf = (policy: PolicyFacts) =>
    policy.receipts.filter((r) => r.state === 'applied' && r.receivedOn > yearAgo && r.receivedOn <= today).map((r) => r.amountMinor);
  const dueOf = (policy: PolicyFacts) => policy.installments.filter((i) => i.effectiveDueOn > yearAgo && i.effectiveDueOn < today);
  return {
    premiumsReceived12m: perCurrency(policies, receivedOf),
    premiumsDue12m: perCurrency(policies, (policy) => dueOf(policy).map((i) => i.amountMinor)),
    premiumsOnTime12m: perCurrency(policies, (policy) => dueOf(policy).map((i) => i.coveredOnTimeMinor)),
    activePolicies: active.length,
    activeLines: new Set(active.map((policy) => policy.product)).size,
    yearsWithUs: yearsWithUs(policies, today),
  };
}

const inForce = ({ status, coverFrom, coverTo }: PolicyFacts, today: LocalDate): boolean =>
  status === 'active' && coverFrom <= today && today <= coverTo;

/** Sums in the alphabetical order of currencies, those of zero left out: equal facts are equal data. */
function perCurrency(policies: readonly PolicyFacts[], amountsOf: (policy: PolicyFacts) => readonly number[]): readonly Money[] {
  const totals = new Map<string, number>();
  for (const policy of policies) {
    for (const amountMinor of amountsOf(policy)) totals.set(policy.currency, (totals.get(policy.currency) ?? 0) + amountMinor);
  }
  return [...totals]
    .filter(([, amountMinor]) => amountMinor > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, amountMinor]) => ({ amountMinor, currency }));
}

function yearsWithUs(policies: readonly PolicyFacts[], today: LocalDate): number {
  const [first] = policies.map((policy) => policy.coverFrom).sort();
  if (first === undefined || first > today) return 0;
  const years = fieldsOf(today).year - fieldsOf(first).year;
  return addMonths(first, years * 12) > today ? years - 1 : years;
}
