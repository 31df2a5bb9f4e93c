/**
 * Runs the checkpoints of one policy. Triggered by EventBridge Scheduler (at least once, maybe late, maybe outdated), and by direct
 * invocation: a time in the past, a payment to a suspended policy, a `wake` of the Outbox handed on, the watchdog.
 * Benign races: another run or a payment was faster (read again, decide again); nothing is due (only the schedule is ensured).
 */
import { runCheckpoint } from '../../shared/usecases/run-checkpoint.ts';
import { checkpointRuntime } from '../runtime/checkpoints.ts';
import type { Outside } from '../runtime/system.ts';
import { readWakeUp } from './wake-up-event.ts';

export function createHandler(outside?: Outside) {
  const deps = checkpointRuntime(outside);
  return async (event: unknown): Promise<{ readonly outcome: string }> => ({ outcome: await runCheckpoint(deps, readWakeUp(event)) });
}

export const handler = createHandler();
