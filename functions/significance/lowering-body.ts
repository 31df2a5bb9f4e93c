import * as z from 'zod/mini';
import { text } from '../http/fields.ts';

/** Body of POST /clients/{clientId}/significance/lowering. */
export const loweringBody = z
  .strictObject({
    decision: z.enum(['approved', 'declined'], { error: 'must be "approved" or "declined"' }),
    note: z.optional(text(500)),
  })
  .check(z.meta({ id: 'LoweringDecision' }));
