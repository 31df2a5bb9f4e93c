import { formatInstant } from '../../../shared/domain/zone.ts';
import { intentsOf, type LocalFunction } from '../application.ts';
import { REGION } from '../arns.ts';
import type { Clock } from '../clock/movable-clock.ts';
import type { LambdaFunction } from '../lambda/lambda-function.ts';
import type { LocalState } from '../state/local-state.ts';
import type { StateRecord } from '../state/records.ts';
import { deliver, type FailedRecord } from './batch-delivery.ts';
import type { ShardBatch, ShardReader } from './shard-reader.ts';
import type { StreamRecord } from './streams-client.ts';

/** The pause grows while nothing comes, up to this; it starts over when something was delivered or when we did something ourselves. */
const LONGEST_PAUSE_MS = 200;
const SHORTEST_PAUSE_MS = 50;
const AFTER_ERROR_MS = 1_000;

export interface OutboxPollerDeps {
  readonly reader: ShardReader;
  readonly streamArn: string;
  readonly functions: ReadonlyMap<string, LambdaFunction>;
  readonly declarations: Readonly<Record<string, LocalFunction>>;
  readonly state: LocalState;
  readonly clock: Clock;
}

/** Carries new Outbox items to the functions whose triggers name their kind. */
export interface OutboxPoller {
  start(): void;
  /** Something may have been written: look soon. */
  nudge(): void;
  /** Resolves when everything in the stream has been delivered; with the number of records that it found. */
  drain(): Promise<number>;
  stop(): Promise<void>;
}

export const outboxPoller = (deps: OutboxPollerDeps): OutboxPoller => {
  let lastPoll: Promise<number> = Promise.resolve(0);
  let timer: NodeJS.Timeout | undefined;
  let pauseMs = SHORTEST_PAUSE_MS;
  let started = false;
  let trouble: string | null = null;

  const poll = (): Promise<number> => {
    lastPoll = lastPoll.then(
      () => pollOnce(deps),
      () => pollOnce(deps),
    );
    return lastPoll;
  };

  const pollLater = () => {
    if (started) timer = setTimeout(() => void pollInBackground(), pauseMs);
  };

  const pollInBackground = async () => {
    timer = undefined;
    try {
      pauseMs = (await poll()) > 0 ? SHORTEST_PAUSE_MS : Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
      trouble = null;
    } catch (error) {
      report(error instanceof Error ? error.message : String(error));
      pauseMs = AFTER_ERROR_MS;
    }
    pollLater();
  };

  /** Once, however long it lasts. */
  const report = (message: string) => {
    if (started && message !== trouble) console.error(`the Outbox stream can't be read: ${message}`);
    trouble = message;
  };

  return {
    start: () => {
      started = true;
      pollLater();
    },
    nudge: () => {
      if (pauseMs <= SHORTEST_PAUSE_MS || trouble !== null) return;
      pauseMs = SHORTEST_PAUSE_MS;
      if (timer === undefined) return; // it is looking just now
      clearTimeout(timer);
      pollLater();
    },
    drain: async () => {
      let found = 0;
      for (let batch = await poll(); batch > 0; batch = await poll()) found += batch;
      return found;
    },
    stop: async () => {
      started = false;
      clearTimeout(timer);
      await lastPoll.catch(() => {});
    },
  };
};

/** One look: reads a batch of each shard, delivers it to each function, then remembers how far it came. */
const pollOnce = async (deps: OutboxPollerDeps): Promise<number> => {
  let found = 0;
  try {
    for (const batch of await deps.reader.next()) {
      await deliverShard(deps, batch);
      found += batch.records.length;
    }
  } catch (error) {
    deps.reader.rewind(); // to what is remembered: nothing that was read but not delivered is passed over
    throw error;
  }
  return found;
};

const deliverShard = async (
  { functions, declarations, state, clock, streamArn }: OutboxPollerDeps,
  { shardId, records }: ShardBatch,
): Promise<void> => {
  const inserted = records.filter(({ eventName }) => eventName === 'INSERT').map((record) => asDelivered(record, streamArn));
  const deliveries = [...functions.values()].map(async (target): Promise<readonly StateRecord[]> => {
    const declaration = declarations[target.name];
    const wanted = declaration === undefined ? [] : inserted.filter((record) => isWanted(declaration, record));
    const givenUp = wanted.length === 0 ? [] : await deliver(target, wanted);
    return givenUp.map((failed) => deadLetter(target.name, failed, clock.now()));
  });
  const deadLetters = (await Promise.all(deliveries)).flat();
  const last = records.at(-1);
  if (last === undefined) return;
  const position = { streamArn, shardId, sequenceNumber: last.dynamodb.SequenceNumber };
  state.commit({ kind: 'streamPosition', position }, ...deadLetters);
};

/** Lambda adds which stream it comes from. */
const asDelivered = (record: StreamRecord, streamArn: string): StreamRecord => ({
  ...record,
  awsRegion: REGION,
  eventSourceARN: streamArn,
});

const isWanted = ({ trigger }: LocalFunction, { dynamodb }: StreamRecord): boolean =>
  intentsOf(trigger).includes(dynamodb.NewImage?.['kind']?.S ?? '');

const deadLetter = (functionName: string, { record, attempts, error }: FailedRecord, nowMs: number): StateRecord => {
  console.error(`${functionName} failed ${attempts} times on an Outbox item, which was given up: ${error.errorMessage}`);
  const origin = record.eventSourceARN ?? 'stream';
  const payload = { Records: [record] };
  const { errorType, errorMessage } = error;
  return {
    kind: 'deadLetter',
    deadLetter: { at: formatInstant(nowMs), functionName, origin, attempts, error: { errorType, errorMessage }, payload },
  };
};
