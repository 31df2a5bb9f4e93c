/**
 * Sends notices, each at most once. Triggered by `notice` intents of the Outbox's stream, and by the watchdog for old ones.
 * Benign races: another sender holds it, it was sent or cancelled before, a payment came first (it is cancelled, or read again).
 */
import { composeMessage } from '../../shared/notices/compose-message.ts';
import type { Intent } from '../../shared/ports/outbox.ts';
import { sendNotice } from '../../shared/usecases/send-notice.ts';
import { drivenIntents } from '../runtime/driven-intents.ts';
import { log } from '../runtime/log.ts';
import { count } from '../runtime/metrics.ts';
import { noticeRuntime } from '../runtime/notices.ts';
import { processIntents } from '../runtime/process-intents.ts';
import { isStreamEvent } from '../runtime/stream-intents.ts';
import type { Outside } from '../runtime/system.ts';

export function createHandler(outside?: Outside) {
  const deps = { ...noticeRuntime(outside), compose: composeMessage };

  async function send(intent: Intent): Promise<void> {
    if (intent.kind !== 'notice') throw new Error(`not a notice: ${intent.kind}`);
    const { noticeId, policyNumber, clientId, bucket, intent: key } = intent;
    const outcome = await sendNotice(deps, { noticeId, policyNumber, clientId, intent: { bucket, intent: key } });
    if (outcome === 'unknown') count('UnknownNotices', 1);
    if (outcome === 'throttled') throw new Error('SES throttles: deliver this notice again later');
  }

  return async (event: unknown) => {
    if (isStreamEvent(event)) return processIntents(event.Records, log, send);
    for (const intent of drivenIntents(event)) await send(intent);
    return { batchItemFailures: [] };
  };
}

export const handler = createHandler();
