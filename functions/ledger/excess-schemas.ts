import * as z from 'zod/mini';
import { id, money, text } from '../http/fields.ts';

/** Bodies of what is done with excess credit; without an amount it is all of it. */
const excess = { amount: z.optional(money), reason: text(500) };

export const transferBody = z.strictObject({ transferId: id, toPolicyNumber: id, ...excess }).check(z.meta({ id: 'NewTransfer' }));

export const excessDisbursementBody = z.strictObject({ disbursementId: id, ...excess }).check(z.meta({ id: 'NewExcessDisbursement' }));
