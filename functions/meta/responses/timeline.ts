import * as z from 'zod';
import { amount, by, date, id, instant } from './parts.ts';

const entry = <K extends string>(kind: K, fields: z.ZodRawShape) => z.object({ at: instant, kind: z.literal(kind), by, ...fields });

const plain = z.record(z.string(), z.unknown());

/** One kind may have two shapes: a status that does not change yet, money that came out of suspense. */
export const timelineEntry = z
  .union([
    entry('opened', {}),
    entry('payment', { paymentId: id, amount, receivedOn: date, status: z.string(), installment: z.int().optional() }),
    entry('payment', { paymentId: id, allocatedFrom: id }),
    entry('transfer', {
      transferId: id,
      amount,
      reason: z.string(),
      toPolicyNumber: id.optional().meta({ description: 'It went there' }),
      fromPolicyNumber: id.optional().meta({ description: 'It came from there' }),
    }),
    entry('disbursement', { disbursementId: id, amount, reason: z.string() }),
    entry('reversal', { paymentId: id, reason: z.string() }),
    entry('checkpoint', {
      installment: z.int(),
      code: z.string(),
      on: date,
      outcome: z.enum(['clear', 'acted', 'waived', 'superseded']),
      actions: z.array(z.string()),
      reason: z.string().optional(),
      inputs: plain.meta({ description: 'What the decision saw: enough to decide it again' }),
    }),
    entry('status', { status: z.string(), reason: z.string(), on: date.optional() }),
    entry('status', { waiting: z.string(), installment: z.int(), reason: z.string() }),
    entry('notice', {
      noticeId: z.string(),
      installment: z.int(),
      checkpoint: z.string(),
      noticeKind: z.string(),
      audience: z.string(),
      to: z.string(),
      actions: z.array(z.string()),
      state: z.string(),
      messageId: z.string().optional().meta({ description: 'Of the e-mail, once it has left: notices that left in one e-mail share it' }),
      replaces: z.string().optional().meta({ description: 'The message that came back, and that this one says again' }),
    }),
    entry('task', {
      taskId: id,
      happened: z.enum(['opened', 'result', 'told', 'handedOn', 'closed']),
      of: z.string().optional(),
      installment: z.int().optional(),
      checkpoint: z.string().optional(),
      action: z.string().optional(),
      role: z.string().optional(),
      dueOn: date.optional(),
      reason: z.string().optional(),
      result: plain.optional(),
      noticeId: id.optional(),
      on: date.optional().meta({ description: 'Of a warning that a person told: it counts as given from that day' }),
    }),
    z.looseObject({ at: instant, kind: z.literal('relief'), by, reliefId: id }).meta({ description: 'with the terms of its kind' }),
    entry('migration', { from: plain, to: plain }),
  ])
  .meta({ id: 'TimelineEntry' });
