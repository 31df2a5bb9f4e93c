import { cellCounter } from '../../shared/adapters/dynamodb/cell-counter.ts';
import { clientRegistry } from '../../shared/adapters/dynamodb/client-registry.ts';
import { creditMoveReader } from '../../shared/adapters/dynamodb/credit-moves.ts';
import { paymentReader } from '../../shared/adapters/dynamodb/payment-reader.ts';
import { policyStore } from '../../shared/adapters/dynamodb/policy-store.ts';
import { runStore } from '../../shared/adapters/dynamodb/run-store.ts';
import type { Run } from '../../shared/ports/run-store.ts';
import { dynamoDb } from './dynamodb.ts';
import { environment } from './environment.ts';
import { invoker } from './invoker.ts';
import { log } from './log.ts';
import { significanceModels } from './models.ts';
import { type Outside, system } from './system.ts';

/** What assessing clients needs, one by one or all of them. */
export function significanceRuntime(outside?: Outside) {
  const { clock, ids, pace, aws } = system(outside);
  const { tables, reassessArn } = environment();
  const client = dynamoDb(aws);
  const models = significanceModels({ aws, clock });
  const lambda = invoker(aws);
  return {
    clients: clientRegistry({ client, tables, models, pace }),
    models,
    policies: policyStore(client, tables, pace),
    payments: paymentReader(client, tables.Payments),
    credits: creditMoveReader(client, tables.Policies),
    runs: runStore(client, tables.Significance),
    cells: cellCounter(client, tables.Significance),
    /** A run goes on in an invocation of its own. */
    handOver: ({ kind, runId }: Run) => lambda.later(reassessArn, { kind, runId }),
    clock,
    ids,
    log,
  };
}

export type SignificanceRuntime = ReturnType<typeof significanceRuntime>;
