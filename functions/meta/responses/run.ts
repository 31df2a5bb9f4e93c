import * as z from 'zod';
import { by, id, instant, placement, self } from './parts.ts';

const progress = { runId: z.string(), status: z.enum(['running', 'done']), startedAt: instant, updatedAt: instant, by };

export const reassessment = z
  .object({ self, ...progress, clients: z.int(), written: z.int(), moved: z.int(), failed: z.int() })
  .meta({ id: 'Reassessment' });

const way = { from: placement.optional(), to: placement };

export const preview = z
  .object({
    self: self.optional(),
    ...progress,
    clients: z.int(),
    unchanged: z.int(),
    heldByHysteresis: z.int(),
    awaitingApproval: z.int(),
    movements: z.array(z.object({ ...way, clients: z.int() })),
    largest: z.array(z.object({ ...way, clientId: id, classSteps: z.int(), bandSteps: z.int(), score: z.number() })),
  })
  .meta({ id: 'ModelPreview' });
