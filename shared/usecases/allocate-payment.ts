import type { StoredPayment } from '../domain/payment.ts';
import { Refusal } from '../domain/refusal.ts';
import type { PolicyHead } from '../ports/policy-store.ts';
import { journalRecord, MOST_ATTEMPTS, type MoneyDeps, wakeFor, whyNoTarget } from './moving-money.ts';

export interface Allocating {
  readonly paymentId: string;
  readonly policyNumber: string;
  readonly installment?: number;
  readonly by: string;
}

/** Sends money out of suspense to a policy. Safe to repeat: to the same target again changes nothing. */
export async function allocatePayment(deps: MoneyDeps, allocating: Allocating): Promise<StoredPayment> {
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const before = await deps.payments.read(allocating.paymentId);
    if (!before) throw new Refusal('NOT_FOUND', 'there is no payment with this id');
    if (before.status !== 'suspense') return asBefore(before, allocating);
    const after = await moveTo(deps, allocating, before, await targetOf(deps, allocating, before));
    if (after) return after;
  }
  throw new Error('a payment or its policy changed each time it was being allocated');
}

async function targetOf({ policies }: MoneyDeps, { policyNumber, installment }: Allocating, before: StoredPayment): Promise<PolicyHead> {
  const head = await policies.read(policyNumber);
  const refused = whyNoTarget(head, before, installment);
  if (!head || refused) throw new Refusal('NO_SUCH_TARGET', `${refused}; the money stays in suspense`, '/policyNumber');
  return head;
}

/** undefined: the payment or the policy changed meanwhile. */
async function moveTo(
  deps: MoneyDeps,
  { policyNumber, installment, by }: Allocating,
  before: StoredPayment,
  head: PolicyHead,
): Promise<StoredPayment | undefined> {
  const after = appliedTo(before, { policyNumber, ...(installment ? { installment } : {}) });
  const woken = head.account.status === 'suspended' ? wakeFor(deps, head) : undefined;
  const made = await deps.moves.make({
    payments: [{ before, after }],
    added: [],
    counters: [{ policyNumber, amountMinor: before.amountMinor, seenStatus: head.account.status, ...(installment ? { installment } : {}) }],
    journal: [journalRecord(deps, policyNumber, by, { kind: 'allocation', paymentId: before.paymentId, from: before.policyNumber })],
    intents: woken ? [woken.intent] : [],
  });
  if (made === 'changed') return undefined;
  if (woken) await deps.runner.runNow(woken.wake);
  return after;
}

function asBefore(before: StoredPayment, { policyNumber, installment }: Allocating): StoredPayment {
  if (before.status === 'applied' && before.policyNumber === policyNumber && before.installment === installment) return before;
  throw new Refusal('NOT_IN_SUSPENSE', `the payment is ${before.status}; only money in suspense can be allocated`);
}

/** What was first said is kept, so that a retry of the first message is still known. */
function appliedTo(before: StoredPayment, target: { readonly policyNumber: string; readonly installment?: number }): StoredPayment {
  const { policyNumber, installment } = before;
  const said = before.said ?? { policyNumber, ...(installment === undefined ? {} : { installment }) };
  return { ...factsOf(before), ...target, said, status: 'applied' };
}

/**
 * The payment as it was told, and where: what becomes of money that nobody sent elsewhere. The message that told of it may come once
 * more at any time, and is compared with this.
 */
export function toldOf(before: StoredPayment) {
  const { policyNumber, installment, said, partOf } = before;
  return {
    ...factsOf(before),
    policyNumber,
    ...(installment === undefined ? {} : { installment }),
    ...(said === undefined ? {} : { said }),
    ...(partOf === undefined ? {} : { partOf }),
  };
}

/** The bank's facts and ours, without where the money is. */
export function factsOf({ paymentId, amountMinor, currency, receivedOn, recordedAt, by, payer, reference }: StoredPayment) {
  return {
    paymentId,
    amountMinor,
    currency,
    receivedOn,
    recordedAt,
    by,
    ...(payer === undefined ? {} : { payer }),
    ...(reference === undefined ? {} : { reference }),
  };
}
