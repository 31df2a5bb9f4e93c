import * as z from 'zod';
import type { SaidResult } from '../../shared/domain/task.ts';
import { ALL_OUTCOMES, type Outcome } from '../../shared/domain/task-outcome.ts';
import { date, text } from '../http/fields.ts';

const isOutcome = (value: string): value is Outcome => ALL_OUTCOMES.some((outcome) => outcome === value);

/** Body of POST /tasks/{taskId}/result. Which outcomes a task has, and which dates go with them, the catalogue says. */
export const resultBody = z
  .strictObject({
    outcome: z.string({ error: 'must be a string' }).refine(isOutcome, { error: `must be one of ${ALL_OUTCOMES.join(', ')}` }),
    note: text(500).optional(),
    promisedOn: date.optional(),
    newDueOn: date.optional(),
  })
  .meta({ id: 'TaskResult' });

export const resultOf = ({ outcome, note, promisedOn, newDueOn }: z.output<typeof resultBody>): SaidResult => ({
  outcome,
  ...(note === undefined ? {} : { note }),
  ...(promisedOn === undefined ? {} : { promisedOn }),
  ...(newDueOn === undefined ? {} : { newDueOn }),
});
