import type { _Record, AttributeValue } from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBRecord, AttributeValue as EventAttributeValue } from 'aws-lambda';
import { REGION } from '../arns.ts';

export type OutboxRecord = DynamoDBRecord & { readonly dynamodb: { readonly SequenceNumber: string } };

/**
 * A stream's record as Lambda hands it to a function: times in epoch seconds, binary as base64. null for one without a
 * sequence number, which DynamoDB never sends.
 */
export const toEventRecord = (record: _Record, streamArn: string): OutboxRecord | null => {
  const { Keys, NewImage, SequenceNumber, SizeBytes, StreamViewType, ApproximateCreationDateTime } = record.dynamodb ?? {};
  if (SequenceNumber === undefined) return null;
  return {
    eventID: record.eventID,
    eventName: record.eventName,
    eventVersion: record.eventVersion ?? '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: REGION,
    eventSourceARN: streamArn,
    dynamodb: {
      ...(ApproximateCreationDateTime && { ApproximateCreationDateTime: ApproximateCreationDateTime.getTime() / 1000 }),
      ...(Keys && { Keys: eventImage(Keys) }),
      ...(NewImage && { NewImage: eventImage(NewImage) }),
      SequenceNumber,
      SizeBytes,
      StreamViewType,
    },
  };
};

/** What the declaration filters by. */
export const intentOf = (record: OutboxRecord): string | undefined => record.dynamodb.NewImage?.['kind']?.S;

type Image = Readonly<Record<string, AttributeValue>>;

const eventImage = (image: Image): Record<string, EventAttributeValue> =>
  Object.fromEntries(Object.entries(image).map(([name, value]) => [name, eventValue(value)]));

const eventValue = (value: AttributeValue): EventAttributeValue => {
  if (value.B !== undefined) return { B: base64(value.B) };
  if (value.BS !== undefined) return { BS: value.BS.map(base64) };
  if (value.L !== undefined) return { L: value.L.map(eventValue) };
  if (value.M !== undefined) return { M: eventImage(value.M) };
  return value as EventAttributeValue; // the scalar kinds are written alike in both
};

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
