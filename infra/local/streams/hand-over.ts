import { formatInstant } from '../../../shared/domain/zone.ts';
import { type LocalFunction, outboxTriggerOf } from '../application.ts';
import { REGION } from '../arns.ts';
import type { Clock } from '../clock/movable-clock.ts';
import type { LambdaFunction } from '../lambda/lambda-function.ts';
import type { StateRecord } from '../state/records.ts';
import { deliver, type FailedRecord } from './batch-delivery.ts';
import type { StreamRecord } from './streams-client.ts';

export interface HandOverDeps {
  readonly streamArn: string;
  readonly functions: ReadonlyMap<string, LambdaFunction>;
  readonly declarations: Readonly<Record<string, LocalFunction>>;
  readonly clock: Clock;
  /** Something runs that may write more of what is being collected. */
  readonly isBusy: () => boolean;
}

/** Records on their way to the functions whose triggers name their kind, each collected as its window says. */
export interface HandOver {
  take(records: readonly StreamRecord[]): void;
  /** Records that wait for their window. */
  heldCount(): number;
  /** Delivers what is ready, or all that is held; resolves with the dead letters. */
  run(what: 'ready' | 'all'): Promise<readonly StateRecord[]>;
  /** Lets go of what is held: it will be read again. */
  forget(): void;
}

/**
 * A window's minute in real time. What belongs together is written at once here: a minute's schedules fire in one round when the
 * clock is moved, and at one instant when it isn't. So a second collects what ninety do in AWS, and nobody waits for a mail.
 */
const WINDOW_MS = 1_000;

interface Collected {
  readonly target: LambdaFunction;
  readonly kinds: readonly string[];
  readonly atOnce: number;
  readonly windowMs: number;
  held: readonly StreamRecord[];
  sinceMs: number;
}

export const handOver = ({ streamArn, functions, declarations, clock, isBusy }: HandOverDeps): HandOver => {
  const collections = [...functions.values()].flatMap((target) => collectionFor(target, declarations[target.name]) ?? []);

  const isReady = ({ windowMs, sinceMs }: Collected): boolean => windowMs === 0 || (!isBusy() && performance.now() - sinceMs >= windowMs);

  /** A full batch goes at once; the rest when its window is over. */
  const readyOf = (collected: Collected): number =>
    isReady(collected) ? collected.held.length : collected.held.length - (collected.held.length % collected.atOnce);

  const deliverFrom = async (collected: Collected, count: number): Promise<readonly StateRecord[]> => {
    const { target, atOnce, held } = collected;
    if (count === 0) return [];
    collected.held = held.slice(count);
    collected.sinceMs = performance.now();
    const givenUp = await deliver(target, held.slice(0, count), atOnce);
    return givenUp.map((failed) => deadLetter(target.name, failed, clock.now()));
  };

  return {
    take: (records) => {
      const inserted = records.filter(({ eventName }) => eventName === 'INSERT').map((record) => asDelivered(record, streamArn));
      for (const collected of collections) {
        const wanted = inserted.filter(({ dynamodb }) => collected.kinds.includes(dynamodb.NewImage?.['kind']?.S ?? ''));
        if (collected.held.length === 0) collected.sinceMs = performance.now();
        collected.held = [...collected.held, ...wanted];
      }
    },
    heldCount: () => collections.reduce((count, { held }) => count + held.length, 0),
    run: async (what) => {
      const deadLetters = collections.map((collected) =>
        deliverFrom(collected, what === 'all' ? collected.held.length : readyOf(collected)),
      );
      return (await Promise.all(deadLetters)).flat();
    },
    forget: () => {
      for (const collected of collections) collected.held = [];
    },
  };
};

const collectionFor = (target: LambdaFunction, declaration: LocalFunction | undefined): Collected | undefined => {
  const trigger = declaration && outboxTriggerOf(declaration);
  if (!trigger) return undefined;
  const { records, windowSeconds } = trigger.batch;
  return { target, kinds: trigger.intents, atOnce: records, windowMs: windowSeconds === 0 ? 0 : WINDOW_MS, held: [], sinceMs: 0 };
};

/** Lambda adds which stream it comes from. */
const asDelivered = (record: StreamRecord, streamArn: string): StreamRecord => ({
  ...record,
  awsRegion: REGION,
  eventSourceARN: streamArn,
});

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
