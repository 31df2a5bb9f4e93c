import type { DomainEvent, Intent } from '../../ports/outbox.ts';
import type { Item } from './item.ts';

/** Tiny: the substance of an intent is in the tables it points to. */
export const intentItem = (intent: Intent): Item => ({ ...intent });

export function readIntent(item: Item): Intent {
  const key = { bucket: String(item['bucket']), intent: String(item['intent']) };
  const base = { ...key, policyNumber: String(item['policyNumber']), clientId: String(item['clientId']) };
  switch (item['kind']) {
    case 'notice':
      return { ...base, kind: 'notice', noticeId: String(item['noticeId']) };
    case 'event':
      return { ...base, kind: 'event', event: item['event'] as DomainEvent };
    case 'wake':
    case 'reclassify':
      return { ...base, kind: item['kind'] };
    default:
      throw new Error(`an intent of unknown kind '${String(item['kind'])}' in the Outbox: ${key.bucket} ${key.intent}`);
  }
}
