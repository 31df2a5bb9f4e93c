import { type Standing, standing } from '../../shared/domain/standing.ts';
import { formatInstant, localDateAt } from '../../shared/domain/zone.ts';
import type { PolicyHead } from '../../shared/ports/policy-store.ts';
import { pathOf } from '../http/path-id.ts';
import { presentMoney } from '../http/present-money.ts';

/** A policy as the contract shows it; the standing is computed now, in the policy's own day. */
export function presentPolicy({ policy, account, progress }: PolicyHead, now: number) {
  const owed = standing(policy, account, localDateAt(now, policy.timeZone));
  const { next } = progress;
  return {
    self: pathOf('policies', policy.policyNumber),
    policyNumber: policy.policyNumber,
    clientId: policy.clientId,
    product: policy.product,
    premium: presentMoney(policy.premium),
    coverFrom: policy.coverFrom,
    coverTo: policy.coverTo,
    status: account.status,
    regulation: policy.regulation,
    participants: policy.participants,
    timeZone: policy.timeZone,
    country: policy.country,
    openedAt: policy.openedAt,
    ...presentStanding(owed, policy.premium.currency),
    nextCheckpoint: next ? { at: formatInstant(next.at), installment: next.installment, code: next.code } : null,
  };
}

function presentStanding(owed: Standing, currency: string) {
  const money = (amountMinor: number) => presentMoney({ amountMinor, currency });
  return {
    installments: owed.installments.map((i) => ({
      number: i.number,
      dueOn: i.effectiveDueOn,
      ...(i.effectiveDueOn === i.dueOn ? {} : { plannedDueOn: i.dueOn }),
      amount: money(i.amountMinor),
      covered: money(i.coveredMinor),
      outstanding: money(i.outstandingMinor),
      status: i.status,
      daysPastDue: i.daysPastDue,
    })),
    standing: {
      received: money(owed.receivedMinor),
      outstanding: money(owed.outstandingMinor),
      pastDue: money(owed.pastDueMinor),
      excessCredit: money(owed.excessMinor),
      daysPastDue: owed.daysPastDue,
      paidToDate: owed.paidToDate,
    },
  };
}
