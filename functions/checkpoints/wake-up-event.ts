import * as z from 'zod/mini';
import type { Run } from '../../shared/usecases/run-checkpoint.ts';

/** What the Scheduler, the watchdog and other functions send: ids only. A field more, of an older or newer release, is no fault. */
const wakeUp = z.object({
  policyNumber: z.string().check(z.minLength(1)),
  clientId: z.string().check(z.minLength(1)),
  wake: z.optional(z.object({ bucket: z.string(), intent: z.string() })),
});

export function readWakeUp(event: unknown): Run {
  const { policyNumber, clientId, wake } = wakeUp.parse(event);
  return { policyNumber, clientId, ...(wake ? { wake } : {}) };
}
