import { paymentLedger } from '../../shared/adapters/dynamodb/payment-ledger.ts';
import { timestamp } from '../../shared/domain/zone.ts';
import type { CheckpointRunner } from '../../shared/ports/checkpoint-wake-ups.ts';
import { wakeOf } from '../../shared/usecases/intents.ts';
import type { Deps } from '../../shared/usecases/record-payment.ts';
import { dynamoDb } from './dynamodb.ts';
import { environment } from './environment.ts';
import { log } from './log.ts';
import { type Outside, system } from './system.ts';

/** What recording a payment needs. Lambda's client is loaded only when a suspended policy is paid: it would cost every cold start. */
export function paymentRuntime(outside?: Outside): Deps & { readonly clock: { now(): number } } {
  const { clock, ids, pace } = system(outside);
  const { tables, checkpoints } = environment();
  return {
    clock,
    ledger: paymentLedger(dynamoDb(), tables, pace),
    runner: runner(checkpoints.functionArn),
    newWake: (policyNumber, clientId) => wakeOf(policyNumber, clientId, { at: timestamp(clock.now()), id: ids.next() }),
  };
}

function runner(functionArn: string): CheckpointRunner {
  return {
    async runNow({ policyNumber, clientId, intent }) {
      try {
        const [{ invokeNow }, { lambdaClient }] = await Promise.all([
          import('../../shared/adapters/lambda/invoker.ts'),
          import('../../shared/adapters/lambda/lambda-client.ts'),
        ]);
        return await invokeNow(lambdaClient(), functionArn, { policyNumber, clientId, wake: intent });
      } catch (error) {
        log.warn('a checkpoint could not be run at once; its wake is in the Outbox', { policyNumber, error });
        return false;
      }
    },
  };
}
