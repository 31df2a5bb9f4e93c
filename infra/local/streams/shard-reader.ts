import {
  type _Record,
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  ExpiredIteratorException,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ResourceNotFoundException,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams';
import type { StreamPosition } from '../state/records.ts';

/** Lambda's default batch size for streams. */
const BATCH = 100;

export interface ShardBatch {
  readonly shardId: string;
  readonly records: readonly _Record[];
}

/** Reads a stream's shards, oldest first, each from where its position says, else from its beginning. */
export interface ShardReader {
  /** The next records of each shard, in the shards' order; none are there when all are empty. */
  next(): Promise<readonly ShardBatch[]>;
  /** Forgets where it was and begins at the positions again: after an error, or a delivery that did not end. */
  rewind(): void;
}

export const shardReader = (
  client: DynamoDBStreamsClient,
  streamArn: string,
  positionOf: (shardId: string) => StreamPosition | undefined,
): ShardReader => {
  /** By shard; undefined for one that is closed and read to its end. */
  let iterators = new Map<string, string | undefined>();
  let knowsShards = false;

  const read = async (shardId: string, iterator: string): Promise<ShardBatch> => {
    const { Records = [], NextShardIterator } = await client.send(new GetRecordsCommand({ ShardIterator: iterator, Limit: BATCH }));
    iterators.set(shardId, NextShardIterator);
    if (NextShardIterator === undefined) knowsShards = false; // a closed shard has children by now
    return { shardId, records: Records };
  };

  const rewind = () => {
    iterators = new Map();
    knowsShards = false;
  };

  return {
    next: async () => {
      try {
        if (!knowsShards) iterators = await openShards(client, streamArn, positionOf, iterators);
        knowsShards = true;
        const batches: ShardBatch[] = [];
        for (const [shardId, iterator] of iterators) if (iterator !== undefined) batches.push(await read(shardId, iterator));
        return batches.filter(({ records }) => records.length > 0);
      } catch (error) {
        rewind();
        if (error instanceof ExpiredIteratorException) return []; // opened again at the next call
        throw error;
      }
    },
    rewind,
  };
};

/** Opens the shards that are not known yet; the others stay where they are. */
const openShards = async (
  client: DynamoDBStreamsClient,
  streamArn: string,
  positionOf: (shardId: string) => StreamPosition | undefined,
  known: ReadonlyMap<string, string | undefined>,
): Promise<Map<string, string | undefined>> => {
  const iterators = new Map<string, string | undefined>();
  for (const shardId of await shardIds(client, streamArn)) {
    const iterator = known.has(shardId) ? known.get(shardId) : await openShard(client, streamArn, shardId, positionOf(shardId));
    iterators.set(shardId, iterator);
  }
  return iterators;
};

const shardIds = async (client: DynamoDBStreamsClient, streamArn: string): Promise<readonly string[]> => {
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn: streamArn, ExclusiveStartShardId: after }));
    ids.push(...(StreamDescription?.Shards ?? []).flatMap(({ ShardId }) => ShardId ?? []));
    after = StreamDescription?.LastEvaluatedShardId;
  } while (after !== undefined);
  return ids;
};

const openShard = async (
  client: DynamoDBStreamsClient,
  StreamArn: string,
  ShardId: string,
  position: StreamPosition | undefined,
): Promise<string | undefined> => {
  const fromStart = { StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' as const };
  if (position === undefined || position.streamArn !== StreamArn)
    return (await client.send(new GetShardIteratorCommand(fromStart))).ShardIterator;
  const SequenceNumber = position.sequenceNumber;
  const afterIt = { StreamArn, ShardId, ShardIteratorType: 'AFTER_SEQUENCE_NUMBER' as const, SequenceNumber };
  try {
    return (await client.send(new GetShardIteratorCommand(afterIt))).ShardIterator;
  } catch (error) {
    // records live for a day: what was read is gone, what is left was not read
    if (!(error instanceof TrimmedDataAccessException || error instanceof ResourceNotFoundException)) throw error;
    return (await client.send(new GetShardIteratorCommand(fromStart))).ShardIterator;
  }
};
