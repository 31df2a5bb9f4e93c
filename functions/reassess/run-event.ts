import * as z from 'zod/mini';

/** A run that was started by a request, or handed over; or the notification of the recurring schedule. */
const runEvent = z.union([
  z.object({ kind: z.enum(['reassessment', 'preview']), runId: z.string().check(z.minLength(1)) }),
  z.object({ source: z.literal('aws.scheduler'), time: z.iso.datetime({ offset: true }) }),
]);

export const readRunEvent = (event: unknown): z.output<typeof runEvent> => runEvent.parse(event);
