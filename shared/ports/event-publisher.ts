import type { DomainEvent } from './outbox.ts';

export interface EventPublisher {
  publish(event: DomainEvent): Promise<void>;
}
