/**
 * Publishes domain events on the bus, at least once. Triggered by `event` intents of the Outbox's stream, and by the watchdog
 * for old ones. Benign race: published twice under one eventId, by which subscribers deduplicate.
 */
import type { Intent } from '../../shared/ports/outbox.ts';
import { isStreamEvent } from '../checkpoints/wake-up-event.ts';
import { drivenIntents } from '../runtime/driven-intents.ts';
import { eventRuntime } from '../runtime/events.ts';
import { log } from '../runtime/log.ts';
import { processIntents } from '../runtime/process-intents.ts';
import type { Outside } from '../runtime/system.ts';

export function createHandler(outside?: Outside) {
  const { publisher, finish } = eventRuntime(outside);

  async function publish(intent: Intent): Promise<void> {
    if (intent.kind !== 'event') throw new Error(`not an event: ${intent.kind}`);
    await publisher.publish(intent.event);
    await finish(intent);
  }

  return async (event: unknown) => {
    if (isStreamEvent(event)) return processIntents(event.Records, log, publish);
    for (const intent of drivenIntents(event)) await publish(intent);
    return { batchItemFailures: [] };
  };
}

export const handler = createHandler();
