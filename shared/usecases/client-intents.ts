import { bucketOf } from '../domain/bucket.ts';
import type { DomainEvent, Intent } from '../ports/outbox.ts';

interface Leaving {
  readonly clientId: string;
  readonly at: string;
  readonly id: string;
}

const base = ({ clientId, at, id }: Leaving) => ({ bucket: bucketOf(clientId), intent: `${at}#${id}`, policyNumber: '', clientId });

/** Asks that the open policies of a client are run once. */
export const reclassifyIntent = (leaving: Leaving): Intent => ({ ...base(leaving), kind: 'reclassify' });

interface ClientEvent extends Leaving {
  readonly type: Extract<DomainEvent['type'], 'ClassChanged' | 'ClassLoweringProposed'>;
  readonly detail: DomainEvent['detail'];
}

export function clientEventIntent({ type, detail, ...leaving }: ClientEvent): Intent {
  const { clientId, at, id } = leaving;
  return { ...base(leaving), kind: 'event', event: { eventId: id, type, occurredAt: at, detail: { clientId, ...detail } } };
}
