import type { StoredPayment } from '../../shared/domain/payment.ts';
import { pathOf } from '../http/path-id.ts';
import { presentMoney } from '../http/present-money.ts';

/** A payment as the contract shows it; the same for its first answer and every replay. */
export function presentPayment(payment: StoredPayment) {
  const { paymentId, policyNumber, amountMinor, currency, receivedOn, payer, reference, installment, recordedAt } = payment;
  return {
    self: pathOf('payments', paymentId),
    paymentId,
    status: payment.status,
    ...(payment.status === 'suspense' ? { reason: payment.reason } : {}),
    policyNumber,
    amount: presentMoney({ amountMinor, currency }),
    receivedOn,
    payer,
    reference,
    installment,
    recordedAt,
  };
}
