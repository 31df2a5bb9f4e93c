import type { DynamoDBBatchResponse } from 'aws-lambda';
import type { Log } from '../../shared/ports/log.ts';
import type { Intent } from '../../shared/ports/outbox.ts';
import { intentsOf } from './stream-intents.ts';

type StreamRecords = Parameters<typeof intentsOf>[0];

/**
 * Works through a batch of the Outbox in order, and reports the first failure: Lambda delivers again from there (bisected,
 * a bounded number of times, then to the dead letters). What was done before is not done again, and would be harmless.
 */
export async function processIntents(
  records: StreamRecords,
  log: Log,
  work: (intent: Intent) => Promise<void>,
): Promise<DynamoDBBatchResponse> {
  for (const { intent, sequenceNumber } of intentsOf(records)) {
    try {
      if (!intent) throw new Error('a stream record without an image');
      await work(intent);
    } catch (error) {
      log.warn('an intent of the Outbox failed', { intent: intent?.intent, error });
      return { batchItemFailures: [{ itemIdentifier: sequenceNumber }] };
    }
  }
  return { batchItemFailures: [] };
}
