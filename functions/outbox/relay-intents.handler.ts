/**
 * Hands on what leaves the Outbox and is no message: events to the bus, wakes and reclassifications to the functions that do
 * them. Triggered by the Outbox's stream, and by the watchdog for old events. One function for all of these, because no more than
 * two should read one stream (AWS: "Two is the maximum of readers per shard before throttling"). Benign race: an event published
 * twice under one eventId; work handed on twice, which is safe to repeat.
 */
import type { Intent } from '../../shared/ports/outbox.ts';
import { drivenIntents } from '../runtime/driven-intents.ts';
import { log } from '../runtime/log.ts';
import { processIntents } from '../runtime/process-intents.ts';
import { relayRuntime } from '../runtime/relay.ts';
import { isStreamEvent } from '../runtime/stream-intents.ts';
import type { Outside } from '../runtime/system.ts';

export function createHandler(outside?: Outside) {
  const deps = relayRuntime(outside);

  async function relay(intent: Intent): Promise<void> {
    switch (intent.kind) {
      case 'event':
        await deps.publisher.publish(intent.event);
        return deps.finish(intent);
      case 'wake': // ended by the run that it asks for
        return deps.wake(intent);
      case 'reclassify': // ended by the function that does it
        return deps.reclassify(intent);
      case 'notice':
        throw new Error('a notice is not handed on: send-notice reads the stream itself');
    }
  }

  return async (event: unknown) => {
    if (isStreamEvent(event)) return processIntents(event.Records, log, relay);
    for (const intent of drivenIntents(event)) await relay(intent);
    return { batchItemFailures: [] };
  };
}

export const handler = createHandler();
