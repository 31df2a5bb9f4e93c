import type { StreamPosition } from '../state/records.ts';
import { type StreamRecord, type StreamsClient, StreamsError } from './streams-client.ts';

export interface ShardBatch {
  readonly shardId: string;
  readonly records: readonly StreamRecord[];
}

/** Reads a stream's shards, oldest first, each from where its position says, else from its beginning. */
export interface ShardReader {
  /** The next records of each shard, in the shards' order; none are there when all are empty. */
  next(): Promise<readonly ShardBatch[]>;
  /** Forgets where it was and begins at the positions again: after an error, or a delivery that did not end. */
  rewind(): void;
}

export interface ShardReaderDeps {
  readonly client: StreamsClient;
  readonly streamArn: string;
  positionOf(shardId: string): StreamPosition | undefined;
}

/** By shard; undefined for one that is closed and read to its end. */
type Iterators = Map<string, string | undefined>;

export const shardReader = (deps: ShardReaderDeps): ShardReader => {
  let iterators: Iterators = new Map();
  let knowsShards = false;

  const read = async (shardId: string, iterator: string): Promise<ShardBatch> => {
    const { records, nextIterator } = await deps.client.records(iterator);
    iterators.set(shardId, nextIterator);
    if (nextIterator === undefined) knowsShards = false; // a closed shard has children by now
    return { shardId, records };
  };

  const readAll = async (): Promise<readonly ShardBatch[]> => {
    if (!knowsShards) iterators = await openShards(deps, iterators);
    knowsShards = true;
    const batches: ShardBatch[] = [];
    for (const [shardId, iterator] of iterators) if (iterator !== undefined) batches.push(await read(shardId, iterator));
    return batches.filter(({ records }) => records.length > 0);
  };

  const rewind = () => {
    iterators = new Map();
    knowsShards = false;
  };

  return {
    next: async () => {
      try {
        return await readAll();
      } catch (error) {
        rewind();
        if (isNamed(error, 'ExpiredIteratorException')) return readAll();
        throw error;
      }
    },
    rewind,
  };
};

const isNamed = (error: unknown, ...names: readonly string[]): boolean => error instanceof StreamsError && names.includes(error.name);

/** Opens the shards that are not known yet; the others stay where they are. */
const openShards = async (deps: ShardReaderDeps, known: Iterators): Promise<Iterators> => {
  const iterators: Iterators = new Map();
  for (const shardId of await deps.client.shardIds(deps.streamArn)) {
    iterators.set(shardId, known.has(shardId) ? known.get(shardId) : await openShard(deps, shardId));
  }
  return iterators;
};

const openShard = async ({ client, streamArn, positionOf }: ShardReaderDeps, shardId: string): Promise<string | undefined> => {
  const position = positionOf(shardId);
  const afterSequenceNumber = position?.streamArn === streamArn ? position.sequenceNumber : undefined;
  try {
    return await client.iteratorFrom({ streamArn, shardId, afterSequenceNumber });
  } catch (error) {
    // records live for a day: what was read is gone, what is left was not read
    if (!isNamed(error, 'TrimmedDataAccessException', 'ResourceNotFoundException')) throw error;
    return client.iteratorFrom({ streamArn, shardId, afterSequenceNumber: undefined });
  }
};
