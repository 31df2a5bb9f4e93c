import { paymentReader } from '../../shared/adapters/dynamodb/payment-reader.ts';
import { policyStore } from '../../shared/adapters/dynamodb/policy-store.ts';
import type { Deps } from '../../shared/usecases/read-payment.ts';
import { dynamoDb } from './dynamodb.ts';
import { environment } from './environment.ts';
import { system } from './system.ts';

export function ledgerRuntime(): Deps {
  const { tables } = environment();
  return { payments: paymentReader(dynamoDb(), tables.Payments), policies: policyStore(dynamoDb(), tables, system().pace) };
}
