import * as z from 'zod/mini';
import type { SaidResult } from '../../shared/domain/task.ts';
import { ALL_OUTCOMES } from '../../shared/domain/task-outcome.ts';
import { date, text } from '../http/fields.ts';

/** Body of POST /tasks/{taskId}/result. Which outcomes a task has, and which dates go with them, the catalogue says. */
export const resultBody = z
  .strictObject({
    outcome: z.enum(ALL_OUTCOMES, { error: `must be one of ${ALL_OUTCOMES.join(', ')}` }),
    note: z.optional(text(500)),
    promisedOn: z.optional(date),
    newDueOn: z.optional(date),
  })
  .check(z.meta({ id: 'TaskResult' }));

export const resultOf = ({ outcome, note, promisedOn, newDueOn }: z.output<typeof resultBody>): SaidResult => ({
  outcome,
  ...(note === undefined ? {} : { note }),
  ...(promisedOn === undefined ? {} : { promisedOn }),
  ...(newDueOn === undefined ? {} : { newDueOn }),
});
