import * as z from 'zod';
import { amount, date, id } from './parts.ts';

const line = z.object({
  on: date,
  kind: z.enum(['charge', 'payment', 'reversal', 'relief', 'writeOff', 'transferIn', 'transferOut', 'disbursement']),
  reference: z.string(),
  detail: z.string().optional(),
  amount,
  balance: amount,
});

export const account = z
  .object({ policyNumber: id, product: z.string(), lines: z.array(line), balance: amount, agrees: z.boolean() })
  .meta({ id: 'StatementOfAccount' });

export const clientAccounts = z.object({ clientId: id, accounts: z.array(account) }).meta({ id: 'StatementsOfAccount' });
