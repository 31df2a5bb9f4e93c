/**
 * Runs the checkpoints of one policy. Triggered by EventBridge Scheduler (at least once, maybe late, maybe outdated), by a
 * `wake` of the Outbox's stream, and by direct invocation (a time in the past, a payment to a suspended policy, the watchdog).
 * Benign races: another run or a payment was faster (read again, decide again); nothing is due (only the schedule is ensured).
 */
import type { DynamoDBBatchResponse } from 'aws-lambda';
import { runCheckpoint } from '../../shared/usecases/run-checkpoint.ts';
import { checkpointRuntime } from '../runtime/checkpoints.ts';
import { log } from '../runtime/log.ts';
import { processIntents } from '../runtime/process-intents.ts';
import type { Outside } from '../runtime/system.ts';
import { isStreamEvent, readWakeUp } from './wake-up-event.ts';

export function createHandler(outside?: Outside) {
  const deps = checkpointRuntime(outside);
  return async (event: unknown): Promise<DynamoDBBatchResponse | { readonly outcome: string }> => {
    if (!isStreamEvent(event)) return { outcome: await runCheckpoint(deps, readWakeUp(event)) };
    return processIntents(event.Records, log, async ({ policyNumber, clientId, bucket, intent }) => {
      await runCheckpoint(deps, { policyNumber, clientId, wake: { bucket, intent } });
    });
  };
}

export const handler = createHandler();
