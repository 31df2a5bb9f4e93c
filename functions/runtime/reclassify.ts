import { finishIntents } from '../../shared/adapters/dynamodb/finish-intents.ts';
import { policyStore } from '../../shared/adapters/dynamodb/policy-store.ts';
import { invokeLater } from '../../shared/adapters/lambda/invoker.ts';
import { lambdaClient } from '../../shared/adapters/lambda/lambda-client.ts';
import type { IntentKey } from '../../shared/ports/checkpoint-wake-ups.ts';
import type { Deps } from '../../shared/usecases/reclassify-policies.ts';
import { dynamoDb } from './dynamodb.ts';
import { environment } from './environment.ts';
import { type Outside, system } from './system.ts';

export function reclassifyRuntime(outside?: Outside): Deps & { readonly finish: (intent: IntentKey) => Promise<void> } {
  const { pace, aws } = system(outside);
  const { tables, checkpoints } = environment();
  const lambda = lambdaClient(aws);
  return {
    policies: policyStore(dynamoDb(aws), tables, pace),
    runCheckpoint: (policy) => invokeLater(lambda, checkpoints.functionArn, policy),
    finish: ({ bucket, intent }) => finishIntents(dynamoDb(aws), tables.Outbox, [{ bucket, intent }]),
  };
}
