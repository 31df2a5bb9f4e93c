import { finishIntents } from '../../shared/adapters/dynamodb/finish-intents.ts';
import { eventBridgeClient } from '../../shared/adapters/eventbridge/event-bridge-client.ts';
import { eventPublisher } from '../../shared/adapters/eventbridge/event-publisher.ts';
import type { IntentKey } from '../../shared/ports/checkpoint-wake-ups.ts';
import { dynamoDb } from './dynamodb.ts';
import { environment } from './environment.ts';

export function eventRuntime() {
  const { tables, eventBus } = environment();
  return {
    publisher: eventPublisher(eventBridgeClient(), eventBus),
    finish: (intent: IntentKey) => finishIntents(dynamoDb(), tables.Outbox, [intent]),
  };
}
