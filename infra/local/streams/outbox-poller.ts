import type { LocalState } from '../state/local-state.ts';
import type { StreamPosition } from '../state/records.ts';
import { type HandOverDeps, handOver } from './hand-over.ts';
import type { ShardReader } from './shard-reader.ts';

/** The pause grows while nothing comes, up to this; it starts over when something was delivered or when we did something ourselves. */
const LONGEST_PAUSE_MS = 200;
const SHORTEST_PAUSE_MS = 50;
const AFTER_ERROR_MS = 1_000;

export interface OutboxPollerDeps extends HandOverDeps {
  readonly reader: ShardReader;
  readonly state: LocalState;
}

/** Carries new Outbox items to the functions whose triggers name their kind. */
export interface OutboxPoller {
  start(): void;
  /** Something may have been written: look soon. */
  nudge(): void;
  /** Resolves when everything in the stream has been delivered, without waiting for windows; 0: there was nothing. */
  drain(): Promise<number>;
  stop(): Promise<void>;
}

export const outboxPoller = (deps: OutboxPollerDeps): OutboxPoller => {
  const look = stream(deps);
  let lastPoll: Promise<number> = Promise.resolve(0);
  let timer: NodeJS.Timeout | undefined;
  let pauseMs = SHORTEST_PAUSE_MS;
  let started = false;
  let trouble: string | null = null;

  const poll = (what: 'ready' | 'all'): Promise<number> => {
    lastPoll = lastPoll.then(
      () => look(what),
      () => look(what),
    );
    return lastPoll;
  };

  const pollLater = () => {
    if (started) timer = setTimeout(() => void pollInBackground(), pauseMs);
  };

  const pollInBackground = async () => {
    timer = undefined;
    try {
      pauseMs = (await poll('ready')) > 0 ? SHORTEST_PAUSE_MS : Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
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
      // the stream is read to its end before what is collected goes: what belongs together stays together
      const next = async () => (await poll('ready')) || (await poll('all'));
      for (let seen = await next(); seen > 0; seen = await next()) found += seen;
      return found;
    },
    stop: async () => {
      started = false;
      clearTimeout(timer);
      await lastPoll.catch(() => {});
    },
  };
};

/**
 * One look: reads a batch of each shard, hands over what is ready, then remembers how far it came: not while something is held,
 * which a restart must read again. Resolves with the number of records that were read, and of those that are held no more.
 */
const stream = ({ reader, state, ...deps }: OutboxPollerDeps) => {
  const delivery = handOver(deps);
  const positions = new Map<string, StreamPosition>();

  return async (what: 'ready' | 'all'): Promise<number> => {
    try {
      const heldBefore = delivery.heldCount();
      let read = 0;
      for (const { shardId, records } of await reader.next()) {
        delivery.take(records);
        read += records.length;
        const last = records.at(-1);
        if (last) positions.set(shardId, { streamArn: deps.streamArn, shardId, sequenceNumber: last.dynamodb.SequenceNumber });
      }
      const deadLetters = await delivery.run(what);
      const held = delivery.heldCount();
      const reached = held > 0 ? [] : [...positions.values()].map((position) => ({ kind: 'streamPosition' as const, position }));
      if (reached.length > 0) positions.clear();
      if (reached.length + deadLetters.length > 0) state.commit(...reached, ...deadLetters);
      return read + Math.max(0, heldBefore - held);
    } catch (error) {
      reader.rewind(); // to what is remembered: nothing that was read but not delivered is passed over
      delivery.forget();
      positions.clear();
      throw error;
    }
  };
};
