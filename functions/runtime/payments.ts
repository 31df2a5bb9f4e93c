import { paymentLedger } from '../../shared/adapters/dynamodb/payment-ledger.ts';
import { timestamp } from '../../shared/domain/zone.ts';
import { paymentEvent, wakeOf } from '../../shared/usecases/intents.ts';
import type { Deps } from '../../shared/usecases/record-payment.ts';
import { checkpointRunner } from './checkpoint-runner.ts';
import { dynamoDb } from './dynamodb.ts';
import { environment } from './environment.ts';
import { type Outside, system } from './system.ts';

/** What recording a payment needs. Lambda's client is loaded only when a suspended policy is paid: it would cost every cold start. */
export function paymentRuntime(outside?: Outside): Deps & { readonly clock: { now(): number } } {
  const { clock, ids, pace, aws } = system(outside);
  const { tables, checkpoints } = environment();
  return {
    clock,
    ledger: paymentLedger(dynamoDb(aws), tables, pace),
    runner: checkpointRunner(checkpoints.functionArn, aws),
    newEvent: (payment) => paymentEvent({ clock, ids }, 'PaymentInSuspense', payment),
    newWake: (policyNumber, clientId) => wakeOf(policyNumber, clientId, { at: timestamp(clock.now()), id: ids.next() }),
  };
}
