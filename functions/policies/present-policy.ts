import type { Policy } from '../../shared/domain/policy.ts';
import { agreedDueOn } from '../../shared/domain/relief.ts';
import { type Standing, standing } from '../../shared/domain/standing.ts';
import { formatInstant, localDateAt } from '../../shared/domain/zone.ts';
import type { PolicyHead } from '../../shared/ports/policy-store.ts';
import { pathOf } from '../http/path-id.ts';
import { presentMoney } from '../http/present-money.ts';
import { presentGranted } from '../relief/present-relief.ts';

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
    ...presentStanding(owed, policy),
    relief: policy.relief.map((relief) => presentGranted(relief, policy.premium.currency)),
    reliefRequests: (policy.requests ?? []).map(({ reliefId, status, taskId }) => ({ reliefId, status, taskId })),
    nextCheckpoint: next ? { at: formatInstant(next.at), installment: next.installment, code: next.code } : null,
  };
}

function presentStanding(owed: Standing, { premium: { currency }, relief }: Policy) {
  const money = (amountMinor: number) => presentMoney({ amountMinor, currency });
  return {
    installments: owed.installments.filter(isPartOfThePlan).map((i) => {
      const dueOn = agreedDueOn(i, relief);
      return {
        number: i.number,
        dueOn,
        ...(dueOn === i.dueOn ? {} : { plannedDueOn: i.dueOn }),
        amount: money(i.amountMinor),
        covered: money(i.coveredMinor),
        ...(i.writtenOffMinor > 0 ? { writtenOff: money(i.writtenOffMinor) } : {}),
        outstanding: money(i.outstandingMinor),
        status: i.status,
        daysPastDue: i.status === 'deferred' ? 0 : i.daysPastDue, // days that relief covers are not past due; those before it count again after it
      };
    }),
    standing: {
      received: money(owed.receivedMinor),
      outstanding: money(owed.outstandingMinor),
      pastDue: money(owed.pastDueMinor),
      excessCredit: money(owed.excessMinor),
      ...presentMoved(owed, money),
      daysPastDue: owed.daysPastDue,
      paidToDate: owed.paidToDate,
    },
  };
}

/** What is rare is shown where there is some: written off, moved as excess, moved and then missing. */
function presentMoved({ writtenOffMinor, moved, overdrawnMinor }: Standing, money: (amountMinor: number) => unknown) {
  const amounts = {
    writtenOff: writtenOffMinor,
    transferredIn: moved.inMinor,
    transferredOut: moved.outMinor,
    disbursed: moved.disbursedMinor,
    overdrawn: overdrawnMinor,
  };
  return Object.fromEntries(Object.entries(amounts).flatMap(([name, minor]) => (minor > 0 ? [[name, money(minor)]] : [])));
}

/** An agreement leaves nothing of an installment of which nothing was covered. */
const isPartOfThePlan = ({ amountMinor }: { readonly amountMinor: number }): boolean => amountMinor > 0;
