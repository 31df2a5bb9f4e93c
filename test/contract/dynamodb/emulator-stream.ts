import type { AttributeValue } from '../../support/simulated-aws/dynamodb/values/attribute-value.ts';

export type Image = Readonly<Record<string, AttributeValue>>;
export type Change = { readonly eventName: string; readonly Keys: Image; readonly OldImage?: Image; readonly NewImage?: Image };

type WireRecord = { readonly eventName: string; readonly dynamodb: Omit<Change, 'eventName'> };
type Answers = {
  readonly ListStreams: { readonly Streams: readonly { readonly StreamArn: string }[] };
  readonly DescribeStream: { readonly StreamDescription: { readonly Shards: readonly { readonly ShardId: string }[] } };
  readonly GetShardIterator: { readonly ShardIterator: string };
  readonly GetRecords: { readonly Records: readonly WireRecord[]; readonly NextShardIterator?: string };
};

/** A stream has few records in a test; a page that never ends is a fault of the emulator. */
const MOST_PAGES = 50;

/** Reads a table's stream from its beginning, over the wire: the SDK's stream client is not among our packages. */
export const readStream = async (endpoint: string, TableName: string): Promise<readonly Change[]> => {
  const { Streams } = await call(endpoint, 'ListStreams', { TableName });
  const StreamArn = Streams[0]?.StreamArn;
  const { StreamDescription } = await call(endpoint, 'DescribeStream', { StreamArn });
  const changes: Change[] = [];
  for (const { ShardId } of StreamDescription.Shards) {
    let iterator: string | undefined = (await call(endpoint, 'GetShardIterator', { StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' }))
      .ShardIterator;
    for (let page = 0; iterator !== undefined && page < MOST_PAGES; page++) {
      const records: Answers['GetRecords'] = await call(endpoint, 'GetRecords', { ShardIterator: iterator });
      if (records.Records.length === 0) break;
      changes.push(...records.Records.map(({ eventName, dynamodb }) => changeOf(eventName, dynamodb)));
      iterator = records.NextShardIterator;
    }
  }
  return changes;
};

export const changeOf = (eventName: string, { Keys, OldImage, NewImage }: Omit<Change, 'eventName'>): Change => ({
  eventName,
  Keys,
  ...(OldImage && { OldImage }),
  ...(NewImage && { NewImage }),
});

const call = async <Name extends keyof Answers>(endpoint: string, name: Name, input: object): Promise<Answers[Name]> => {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'x-amz-target': `DynamoDBStreams_20120810.${name}`,
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-date': '20200101T000000Z',
      authorization: 'AWS4-HMAC-SHA256 Credential=emulator/20200101/eu-central-1/dynamodb/aws4_request, SignedHeaders=host, Signature=none',
    },
    body: JSON.stringify(input),
  });
  if (!response.ok) throw new Error(`${name}: ${await response.text()}`);
  return (await response.json()) as Answers[Name];
};
