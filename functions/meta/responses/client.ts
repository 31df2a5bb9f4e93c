import * as z from 'zod';
import { amount, id, instant, placement, self } from './parts.ts';

export const client = z
  .object({
    self,
    clientId: id,
    name: z.string(),
    kind: z.enum(['legalEntity', 'individual']),
    email: z.string(),
    language: z.enum(['en', 'uk', 'ru']),
    timeZone: z.string(),
    potential: z.record(z.string(), z.union([z.number(), amount, z.string(), z.boolean()])),
    significance: z
      .object({ ...placement.shape, assignedAt: instant })
      .nullable()
      .meta({ description: 'null: individuals have no class' }),
  })
  .meta({ id: 'Client' });
