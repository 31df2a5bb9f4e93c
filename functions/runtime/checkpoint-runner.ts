import type { AwsConnection } from '../../shared/adapters/aws-connection.ts';
import type { CheckpointRunner } from '../../shared/ports/checkpoint-wake-ups.ts';
import { invoker } from './invoker.ts';
import { log } from './log.ts';

/** Waits for the run; a failure is logged, and the wake in the Outbox heals it. */
export function checkpointRunner(functionArn: string, aws: AwsConnection | undefined): CheckpointRunner {
  const lambda = invoker(aws);
  return {
    async runNow({ policyNumber, clientId, intent }) {
      try {
        return await lambda.now(functionArn, { policyNumber, clientId, wake: intent });
      } catch (error) {
        log.warn('a checkpoint could not be run at once; its wake is in the Outbox', { policyNumber, error });
        return false;
      }
    },
  };
}
