import { addDays, daysBetween, type LocalDate } from './local-date.ts';
import { sum } from './money.ts';
import type { Policy } from './policy.ts';
import type { Regulation } from './regulation.ts';
import type { Relief } from './relief.ts';
import type { ReliefTerms, WriteOffTerms } from './relief-request.ts';
import type { ServiceConditions } from './service-conditions.ts';
import { writtenOff } from './write-off.ts';

interface AuthorityFacts {
  readonly policy: Policy;
  readonly conditions: ServiceConditions;
  readonly regulation: Pick<Regulation, 'thresholds'>;
  readonly today: LocalDate;
}

const YEAR = 365;

/**
 * Does relief go further than the client's service conditions let anybody grant alone?
 * A deferral is measured from the date of the plan, a promise or a hold from where the pause began that it prolongs: many small
 * steps don't go further than one large one.
 */
export function needsApproval(terms: ReliefTerms, facts: AuthorityFacts): boolean {
  const { policy, conditions, today } = facts;
  switch (terms.kind) {
    case 'deferral':
      return deferralNeedsApproval(terms, facts);
    case 'promise':
      return daysBetween(pausedSince(policy.relief, today), terms.promisedOn) > conditions.maxPromiseDays;
    case 'hold':
      return daysBetween(pausedSince(policy.relief, today), terms.until) > conditions.maxHoldDays;
    case 'agreement':
      return !conditions.agreementsWithoutApproval;
    case 'writeOff':
      return writeOffNeedsApproval(terms, facts);
  }
}

/**
 * Up to the regulation's threshold of the currency, together with what was written off within a year: 60 of 100 is done at once, 60 more
 * in the same year is for the approver. A currency that the regulation does not name has no such threshold.
 */
function writeOffNeedsApproval({ shares }: WriteOffTerms, { policy, regulation, today }: AuthorityFacts): boolean {
  const threshold = regulation.thresholds?.find((t) => t.currency === policy.premium.currency)?.writeOff.amountMinor ?? 0;
  const aYearAgo = addDays(today, -YEAR);
  const lately = writtenOff(policy.relief.filter((r) => r.grantedOn > aYearAgo));
  return lately + sum(shares.map((share) => share.amountMinor)) > threshold;
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
