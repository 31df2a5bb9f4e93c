import * as z from 'zod';
import { amount, date, id } from './parts.ts';

const terms = {
  reliefId: id,
  kind: z.enum(['deferral', 'promise', 'hold', 'agreement', 'writeOff']),
  grantedOn: date,
  installment: z.int().optional(),
  newDueOn: date.optional(),
  promisedOn: date.optional(),
  amount: amount.optional(),
  until: date.optional(),
  installments: z.array(z.object({ dueOn: date, amount })).optional(),
  writtenOff: z
    .array(z.object({ installment: z.int(), amount }))
    .optional()
    .meta({ description: 'Of a write-off: its `amount`, by installment' }),
  endedOn: date.optional(),
  reason: z.string(),
};

export const grantedRelief = z.object({ status: z.literal('granted'), ...terms }).meta({ id: 'GrantedRelief' });

export const reliefTerms = z.object(terms).meta({ id: 'Relief' });

export const pendingRelief = z
  .object({ status: z.enum(['pendingApproval', 'declined']), reliefId: id, taskId: id })
  .meta({ id: 'PendingRelief' });
