import * as z from 'zod/mini';
import { date, id, installmentNumber, money, text } from '../http/fields.ts';

/** Bodies of what is done with money after it was recorded. */
export const reversalBody = z.strictObject({ reason: text(500), reversedOn: date }).check(z.meta({ id: 'Reversal' }));

export const allocationBody = z
  .strictObject({ policyNumber: id, installment: z.optional(installmentNumber) })
  .check(z.meta({ id: 'Allocation' }));

/** Ten parts at most: all of them change in one transaction. */
export const splitBody = z
  .strictObject({
    parts: z
      .array(z.strictObject({ policyNumber: id, amount: money, installment: z.optional(installmentNumber) }), {
        error: 'must be a list of 2 to 10 parts like { "policyNumber": "…", "amount": { "amount": "1250.00", "currency": "UAH" } }',
      })
      .check(z.minLength(2, { error: 'must have two parts or more' }), z.maxLength(10, { error: 'must have ten parts at most' })),
  })
  .check(
    z.superRefine(({ parts }, context) => {
      const policies = parts.map((p) => p.policyNumber);
      policies.forEach((policyNumber, index) => {
        if (policies.indexOf(policyNumber) < index)
          context.addIssue({ code: 'custom', path: ['parts', index, 'policyNumber'], message: 'name each policy once' });
      });
    }),
    z.meta({ id: 'Split' }),
  );

export const disbursementBody = z.strictObject({ reason: text(500), disbursedOn: date }).check(z.meta({ id: 'Disbursement' }));
