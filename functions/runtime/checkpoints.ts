import { controlStore } from '../../shared/adapters/dynamodb/control-store.ts';
import { reconciliation } from '../../shared/adapters/dynamodb/reconciliation.ts';
import { regulationStore } from '../../shared/adapters/dynamodb/regulation-store.ts';
import { checkpointSchedules } from '../../shared/adapters/scheduler/checkpoint-schedules.ts';
import { schedulerClient } from '../../shared/adapters/scheduler/scheduler-client.ts';
import type { CheckpointWakeUps } from '../../shared/ports/checkpoint-wake-ups.ts';
import type { Deps } from '../../shared/usecases/run-checkpoint.ts';
import { modelConditions } from './conditions.ts';
import { dynamoDb } from './dynamodb.ts';
import { environment } from './environment.ts';
import { invoker } from './invoker.ts';
import { log } from './log.ts';
import { significanceModels } from './models.ts';
import { type Outside, type System, system } from './system.ts';

export function checkpointRuntime(outside?: Outside): Deps {
  const { clock, ids, pace, aws } = system(outside);
  const { tables } = environment();
  const models = significanceModels({ aws, clock });
  return {
    store: controlStore({ client: dynamoDb(aws), tables, models, pace }),
    regulations: regulationStore(dynamoDb(aws), tables.Regulations),
    conditions: modelConditions(models),
    reconciliation: reconciliation(dynamoDb(aws), tables.Statements),
    wakeUps: checkpointWakeUps({ clock, aws }),
    clock,
    ids,
    log,
  };
}

/** Schedules of the checkpoint group; what is late already is invoked. */
export function checkpointWakeUps({ clock, aws }: Pick<System, 'clock' | 'aws'>): CheckpointWakeUps {
  const { checkpoints } = environment();
  const lambda = invoker(aws);
  const invoke = ({ policyNumber, clientId }: { readonly policyNumber: string; readonly clientId: string }) =>
    lambda.later(checkpoints.functionArn, { policyNumber, clientId });
  return checkpointSchedules({ scheduler: schedulerClient(aws), target: checkpoints, clock, invoke });
}
