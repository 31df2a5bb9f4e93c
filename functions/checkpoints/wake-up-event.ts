import * as z from 'zod';
import type { Run } from '../../shared/usecases/run-checkpoint.ts';

/** What the Scheduler, the watchdog and other functions send: ids only. A field more, of an older or newer release, is no fault. */
const wakeUp = z.object({
  policyNumber: z.string().min(1),
  clientId: z.string().min(1),
  wake: z.object({ bucket: z.string(), intent: z.string() }).optional(),
});

export function readWakeUp(event: unknown): Run {
  const { policyNumber, clientId, wake } = wakeUp.parse(event);
  return { policyNumber, clientId, ...(wake ? { wake } : {}) };
}
