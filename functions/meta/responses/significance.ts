import * as z from 'zod';
import { amount, by, id, instant, placement, self, significanceClass } from './parts.ts';

const threshold = z.object({ from: z.number(), points: z.int() });

const indicator = z.object({
  code: z.string(),
  title: z.string(),
  source: z.enum(['client', 'computed']),
  unit: z.enum(['count', 'years', 'ratio', 'money']),
  direction: z.enum(['higherIsBetter', 'lowerIsBetter']),
  weight: z.int(),
  value: z.union([amount, z.number(), z.null()]),
  missing: z.object({ reason: z.string(), countedAs: z.enum(['zero', 'neutral', 'ignore']) }).optional(),
  points: z.int().nullable(),
  threshold: threshold.optional(),
  nextThreshold: threshold.optional(),
  withoutRate: z.array(z.string()).optional(),
  why: z.string(),
});

const because = z.enum(['first', 'unchanged', 'passedByMargin', 'stayedPast', 'held']);

const side = z.object({ band: z.string(), score: z.number(), scoreBand: z.string(), because, indicators: z.array(indicator) });

const reason = z.object({
  score: z.number(),
  because,
  indicators: z.array(
    z.object({
      code: z.string(),
      value: z.union([amount, z.number()]).optional(),
      missing: z.string().optional(),
      points: z.int().optional(),
    }),
  ),
});

const record = z.object({
  at: instant,
  by,
  event: z.string(),
  from: placement.optional(),
  to: placement.optional(),
  proposed: placement.optional(),
  modelVersion: z.int(),
  occasion: z.string().optional(),
  runId: z.string().optional(),
  why: z.object({ potential: reason, results: reason }).optional(),
  note: z.string().optional(),
});

export const explanation = z
  .object({
    self,
    clientId: id,
    ...placement.shape,
    assignedAt: instant,
    modelVersion: z.int(),
    potential: side,
    results: side,
    cell: placement,
    nearestChanges: z.array(z.object({ from: z.string(), to: z.string(), class: significanceClass, text: z.string() })),
    pendingLowering: placement.nullable(),
    declinedLowering: placement.nullable(),
    next: placement.nullable().meta({ description: 'What the values of today would give, where it is something else' }),
    history: z.array(record),
  })
  .meta({ id: 'SignificanceExplained' });

export const significanceMatrix = z
  .object({ modelVersion: z.int(), total: z.int(), cells: z.array(z.object({ ...placement.shape, clients: z.int() })).length(9) })
  .meta({ id: 'SignificanceMatrix' });
