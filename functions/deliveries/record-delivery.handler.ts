/**
 * What became of a message: Send, Delivery, Bounce, Complaint, Reject. Triggered by SES through EventBridge, at least once, in any
 * order, sometimes never. A message of several notices is reported once: what became of it became of each of them. Benign races:
 * the sender settles at the same moment (looked at again), the same report twice.
 */
import { recordDelivery } from '../../shared/usecases/record-delivery.ts';
import { deliveryRuntime } from '../runtime/deliveries.ts';
import { log } from '../runtime/log.ts';
import type { Outside } from '../runtime/system.ts';
import { readMailEvent } from './mail-event.ts';

export function createHandler(outside?: Outside) {
  const deps = deliveryRuntime(outside);
  return async (event: unknown): Promise<{ readonly outcomes: readonly string[] }> => {
    const outcomes: string[] = [];
    for (const reported of readMailEvent(event)) {
      const outcome = await recordDelivery(deps, reported);
      if (outcome === 'unknownNotice') log.warn('SES reports on a notice that is not stored', { noticeId: reported.noticeId });
      outcomes.push(outcome);
    }
    return { outcomes };
  };
}

export const handler = createHandler();
