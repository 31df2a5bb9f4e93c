import type { Installment } from './installment-plan.ts';
import { sum } from './money.ts';
import type { Relief, WrittenOff } from './relief.ts';
import type { ReliefSaid, ReliefTerms } from './relief-request.ts';
import type { Standing } from './standing.ts';

const sharesOf = (relief: readonly Relief[]): readonly WrittenOff[] => relief.flatMap((r) => (r.kind === 'writeOff' ? r.shares : []));

/** All that was written off of a policy. */
export const writtenOff = (relief: readonly Relief[]): number => sum(sharesOf(relief).map((share) => share.amountMinor));

/** Installments with what is asked for of them: 100 planned, 0.50 written off → 99.50. Money covers this much and no more. */
export function asked(installments: readonly Installment[], relief: readonly Relief[]): readonly Installment[] {
  const shares = sharesOf(relief);
  if (shares.length === 0) return installments;
  return installments.map((i) => ({ ...i, amountMinor: i.amountMinor - writtenOffOf(i.number, shares) }));
}

export const writtenOffOf = (installment: number, shares: readonly WrittenOff[]): number =>
  sum(shares.filter((share) => share.installment === installment).map((share) => share.amountMinor));

/** Of what was asked to be written off, what is outstanding still: 100 asked for, 30 paid meanwhile → 70. */
export const stillOwed = (shares: readonly WrittenOff[], { installments }: Standing): readonly WrittenOff[] =>
  shares.flatMap(({ installment, amountMinor: most }) => {
    const outstanding = installments.find((i) => i.number === installment)?.outstandingMinor ?? 0;
    const amountMinor = Math.min(most, outstanding);
    return amountMinor > 0 ? [{ installment, amountMinor }] : [];
  });

/** What a caller said → terms: a write-off is of all that is outstanding of the installment he names, else of all past due. */
export function termsOf(said: ReliefSaid, { installments }: Standing): ReliefTerms {
  if (said.kind !== 'writeOff') return said;
  const meant =
    said.installment === undefined ? installments.filter((i) => i.status === 'pastDue').map((i) => i.number) : [said.installment];
  const outstanding = (number: number) => installments.find((i) => i.number === number)?.outstandingMinor ?? 0;
  return { kind: 'writeOff', shares: meant.map((installment) => ({ installment, amountMinor: outstanding(installment) })) };
}
