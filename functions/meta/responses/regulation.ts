import * as z from 'zod';
import { amount, id, person, self, significanceClass } from './parts.ts';

const text = (longest: number) => z.string().min(1).max(longest);
const code = text(32);
const role = text(40);
const raci = z.enum(['R', 'A', 'C', 'I']);

const checkpoint = z.strictObject({
  code,
  anchor: z.enum(['dueOn', 'graceEnd']),
  offsetDays: z.int().min(-365).max(365),
  dayKind: z.enum(['calendar', 'business']),
  classes: z.array(significanceClass).min(1).max(3).optional(),
  minOutstanding: amount.optional(),
  actions: z.array(code).min(1).max(8),
});

const action = z.strictObject({
  code,
  title: text(120),
  kind: z.enum(['remind', 'notice', 'task', 'escalate', 'suspend', 'lapse', 'reinstate']),
  to: z.array(role).min(1).max(13).optional().meta({ description: '`policyholder` and/or roles' }),
  technique: text(300),
  expectedResult: text(300),
  participants: z.record(z.string(), raci).meta({ description: 'role → letter; exactly one R for a task' }),
  dueInBusinessDays: z.int().min(1).max(60).optional(),
});

/** What the author writes. What holds between the parts is checked by the domain, which answers with every fault and its cure. */
export const regulationContent = z
  .strictObject({
    title: text(200),
    roles: z.array(z.strictObject({ role, title: text(80), default: person.optional() })).max(12),
    checkpoints: z.array(checkpoint).min(1).max(30),
    actions: z.array(action).min(1).max(60),
    requiresReconciledThrough: z.boolean().optional(),
    thresholds: z
      .array(z.strictObject({ currency: z.string(), writeOff: amount, start: amount, adverse: amount }))
      .max(20)
      .optional(),
  })
  .meta({ id: 'RegulationContent' });

export const regulation = z
  .object({ self, regulationId: id, version: z.int().min(1), ...regulationContent.shape })
  .meta({ id: 'Regulation' });

export const publishedRegulation = regulation
  .extend({ warnings: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional() })
  .meta({ id: 'PublishedRegulation', description: 'With what it cannot do as the significance model is now' });

const row = z.object({
  code: z.string(),
  action: z.string(),
  technique: z.string(),
  result: z.string(),
  participants: z.record(z.string(), raci),
});

export const responsibilityMatrix = z
  .object({
    regulationId: id,
    version: z.int(),
    title: z.string(),
    language: z.enum(['en', 'uk', 'ru']),
    columns: z.array(z.string()),
    participants: z.array(z.object({ role: z.string(), title: z.string() })),
    groups: z.array(z.object({ checkpoint: z.string().optional(), when: z.string(), rows: z.array(row) })),
    rules: z.array(z.string()),
  })
  .meta({ id: 'ResponsibilityMatrix' });
