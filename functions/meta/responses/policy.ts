import * as z from 'zod';
import { amount, date, id, instant, person, self } from './parts.ts';
import { reliefTerms } from './relief.ts';

const installment = z.object({
  number: z.int().min(1),
  dueOn: date,
  plannedDueOn: date.optional().meta({ description: 'Where relief has moved the due date' }),
  amount,
  covered: amount,
  writtenOff: amount.optional().meta({ description: 'Where some of it is not asked for any more' }),
  outstanding: amount,
  status: z.enum(['upcoming', 'due', 'pastDue', 'paid', 'deferred']),
  daysPastDue: z.int().min(0),
});

const standing = z.object({
  received: amount,
  outstanding: amount,
  pastDue: amount,
  excessCredit: amount,
  writtenOff: amount.optional(),
  transferredIn: amount.optional().meta({ description: 'Excess credit of other policies of the client' }),
  transferredOut: amount.optional(),
  disbursed: amount.optional().meta({ description: 'Excess credit paid back' }),
  overdrawn: amount.optional().meta({
    description: 'Left as excess credit, and then its payment was reversed: what comes next makes up for it before it covers anything',
  }),
  daysPastDue: z.int().min(0),
  paidToDate: date.nullable(),
});

export const policy = z
  .object({
    self,
    policyNumber: id,
    clientId: id,
    product: z.string(),
    premium: amount,
    coverFrom: date,
    coverTo: date,
    status: z.enum(['active', 'suspended', 'lapsed', 'cancelled', 'completed']),
    regulation: z.object({ regulationId: id, version: z.int() }),
    participants: z.record(z.string(), person),
    timeZone: z.string(),
    country: z.string(),
    openedAt: instant,
    installments: z.array(installment),
    standing,
    relief: z.array(reliefTerms),
    reliefRequests: z.array(z.object({ reliefId: id, status: z.enum(['pending', 'declined']), taskId: id })),
    nextCheckpoint: z.object({ at: instant, installment: z.int(), code: z.string() }).nullable().meta({
      description: 'code is END when no checkpoint of the regulation is left: the policy is looked at once more after the end of cover',
    }),
  })
  .meta({ id: 'Policy' });
