import type { AwsConnection } from '../../shared/adapters/aws-connection.ts';
import type { CheckpointRunner } from '../../shared/ports/checkpoint-wake-ups.ts';
import { log } from './log.ts';

/** Lambda's client is loaded only when it is needed: it would cost every cold start of payments. Waits for the run; a failure is logged, and the wake in the Outbox heals it. */
export function checkpointRunner(functionArn: string, aws: AwsConnection | undefined): CheckpointRunner {
  return {
    async runNow({ policyNumber, clientId, intent }) {
      try {
        const [{ invokeNow }, { lambdaClient }] = await Promise.all([
          import('../../shared/adapters/lambda/invoker.ts'),
          import('../../shared/adapters/lambda/lambda-client.ts'),
        ]);
        return await invokeNow(lambdaClient(aws), functionArn, { policyNumber, clientId, wake: intent });
      } catch (error) {
        log.warn('a checkpoint could not be run at once; its wake is in the Outbox', { policyNumber, error });
        return false;
      }
    },
  };
}
