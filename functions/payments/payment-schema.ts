import * as z from 'zod';
import type { Payment } from '../../shared/domain/payment.ts';
import { date, id, installmentNumber, money, text } from '../http/fields.ts';

/** Body of POST /payments → the domain's payment. */
export const paymentBody = z
  .strictObject({
    paymentId: id,
    policyNumber: id,
    amount: money,
    receivedOn: date,
    payer: text(140).optional(),
    reference: text(500).optional(),
    installment: installmentNumber.optional(),
  })
  .meta({ id: 'NewPayment' });

export function paymentOf(body: z.output<typeof paymentBody>): Payment {
  const { paymentId, policyNumber, amount, receivedOn, payer, reference, installment } = body;
  return {
    paymentId,
    policyNumber,
    amountMinor: amount.amountMinor,
    currency: amount.currency,
    receivedOn,
    ...(payer === undefined ? {} : { payer }),
    ...(reference === undefined ? {} : { reference }),
    ...(installment === undefined ? {} : { installment }),
  };
}
