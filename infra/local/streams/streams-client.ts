import { Agent, request } from 'node:http';
import type { DynamoDBRecord } from 'aws-lambda';
import * as z from 'zod';
import { REGION } from '../arns.ts';

/**
 * DynamoDB Streams by its wire protocol. The SDK's client takes ten times as long for a call (1 ms against 0.1), and a poller
 * makes thousands while the clock is moved. The records also come as Lambda hands them on, so that nothing is converted.
 */
export interface StreamsClient {
  shardIds(streamArn: string): Promise<readonly string[]>;
  iteratorFrom(start: ShardStart): Promise<string | undefined>;
  records(iterator: string): Promise<RecordsPage>;
  close(): void;
}

export interface ShardStart {
  readonly streamArn: string;
  readonly shardId: string;
  /** undefined: from the oldest record that is still kept. */
  readonly afterSequenceNumber: string | undefined;
}

export interface RecordsPage {
  readonly records: readonly StreamRecord[];
  /** undefined: the shard is closed and read to its end. */
  readonly nextIterator: string | undefined;
}

export type StreamRecord = DynamoDBRecord & { readonly dynamodb: { readonly SequenceNumber: string } };

/** The service's own refusal, by its name. */
export class StreamsError extends Error {
  override readonly name: string;

  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

/** Emulators want to see a signature and don't check it; DynamoDB Local tells databases apart by the key's name. */
const SIGNATURE = {
  'x-amz-date': '20260101T000000Z',
  authorization: `AWS4-HMAC-SHA256 Credential=local/20260101/${REGION}/dynamodb/aws4_request, SignedHeaders=host;x-amz-date, Signature=0`,
};
const MOST_RECORDS = 100;
const MOST_SHARD_PAGES = 1_000;

const SHARDS = z.object({
  StreamDescription: z.object({
    Shards: z.array(z.object({ ShardId: z.string() })).default([]),
    LastEvaluatedShardId: z.string().nullish(),
  }),
});
const ITERATOR = z.object({ ShardIterator: z.string().nullish() });
const REFUSAL = z.object({ __type: z.string(), message: z.string().optional(), Message: z.string().optional() });

export const streamsClient = (url: string): StreamsClient => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const call = (operation: string, parameters: object) => post(new URL(url), agent, operation, parameters);

  return {
    shardIds: async (streamArn) => {
      const ids: string[] = [];
      let after: string | null | undefined;
      for (let page = 0; page < MOST_SHARD_PAGES; page++) {
        const answer = SHARDS.parse(await call('DescribeStream', { StreamArn: streamArn, ...(after && { ExclusiveStartShardId: after }) }));
        ids.push(...answer.StreamDescription.Shards.map(({ ShardId }) => ShardId));
        after = answer.StreamDescription.LastEvaluatedShardId;
        if (!after) return ids;
      }
      throw new Error(`stream ${streamArn} has shards without end`);
    },
    iteratorFrom: async ({ streamArn, shardId, afterSequenceNumber }) => {
      const from =
        afterSequenceNumber === undefined
          ? { ShardIteratorType: 'TRIM_HORIZON' }
          : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: afterSequenceNumber };
      const answer = ITERATOR.parse(await call('GetShardIterator', { StreamArn: streamArn, ShardId: shardId, ...from }));
      return answer.ShardIterator ?? undefined;
    },
    records: async (iterator) => {
      const answer = (await call('GetRecords', { ShardIterator: iterator, Limit: MOST_RECORDS })) as GetRecordsAnswer;
      return { records: answer.Records, nextIterator: answer.NextShardIterator ?? undefined };
    },
    close: () => agent.destroy(),
  };
};

/** As the service documents it; checking each record by a schema would cost more than the call. */
interface GetRecordsAnswer {
  readonly Records: readonly StreamRecord[];
  readonly NextShardIterator?: string | null;
}

const post = ({ hostname, port }: URL, agent: Agent, operation: string, parameters: object): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const body = JSON.stringify(parameters);
    const headers = {
      'x-amz-target': `DynamoDBStreams_20120810.${operation}`,
      'content-type': 'application/x-amz-json-1.0',
      'content-length': Buffer.byteLength(body),
      ...SIGNATURE,
    };
    const call = request({ hostname, port, agent, method: 'POST', headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () => {
        try {
          resolve(answerOf(response.statusCode ?? 0, Buffer.concat(chunks).toString()));
        } catch (error) {
          reject(error);
        }
      });
    });
    call.once('error', reject);
    call.end(body);
  });

const answerOf = (status: number, text: string): unknown => {
  const answer: unknown = JSON.parse(text);
  if (status === 200) return answer;
  const { __type, message, Message } = REFUSAL.parse(answer);
  throw new StreamsError(__type.slice(__type.lastIndexOf('#') + 1), message ?? Message ?? `status ${status}`);
};
