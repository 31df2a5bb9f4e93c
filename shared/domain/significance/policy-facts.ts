import { cover, NOTHING_MOVED } from '../coverage.ts';
import type { CreditMove } from '../credit-move.ts';
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
  readonly credits: readonly CreditMove[];
}

/** What a policy and its payments say of a client's work with us. What he had too much elsewhere pays in time, too. */
export function policyFactsOf(records: PolicyRecords): PolicyFacts {
  const { policy, account, payments, credits } = records;
  const { product, coverFrom, coverTo, premium } = policy;
  return {
    product,
    coverFrom,
    coverTo,
    status: account.status,
    currency: premium.currency,
    receipts: [...payments.flatMap(receiptOf), ...credits.flatMap(paidBack)],
    installments: owed(policy, account).map((installment) => installmentFacts(installment, records)),
  };
}

function receiptOf({ status, receivedOn, amountMinor }: StoredPayment): readonly Receipt[] {
  return status === 'applied' || status === 'reversed' ? [{ receivedOn, amountMinor, state: status }] : [];
}

/** Paid too much and given back was never premium. A transfer changes nothing: the client's policies are looked at together. */
const paidBack = (move: CreditMove): readonly Receipt[] =>
  move.kind === 'disbursement' ? [{ receivedOn: move.movedOn, amountMinor: -move.amountMinor, state: 'applied' }] : [];

/** What would have been due after a policy ended is owed by nobody. */
function owed({ installments, relief }: Policy, { status, closedOn }: PolicyRecords['account']): readonly Installment[] {
  const ended = status === 'lapsed' || status === 'cancelled' ? closedOn : undefined;
  return ended ? installments.filter((i) => lastDayInTime(i, relief) < ended) : installments;
}

function installmentFacts(installment: Installment, { policy, payments, credits }: PolicyRecords): InstallmentFacts {
  const effectiveDueOn = lastDayInTime(installment, policy.relief);
  const inOrder = oldestDueFirst(policy);
  const transferredMinor = sum(credits.filter((c) => c.kind === 'transferIn' && c.movedOn <= effectiveDueOn).map((c) => c.amountMinor));
  const moved = { ...NOTHING_MOVED, inMinor: transferredMinor };
  const { coveredMinor } = cover(inOrder, { ...receivedBy(effectiveDueOn, payments), moved });
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
