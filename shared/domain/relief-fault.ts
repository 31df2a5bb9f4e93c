import type { LocalDate } from './local-date.ts';
import { formatAmount, sum } from './money.ts';
import type { Policy } from './policy.ts';
import type { RefusalCode } from './refusal.ts';
import { agreedDueOn, type Slice } from './relief.ts';
import type { ReliefTerms } from './relief-request.ts';
import type { Standing } from './standing.ts';
import { stillOwed } from './write-off.ts';

/** Why relief cannot be granted by anybody, and in which field of what was asked. */
export interface ReliefFault {
  readonly code: RefusalCode;
  readonly field: readonly (string | number)[];
  readonly detail: string;
}

export interface ReliefFacts {
  readonly policy: Policy;
  readonly standing: Standing;
  readonly today: LocalDate;
}

/** 60 as in any plan; with what earlier agreements left, a policy has some 240 at most. */
const MOST_SLICES = 60;
const MOST_INSTALLMENTS = 240;

/** Checked when it is asked for, and once more when it is approved: money may have come meanwhile, dates may have passed. */
export function faultOf(terms: ReliefTerms, facts: ReliefFacts): ReliefFault | undefined {
  switch (terms.kind) {
    case 'deferral':
      return deferralFault(terms, facts);
    case 'promise':
      return promiseFault(terms, facts);
    case 'hold':
      return holdFault(terms, facts);
    case 'agreement':
      return agreementFault(terms.slices, facts);
    case 'writeOff':
      return writeOffFault(terms, facts);
  }
}

type Terms<K extends ReliefTerms['kind']> = Extract<ReliefTerms, { kind: K }>;

function deferralFault({ installment: number, newDueOn }: Terms<'deferral'>, { policy, standing, today }: ReliefFacts) {
  const installment = standing.installments.find((i) => i.number === number);
  if (!installment) return fault('INSTALLMENT_UNKNOWN', ['installment'], 'the policy has no installment with this number');
  if (installment.outstandingMinor === 0) return fault('INSTALLMENT_PAID', ['installment'], 'nothing of this installment is outstanding');
  const agreed = agreedDueOn(installment, policy.relief);
  if (newDueOn === undefined || (newDueOn > agreed && newDueOn > today)) return undefined;
  return fault('DATE_NOT_LATER', ['newDueOn'], `must be later than today and than ${agreed}, when it is due now`);
}

function promiseFault({ promisedOn, amountMinor = 0 }: Terms<'promise'>, { policy, standing, today }: ReliefFacts) {
  if (promisedOn < today) return fault('DATE_NOT_LATER', ['promisedOn'], 'must not be in the past');
  if (owedBy(promisedOn, standing) === 0) return fault('NOTHING_OWED', ['promisedOn'], 'nothing is outstanding that is due by then');
  if (amountMinor <= standing.outstandingMinor) return undefined;
  return fault('AMOUNT_TOO_LARGE', ['amount'], `more than is outstanding: ${amountOf(standing.outstandingMinor, policy)}`);
}

function holdFault({ until }: Terms<'hold'>, { standing, today }: ReliefFacts): ReliefFault | undefined {
  if (standing.outstandingMinor === 0) return fault('NOTHING_OWED', ['until'], 'nothing is outstanding');
  return until > today ? undefined : fault('DATE_NOT_LATER', ['until'], 'must be later than today');
}

function agreementFault(slices: readonly Slice[], { policy, standing, today }: ReliefFacts): ReliefFault | undefined {
  const { outstandingMinor } = standing;
  if (outstandingMinor === 0) return fault('NOTHING_OWED', ['installments'], 'nothing is outstanding');
  if (slices.length > MOST_SLICES || policy.installments.length + slices.length > MOST_INSTALLMENTS)
    return fault('TOO_MANY_INSTALLMENTS', ['installments'], `${MOST_SLICES} at most, ${MOST_INSTALLMENTS} in the life of a policy`);
  const early = slices.findIndex(({ dueOn }) => dueOn < today);
  if (early >= 0) return fault('DATE_NOT_LATER', ['installments', early, 'dueOn'], 'must not be in the past');
  const unordered = slices.findIndex(({ dueOn }, index) => index > 0 && dueOn <= (slices[index - 1]?.dueOn ?? ''));
  if (unordered >= 0) return fault('DATES_NOT_ASCENDING', ['installments', unordered, 'dueOn'], 'must be later than the date before it');
  if (sum(slices.map((s) => s.amountMinor)) === outstandingMinor) return undefined;
  return fault('SUM_NOT_OUTSTANDING', ['installments'], `must add up to what is outstanding: ${amountOf(outstandingMinor, policy)}`);
}

function writeOffFault({ shares }: Terms<'writeOff'>, { standing }: ReliefFacts): ReliefFault | undefined {
  if (shares.length === 0 && standing.outstandingMinor > 0)
    return fault('NOTHING_OWED', ['installment'], 'nothing is past due: name the installment that is to be written off');
  const unknown = shares.some((share) => !standing.installments.some((i) => i.number === share.installment));
  if (unknown) return fault('INSTALLMENT_UNKNOWN', ['installment'], 'the policy has no installment with this number');
  return stillOwed(shares, standing).length > 0 ? undefined : fault('NOTHING_OWED', [], 'nothing of it is outstanding');
}

/** What is outstanding of the installments due by a day: what a promise for that day is about. */
export const owedBy = (day: LocalDate, { installments }: Standing): number =>
  sum(installments.filter((i) => i.effectiveDueOn <= day).map((i) => i.outstandingMinor));

const amountOf = (amountMinor: number, { premium: { currency } }: Policy): string =>
  `${formatAmount({ amountMinor, currency })} ${currency}`;

const fault = (code: RefusalCode, field: ReliefFault['field'], detail: string): ReliefFault => ({ code, field, detail });
