import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { EventPublisher } from '../../ports/event-publisher.ts';

export const EVENT_SOURCE = 'premium-control';

/** At least once: an answer that got lost is published again under the same eventId. @throws when the bus did not take it. */
export function eventPublisher(client: EventBridgeClient, busName: string): EventPublisher {
  return {
    async publish(event) {
      const { eventId, type, occurredAt, detail } = event;
      const entry = {
        EventBusName: busName,
        Source: EVENT_SOURCE,
        DetailType: type,
        Time: new Date(occurredAt),
        Detail: JSON.stringify({ eventId, occurredAt, ...detail }),
      };
      const { FailedEntryCount, Entries } = await client.send(new PutEventsCommand({ Entries: [entry] }));
      if (FailedEntryCount) throw new Error(`the event bus refused ${type} ${eventId}: ${Entries?.[0]?.ErrorCode}`);
    },
  };
}
