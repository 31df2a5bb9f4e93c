import * as z from 'zod';
import { by, date, id, instant, self } from './parts.ts';

const result = z.object({
  outcome: z.string(),
  note: z.string().optional(),
  promisedOn: date.optional(),
  newDueOn: date.optional(),
  by,
  at: instant,
  effect: z.object({ effect: z.string(), reliefId: id.optional(), taskId: id.optional() }).optional(),
});

export const task = z
  .object({
    self,
    taskId: id,
    policyNumber: id,
    installment: z.int(),
    checkpoint: z.string().meta({ description: 'Code; `relief` where something else than a checkpoint asked for it' }),
    kind: z.enum(['action', 'approval', 'undelivered']),
    action: z.object({ code: z.string(), title: z.string(), technique: z.string(), expectedResult: z.string() }),
    assignee: z.string().meta({ description: 'E-mail address' }),
    assigneeName: z.string(),
    role: z.string(),
    accountable: z.string().optional(),
    createdAt: instant,
    dueOn: date,
    reliefId: id.optional(),
    noticeId: id.optional().meta({ description: 'Of a message that came back: which' }),
    status: z.enum(['open', 'done', 'cancelled']),
    escalatedAt: instant.optional(),
    result: result.optional(),
    closed: z.object({ reason: z.enum(['paid', 'policyClosed', 'addressCorrected']), at: instant }).optional(),
    outcomes: z.array(z.string()),
  })
  .meta({ id: 'Task' });
