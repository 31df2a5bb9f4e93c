import * as z from 'zod';
import { amount, by, date, id, instant, self } from './parts.ts';

const moved = { reason: z.string(), at: instant, by };

const fields = {
  self,
  paymentId: id,
  policyNumber: id.optional(),
  amount,
  receivedOn: date,
  payer: z.string().optional(),
  reference: z.string().optional(),
  installment: z.int().optional(),
  recordedAt: instant,
  status: z.enum(['applied', 'suspense', 'reversed', 'disbursed', 'split']),
  reason: z
    .enum(['unknownPolicy', 'currencyMismatch', 'policyClosed', 'unknownInstallment'])
    .optional()
    .meta({ description: 'Of money in suspense' }),
  candidates: z.array(id).optional().meta({ description: 'Of money in suspense: policies that it could be for, 20 at most' }),
  candidatesBecause: z.enum(['named', 'similar', 'sameClient']).optional().meta({
    description:
      'Why: the payer named them (written otherwise, or in the reference); their numbers are one slip of the hand away; they are open ones of the client whose policy was named',
  }),
  reversal: z.object({ ...moved, reversedOn: date }).optional(),
  disbursement: z.object({ ...moved, disbursedOn: date }).optional(),
  parts: z.array(id).optional().meta({ description: 'Of a split payment, also when it has been reversed: ids of its parts' }),
  partOf: id.optional().meta({ description: 'Of a part: the payment that was split' }),
};

export const payment = z.object(fields).meta({ id: 'Payment' });

export const allocatedPayment = z
  .object({
    ...fields,
    allocations: z.array(z.object({ installment: z.int(), amount })),
    excess: amount,
    moved: amount.optional().meta({ description: 'Of the payment: transferred to another policy, or paid back' }),
  })
  .meta({ id: 'AllocatedPayment' });

export const PAYMENT_EXAMPLE = {
  self: '/payments/bank-20261122-0001',
  paymentId: 'bank-20261122-0001',
  status: 'applied',
  policyNumber: 'CARGO-2026-000123',
  amount: { amount: '30000.00', currency: 'UAH' },
  receivedOn: '2026-11-22',
  recordedAt: '2026-11-22T08:00:00.000Z',
};
