import * as z from 'zod';
import { text } from '../http/fields.ts';

/** Body of POST /clients/{clientId}/significance/lowering. */
export const loweringBody = z
  .strictObject({
    decision: z.enum(['approved', 'declined'], { error: 'must be "approved" or "declined"' }),
    note: text(500).optional(),
  })
  .meta({ id: 'LoweringDecision' });
