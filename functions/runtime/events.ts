import { finishIntents } from '../../shared/adapters/dynamodb/finish-intents.ts';
import { eventBridgeClient } from '../../shared/adapters/eventbridge/event-bridge-client.ts';
import { eventPublisher } from '../../shared/adapters/eventbridge/event-publisher.ts';
import type { IntentKey } from '../../shared/ports/checkpoint-wake-ups.ts';
import { dynamoDb } from './dynamodb.ts';
import { environment } from './environment.ts';
import { type Outside, system } from './system.ts';

export function eventRuntime(outside?: Outside) {
  const { aws } = system(outside);
  const { tables, eventBus } = environment();
  return {
    publisher: eventPublisher(eventBridgeClient(aws), eventBus),
    finish: (intent: IntentKey) => finishIntents(dynamoDb(aws), tables.Outbox, [intent]),
  };
}
