import * as z from 'zod';
import { date, id, installmentNumber, money, text } from '../http/fields.ts';

/** Bodies of what is done with money after it was recorded. */
export const reversalBody = z.strictObject({ reason: text(500), reversedOn: date }).meta({ id: 'Reversal' });

export const allocationBody = z.strictObject({ policyNumber: id, installment: installmentNumber.optional() }).meta({ id: 'Allocation' });

/** Ten parts at most: all of them change in one transaction. */
export const splitBody = z
  .strictObject({
    parts: z
      .array(z.strictObject({ policyNumber: id, amount: money, installment: installmentNumber.optional() }))
      .min(2, { error: 'must have two parts or more' })
      .max(10, { error: 'must have ten parts at most' }),
  })
  .superRefine(({ parts }, context) => {
    const policies = parts.map((p) => p.policyNumber);
    policies.forEach((policyNumber, index) => {
      if (policies.indexOf(policyNumber) < index)
        context.addIssue({ code: 'custom', path: ['parts', index, 'policyNumber'], message: 'name each policy once' });
    });
  })
  .meta({ id: 'Split' });

export const disbursementBody = z.strictObject({ reason: text(500), disbursedOn: date }).meta({ id: 'Disbursement' });
