import * as z from 'zod';
import { amount, by, date, id, instant } from './parts.ts';

const moved = { policyNumber: id, amount, reason: z.string(), at: instant, by };

export const excessTransfer = z
  .object({ transferId: id, toPolicyNumber: id, transferredOn: date, ...moved })
  .meta({ id: 'ExcessTransfer' });

export const excessDisbursement = z.object({ disbursementId: id, disbursedOn: date, ...moved }).meta({ id: 'ExcessDisbursement' });
