import type { DynamoDBStreamEvent } from 'aws-lambda';
import { readIntent } from '../../shared/adapters/dynamodb/outbox-items.ts';
import { readImage } from '../../shared/adapters/dynamodb/stream-image.ts';
import type { Intent } from '../../shared/ports/outbox.ts';

export const isStreamEvent = (event: unknown): event is DynamoDBStreamEvent =>
  typeof event === 'object' && event !== null && 'Records' in event && Array.isArray(event.Records);

interface StreamRecord {
  readonly eventID?: string | undefined;
  readonly dynamodb?: { readonly SequenceNumber?: string | undefined; readonly NewImage?: unknown } | undefined;
}

export interface IntentRecord {
  /** Undefined: an item that no codec of ours reads. */
  readonly intent: Intent | undefined;
  readonly sequenceNumber: string;
}

/** The intents of a batch of the Outbox's stream. An unreadable one is not dropped: it fails, and ends in the dead letters. */
export const intentsOf = (records: readonly StreamRecord[]): readonly IntentRecord[] =>
  records.map((record) => ({ intent: read(record), sequenceNumber: record.dynamodb?.SequenceNumber ?? '' }));

function read(record: StreamRecord): Intent | undefined {
  const image = record.dynamodb?.NewImage;
  return image ? readIntent(readImage(image)) : undefined;
}
