import * as z from 'zod';
import { self, significanceClass } from './parts.ts';

const points = z.int().min(0).max(100);
const days = z.int().min(0).max(365);

const indicator = z.strictObject({
  code: z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,63}$/),
  title: z.string().min(1).max(120),
  source: z.enum(['client', 'computed']),
  unit: z.enum(['count', 'years', 'ratio', 'money']),
  currency: z.string().optional().meta({ description: 'of money, and of nothing else' }),
  direction: z.enum(['higherIsBetter', 'lowerIsBetter']),
  weight: z.int().min(1).max(100),
  missing: z.enum(['zero', 'neutral', 'ignore']),
  thresholds: z
    .array(z.strictObject({ from: z.number().min(0).max(1e12), points }))
    .min(2)
    .max(20),
});

const side = <B extends string>(bands: readonly [B, B, B]) =>
  z.strictObject({ indicators: z.array(indicator).min(1).max(20), bands: z.record(z.enum(bands), points) });

const conditions = z.strictObject({
  graceDays: days,
  reminders: z.enum(['standard', 'personal']),
  maxDeferralDays: days,
  deferralsPerYear: z.int().min(0).max(100),
  maxPromiseDays: days.optional(),
  maxHoldDays: days.optional(),
  agreementsWithoutApproval: z.boolean().optional(),
  approverRole: z.string().min(1).max(40),
});

/** What the insurer writes. What holds between the parts is checked by the domain, which answers with every fault and its cure. */
export const modelContent = z
  .strictObject({
    self: self.optional(),
    version: z.int().min(0).optional(),
    potential: side(['P1', 'P2', 'P3']),
    results: side(['F1', 'F2', 'F3']),
    matrix: z.record(z.enum(['P1', 'P2', 'P3']), z.record(z.enum(['F1', 'F2', 'F3']), significanceClass)),
    conditions: z.record(significanceClass, conditions),
    defaultClass: significanceClass,
    rates: z.record(z.string(), z.string()).meta({ description: 'currency → worth of one unit, a decimal text' }),
    hysteresis: z.strictObject({ marginPoints: points, reassessments: z.int().min(1).max(24) }),
    lowering: z.strictObject({ needsApproval: z.boolean(), approverRole: z.string().min(1).max(40).optional() }),
  })
  .meta({ id: 'SignificanceModelContent', description: 'self and version are ignored, so that what was read can be sent back changed' });

export const model = z.object({ ...modelContent.shape, self, version: z.int().min(1) }).meta({ id: 'SignificanceModel' });
