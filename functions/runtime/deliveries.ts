import { deliveryStore } from '../../shared/adapters/dynamodb/delivery-store.ts';
import { policyStore } from '../../shared/adapters/dynamodb/policy-store.ts';
import { taskReader } from '../../shared/adapters/dynamodb/task-reader.ts';
import { openUndelivered } from '../../shared/usecases/open-undelivered.ts';
import type { Deps } from '../../shared/usecases/record-delivery.ts';
import { checkpointRuntime } from './checkpoints.ts';
import { dynamoDb } from './dynamodb.ts';
import { environment } from './environment.ts';
import { type Outside, system } from './system.ts';

export function deliveryRuntime(outside?: Outside): Deps {
  const { clock, ids, pace, aws } = system(outside);
  const { tables } = environment();
  const client = dynamoDb(aws);
  const changing = {
    ...checkpointRuntime(outside),
    policies: policyStore(client, tables, pace),
    tasks: taskReader(client, tables.Tasks),
    pace,
  };
  return {
    deliveries: deliveryStore(client, tables, pace),
    clock,
    ids,
    openUndelivered: (notice, reason) => openUndelivered(changing, notice, reason),
  };
}
