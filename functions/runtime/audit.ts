import { auditReader } from '../../shared/adapters/dynamodb/audit-reader.ts';
import { cellCounter } from '../../shared/adapters/dynamodb/cell-counter.ts';
import { creditMoveReader } from '../../shared/adapters/dynamodb/credit-moves.ts';
import { paymentReader } from '../../shared/adapters/dynamodb/payment-reader.ts';
import { policyStore } from '../../shared/adapters/dynamodb/policy-store.ts';
import { timelineReader } from '../../shared/adapters/dynamodb/timeline-reader.ts';
import type { AuditState, Deps } from '../../shared/usecases/audit-books.ts';
import { dynamoDb } from './dynamodb.ts';
import { environment } from './environment.ts';
import { invoker } from './invoker.ts';
import { type Outside, system } from './system.ts';

export function auditRuntime(outside?: Outside): Deps & { readonly goOn: (audit: AuditState) => Promise<void> } {
  const { pace, aws } = system(outside);
  const { tables, auditArn } = environment();
  const lambda = invoker(aws);
  return {
    reader: auditReader(dynamoDb(aws), tables),
    policies: policyStore(dynamoDb(aws), tables, pace),
    cells: cellCounter(dynamoDb(aws), tables.Significance),
    credits: creditMoveReader(dynamoDb(aws), tables.Policies),
    payments: paymentReader(dynamoDb(aws), tables.Payments),
    timeline: timelineReader(dynamoDb(aws), tables),
    pace,
    goOn: (audit) => lambda.later(auditArn, { audit }),
  };
}
