import { addDays, daysBetween, type LocalDate } from './local-date.ts';
import type { Policy } from './policy.ts';
import type { Relief } from './relief.ts';
import type { ReliefTerms } from './relief-request.ts';
import type { ServiceConditions } from './service-conditions.ts';

interface AuthorityFacts {
  readonly policy: Policy;
  readonly conditions: ServiceConditions;
  readonly today: LocalDate;
}

const YEAR = 365;

/**
 * Does relief go further than the client's service conditions let anybody grant alone?
 * A deferral is measured from the date of the plan, a promise or a hold from where the pause began that it prolongs: many small
 * steps don't go further than one large one.
 */
export function needsApproval(terms: ReliefTerms, { policy, conditions, today }: AuthorityFacts): boolean {
  switch (terms.kind) {
    case 'deferral':
      return deferralNeedsApproval(terms, { policy, conditions, today });
    case 'promise':
      return daysBetween(pausedSince(policy.relief, today), terms.promisedOn) > conditions.maxPromiseDays;
    case 'hold':
      return daysBetween(pausedSince(policy.relief, today), terms.until) > conditions.maxHoldDays;
    case 'agreement':
      return !conditions.agreementsWithoutApproval;
  }
}

function deferralNeedsApproval(
  { installment: number, newDueOn }: Extract<ReliefTerms, { kind: 'deferral' }>,
  { policy, conditions, today }: AuthorityFacts,
): boolean {
  const planned = policy.installments.find((i) => i.number === number)?.dueOn;
  if (!newDueOn || !planned || daysBetween(planned, newDueOn) > conditions.maxDeferralDays) return true;
  const aYearAgo = addDays(today, -YEAR);
  const granted = policy.relief.filter((r) => r.kind === 'deferral' && r.grantedOn > aYearAgo);
  return granted.length >= conditions.deferralsPerYear;
}

/** Since when the process has waited without a break, by promises and holds; today when it doesn't. */
function pausedSince(relief: readonly Relief[], today: LocalDate): LocalDate {
  const newestFirst = relief.flatMap(pauseOf).toSorted((a, b) => daysBetween(a.from, b.from));
  return newestFirst.reduce((since, pause) => (pause.from < since && pause.until >= since ? pause.from : since), today);
}

function pauseOf(relief: Relief): readonly { readonly from: LocalDate; readonly until: LocalDate }[] {
  if (relief.kind === 'hold') return [{ from: relief.grantedOn, until: relief.endedOn ?? relief.until }];
  return relief.kind === 'promise' ? [{ from: relief.grantedOn, until: addDays(relief.promisedOn, 1) }] : [];
}
