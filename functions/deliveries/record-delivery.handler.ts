/**
 * What became of a message: Send, Delivery, Bounce, Complaint, Reject. Triggered by SES through EventBridge, at least once, in any
 * order, sometimes never. Benign races: the sender settles at the same moment (looked at again), the same report twice.
 */
import { recordDelivery } from '../../shared/usecases/record-delivery.ts';
import { deliveryRuntime } from '../runtime/deliveries.ts';
import { log } from '../runtime/log.ts';
import type { Outside } from '../runtime/system.ts';
import { readMailEvent } from './mail-event.ts';

export function createHandler(outside?: Outside) {
  const deps = deliveryRuntime(outside);
  return async (event: unknown): Promise<{ readonly outcome: string }> => {
    const reported = readMailEvent(event);
    if (!reported) return { outcome: 'notOurs' };
    const outcome = await recordDelivery(deps, reported);
    if (outcome === 'unknownNotice') log.warn('SES reports on a notice that is not stored', { noticeId: reported.noticeId });
    return { outcome };
  };
}

export const handler = createHandler();
