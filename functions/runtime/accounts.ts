import { clientStore } from '../../shared/adapters/dynamodb/client-store.ts';
import { creditMoveReader } from '../../shared/adapters/dynamodb/credit-moves.ts';
import { paymentReader } from '../../shared/adapters/dynamodb/payment-reader.ts';
import { policyStore } from '../../shared/adapters/dynamodb/policy-store.ts';
import { dynamoDb } from './dynamodb.ts';
import { environment } from './environment.ts';
import { type Outside, system } from './system.ts';

export function accountRuntime(outside?: Outside) {
  const { pace, aws, clock } = system(outside);
  const { tables, insurerName } = environment();
  return {
    clock,
    insurerName,
    policies: policyStore(dynamoDb(aws), tables, pace),
    payments: paymentReader(dynamoDb(aws), tables.Payments),
    credits: creditMoveReader(dynamoDb(aws), tables.Policies),
    clients: clientStore(dynamoDb(aws), tables.Clients),
  };
}
