/**
 * Sends notices, each at most once. Triggered by `notice` intents of the Outbox's stream, collected for a while so that what one
 * client is told on one day leaves in one letter, and by the watchdog for old ones. What could not be done is reported record by
 * record. Benign races: another sender holds it, it was sent or cancelled before, a payment came first (it is cancelled, or read
 * again).
 */
import type { Context } from 'aws-lambda';
import { composeMessage } from '../../shared/notices/compose-message.ts';
import type { Intent } from '../../shared/ports/outbox.ts';
import { type Sent, sendNotices } from '../../shared/usecases/send-notices.ts';
import { drivenIntents } from '../runtime/driven-intents.ts';
import { log } from '../runtime/log.ts';
import { count } from '../runtime/metrics.ts';
import { noticeRuntime } from '../runtime/notices.ts';
import { intentsOf, isStreamEvent } from '../runtime/stream-intents.ts';
import type { Outside } from '../runtime/system.ts';

/** SES may take 18 s until it times out, and then the notice is to be settled: no letter is begun later than this before the end. */
const KEPT_FREE_MS = 25_000;

const UNDONE: ReadonlySet<Sent['outcome']> = new Set(['throttled', 'notStarted', 'notStored', 'error']);

export function createHandler(outside?: Outside) {
  const deps = { ...noticeRuntime(outside), compose: composeMessage };

  /** Those that are to be delivered again. */
  async function send(intents: readonly Intent[], hasTime: () => boolean): Promise<readonly Sent[]> {
    const sent = await sendNotices(deps, intents.flatMap(sendingOf), hasTime);
    const unknown = sent.filter(({ outcome }) => outcome === 'unknown').length;
    if (unknown > 0) count('UnknownNotices', unknown);
    const undone = sent.filter(({ outcome }) => UNDONE.has(outcome));
    for (const { noticeId, outcome, error } of undone) log.warn('a notice was not sent', { noticeId, outcome, error });
    return undone;
  }

  return async (event: unknown, context: Pick<Context, 'getRemainingTimeInMillis'>) => {
    const hasTime = () => context.getRemainingTimeInMillis() > KEPT_FREE_MS;
    if (!isStreamEvent(event)) {
      const undone = await send(drivenIntents(event), hasTime);
      const failed = undone.filter(({ outcome }) => outcome !== 'notStarted'); // the rest is in the Outbox, and driven next time
      if (failed.length > 0) throw new Error(`${failed.length} notices could not be sent`);
      return { batchItemFailures: [] };
    }
    const records = intentsOf(event.Records);
    const undone = await send(
      records.flatMap(({ intent }) => intent ?? []),
      hasTime,
    );
    const again = new Set(undone.map(({ noticeId }) => noticeId));
    const isDone = (intent: Intent | undefined) => intent?.kind === 'notice' && !again.has(intent.noticeId);
    const failed = records.filter(({ intent }) => !isDone(intent));
    return { batchItemFailures: failed.map(({ sequenceNumber }) => ({ itemIdentifier: sequenceNumber })) };
  };
}

function sendingOf(intent: Intent) {
  if (intent.kind !== 'notice') return [];
  const { noticeId, policyNumber, clientId, bucket, intent: key } = intent;
  return [{ noticeId, policyNumber, clientId, intent: { bucket, intent: key } }];
}

export const handler = createHandler();
