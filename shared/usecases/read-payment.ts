import { allocateAfterMoves, type RemainingAllocation, sourcesOf } from '../domain/allocation-after-moves.ts';
import { movedBy } from '../domain/credit-move.ts';
import type { StoredPayment } from '../domain/payment.ts';
import { oldestDueFirst } from '../domain/standing.ts';
import type { CreditMoveReader } from '../ports/credit-moves.ts';
import type { PaymentReader } from '../ports/payment-reader.ts';
import type { PolicyStore } from '../ports/policy-store.ts';
import { allPaymentsOf } from './all-payments-of.ts';

export interface Deps {
  readonly payments: PaymentReader;
  readonly policies: PolicyStore;
  readonly credits: CreditMoveReader;
}

export interface ReadPayment {
  readonly payment: StoredPayment;
  readonly allocation: RemainingAllocation;
}

/** A payment with the installments it covers. Money in suspense or reversed covers nothing. */
export async function readPayment(deps: Deps, paymentId: string): Promise<ReadPayment | undefined> {
  const payment = await deps.payments.read(paymentId);
  if (!payment) return undefined;
  const nothing = { payment, allocation: { allocations: [], excessMinor: 0, movedMinor: 0 } };
  if (payment.status !== 'applied') return nothing;
  const [head, payments] = await Promise.all([deps.policies.read(payment.policyNumber), allOfPolicy(deps.payments, payment)]);
  if (!head) return nothing;
  const credits = head.account.moved ? await deps.credits.ofPolicy(payment.policyNumber) : [];
  const { outMinor, disbursedMinor } = movedBy(credits);
  const sources = sourcesOf(payments, credits);
  const allocation = allocateAfterMoves(oldestDueFirst(head.policy), sources, outMinor + disbursedMinor).get(paymentId);
  return allocation ? { payment, allocation } : nothing;
}

/** The index may lag behind the payment just made: it is added if it is not there yet. */
async function allOfPolicy(payments: PaymentReader, payment: StoredPayment): Promise<readonly StoredPayment[]> {
  const all = await allPaymentsOf(payments, payment.policyNumber);
  return all.some((p) => p.paymentId === payment.paymentId) ? all : [...all, payment];
}
