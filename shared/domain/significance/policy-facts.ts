import { cover } from '../coverage.ts';
import type { Installment } from '../installment-plan.ts';
import { addDays, type LocalDate, maxDate } from '../local-date.ts';
import { sum } from '../money.ts';
import type { StoredPayment } from '../payment.ts';
import type { Account, Policy } from '../policy.ts';
import { effectiveDueOn, pausesOf } from '../relief.ts';
import { oldestDueFirst } from '../standing.ts';
import type { InstallmentFacts, PolicyFacts, Receipt } from './results.ts';

export interface PolicyRecords {
  readonly policy: Policy;
  readonly account: Pick<Account, 'status' | 'closedOn'>;
  /** All payments ever told for the policy; only money that was applied to it counts. */
  readonly payments: readonly StoredPayment[];
}

/** What a policy and its payments say of a client's work with us. */
export function policyFactsOf({ policy, account, payments }: PolicyRecords): PolicyFacts {
  const { product, coverFrom, coverTo, premium } = policy;
  return {
    product,
    coverFrom,
    coverTo,
    status: account.status,
    currency: premium.currency,
    receipts: payments.flatMap(receiptOf),
    installments: owed(policy, account).map((installment) => installmentFacts(installment, policy, payments)),
  };
}

function receiptOf({ status, receivedOn, amountMinor }: StoredPayment): readonly Receipt[] {
  return status === 'applied' || status === 'reversed' ? [{ receivedOn, amountMinor, state: status }] : [];
}

/** What would have been due after a policy ended is owed by nobody. */
function owed({ installments, relief }: Policy, { status, closedOn }: PolicyRecords['account']): readonly Installment[] {
  const ended = status === 'lapsed' || status === 'cancelled' ? closedOn : undefined;
  return ended ? installments.filter((i) => lastDayInTime(i, relief) < ended) : installments;
}

function installmentFacts(installment: Installment, policy: Policy, payments: readonly StoredPayment[]): InstallmentFacts {
  const effectiveDueOn = lastDayInTime(installment, policy.relief);
  const inOrder = oldestDueFirst(policy);
  const { coveredMinor } = cover(inOrder, receivedBy(effectiveDueOn, payments));
  const coveredOnTimeMinor = coveredMinor[inOrder.findIndex((i) => i.number === installment.number)] ?? 0;
  return { effectiveDueOn, amountMinor: installment.amountMinor, coveredOnTimeMinor };
}

/**
 * The last day on which the installment was not past due: what was agreed in time costs the client nothing.
 * Due 1 Mar, promise taken by 2 Mar for 10 Mar → 10 Mar. Taken on 4 Mar → 1 Mar: it was late before anything was agreed.
 */
const lastDayInTime = (installment: Installment, relief: Policy['relief']): LocalDate =>
  pausesOf(installment, relief).reduce(
    (last, pause) => (pause.from <= addDays(last, 1) ? maxDate(last, addDays(pause.until, -1)) : last),
    effectiveDueOn(installment, relief),
  );

function receivedBy(day: LocalDate, payments: readonly StoredPayment[]) {
  const received = payments.filter((p) => p.status === 'applied' && p.receivedOn <= day);
  const directed = Map.groupBy(received, (p) => p.installment);
  const directedMinor = [...directed].flatMap(([number, some]) =>
    number === undefined ? [] : [[number, sum(some.map((p) => p.amountMinor))] as const],
  );
  return { receivedMinor: sum(received.map((p) => p.amountMinor)), directedMinor: Object.fromEntries(directedMinor) };
}
