import { createHash } from 'node:crypto';
import { creditMoves } from '../../shared/adapters/dynamodb/credit-moves.ts';
import { paymentMoves } from '../../shared/adapters/dynamodb/payment-moves.ts';
import { paymentReader } from '../../shared/adapters/dynamodb/payment-reader.ts';
import { policyNumberIndex } from '../../shared/adapters/dynamodb/policy-number-index.ts';
import { policyStore } from '../../shared/adapters/dynamodb/policy-store.ts';
import { checkpointRunner } from './checkpoint-runner.ts';
import { dynamoDb } from './dynamodb.ts';
import { environment } from './environment.ts';
import { type Outside, system } from './system.ts';

/** What reading and moving payments needs. */
export function ledgerRuntime(outside?: Outside) {
  const { clock, ids, pace, aws } = system(outside);
  const { tables, checkpoints } = environment();
  return {
    payments: paymentReader(dynamoDb(aws), tables.Payments),
    find: policyNumberIndex(dynamoDb(aws), tables.Policies, pace).find,
    policies: policyStore(dynamoDb(aws), tables, pace),
    moves: paymentMoves(dynamoDb(aws), tables, pace),
    credits: creditMoves(dynamoDb(aws), tables, pace),
    runner: checkpointRunner(checkpoints.functionArn, aws),
    clock,
    ids,
    pace,
    /** `part-<hash of the whole>-<number>`: at most 64 characters, however long the whole's id is. */
    partId: (paymentId: string, part: number) => `part-${createHash('sha256').update(paymentId).digest('hex').slice(0, 40)}-${part}`,
  };
}
