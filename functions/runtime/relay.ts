import { finishIntents } from '../../shared/adapters/dynamodb/finish-intents.ts';
import { eventBridgeClient } from '../../shared/adapters/eventbridge/event-bridge-client.ts';
import { eventPublisher } from '../../shared/adapters/eventbridge/event-publisher.ts';
import { invokeLater } from '../../shared/adapters/lambda/invoker.ts';
import { lambdaClient } from '../../shared/adapters/lambda/lambda-client.ts';
import type { IntentKey } from '../../shared/ports/checkpoint-wake-ups.ts';
import type { Intent } from '../../shared/ports/outbox.ts';
import { dynamoDb } from './dynamodb.ts';
import { environment } from './environment.ts';
import { type Outside, system } from './system.ts';

export function relayRuntime(outside?: Outside) {
  const { aws } = system(outside);
  const { tables, eventBus, checkpoints, reclassifyArn } = environment();
  const lambda = lambdaClient(aws);
  return {
    publisher: eventPublisher(eventBridgeClient(aws), eventBus),
    finish: (intent: IntentKey) => finishIntents(dynamoDb(aws), tables.Outbox, [intent]),
    wake: ({ policyNumber, clientId, bucket, intent }: Intent) =>
      invokeLater(lambda, checkpoints.functionArn, { policyNumber, clientId, wake: { bucket, intent } }),
    reclassify: (intent: Intent) => invokeLater(lambda, reclassifyArn, { intents: [intent] }),
  };
}
