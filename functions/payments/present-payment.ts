import type { StoredPayment } from '../../shared/domain/payment.ts';
import { NO_POLICY } from '../../shared/usecases/payment-of-credit.ts';
import { pathOf } from '../http/path-id.ts';
import { presentMoney } from '../http/present-money.ts';

/** A payment as the contract shows it; the same for its first answer and every replay. */
export function presentPayment(payment: StoredPayment) {
  const { paymentId, policyNumber, amountMinor, currency, receivedOn, payer, reference, installment, recordedAt } = payment;
  return {
    self: pathOf('payments', paymentId),
    paymentId,
    status: payment.status,
    ...stateOf(payment),
    partOf: payment.partOf,
    policyNumber: policyNumber === NO_POLICY ? undefined : policyNumber,
    amount: presentMoney({ amountMinor, currency }),
    receivedOn,
    payer,
    reference,
    installment,
    recordedAt,
  };
}

/** What the state brings with it. */
function stateOf(payment: StoredPayment) {
  switch (payment.status) {
    case 'suspense':
      return { reason: payment.reason, candidates: payment.candidates };
    case 'reversed':
      return { reversal: payment.reversal, parts: payment.parts };
    case 'disbursed':
      return { disbursement: payment.disbursement };
    case 'split':
      return { parts: payment.parts };
    case 'applied':
      return {};
  }
}
