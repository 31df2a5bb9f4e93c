import * as z from 'zod/mini';
import type { Payment } from '../../shared/domain/payment.ts';
import { date, id, installmentNumber, money, text } from '../http/fields.ts';

/** Body of POST /payments → the domain's payment. */
export const paymentBody = z
  .strictObject({
    paymentId: id,
    policyNumber: id,
    amount: money,
    receivedOn: date,
    payer: z.optional(text(140)),
    reference: z.optional(text(500)),
    installment: z.optional(installmentNumber),
  })
  .check(z.meta({ id: 'NewPayment' }));

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
