import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { deployFunctions } from '../simulation/engine/functions.ts';
import { STREAMED } from '../simulation/engine/simulated-aws.ts';
import { MemoryDatabase } from './simulated-aws/dynamodb/memory-database.ts';
import { MemoryDynamoDb } from './simulated-aws/dynamodb/memory-dynamodb.ts';
import { serveFrom } from './simulated-aws/dynamodb/serve-call.ts';
import { MemoryBus, type Published } from './simulated-aws/eventbridge/memory-bus.ts';
import { MemoryScheduler, type Schedule } from './simulated-aws/scheduler/memory-scheduler.ts';
import { type Acceptance, MemorySes } from './simulated-aws/ses/memory-ses.ts';
import { jsonAnswer } from './simulated-aws/wire/answers.ts';
import { type AwsCall, nameOf, type WireAnswer } from './simulated-aws/wire/aws-call.ts';
import { connectionTo } from './simulated-aws/wire/connection.ts';

/** What happens at one call of a function, by its name: before it, after it, or instead of it. */
export type Moment = (serve: () => WireAnswer) => Promise<WireAnswer>;

/** `remainingMs`: of the time that Lambda gives; all of it, unless said. */
export type Invoke = (event: unknown, remainingMs?: number) => Promise<unknown>;

/** One deployed function over services in memory, on a clock that the test moves. What it meets on its way is the test's to say. */
export interface FunctionWorld {
  /** Straight to the database, past all moments. */
  readonly database: DynamoDBDocumentClient;
  readonly accepted: readonly Acceptance[];
  readonly published: readonly Published[];
  readonly schedules: readonly Schedule[];
  /** Calls so far, as `dynamodb:TransactWriteItems`. */
  readonly calls: readonly string[];
  advance(ms: number): void;
  now(): number;
  /** A new process of a function. `moments` happen at its calls of that name, each once, in order. */
  start(name: string, moments?: Readonly<Record<string, readonly Moment[]>>): Invoke;
}

export async function functionWorld(beginning: string): Promise<FunctionWorld> {
  const functions = await deployFunctions();
  let now = Date.parse(beginning);
  let ids = 0;
  const memory = new MemoryDatabase(STREAMED, { now: () => now });
  const [accepted, published, schedules, calls]: [Acceptance[], Published[], Schedule[], string[]] = [[], [], [], []];
  const ses = new MemorySes((acceptance) => accepted.push(acceptance));
  const bus = new MemoryBus((event) => published.push(event));
  const scheduler = new MemoryScheduler((schedule) => schedules.push(schedule));

  function serve(call: AwsCall): WireAnswer {
    calls.push(nameOf(call));
    switch (call.service) {
      case 'dynamodb':
        return serveFrom(memory, call);
      case 'events':
        return bus.serve(call);
      case 'scheduler':
        return scheduler.serve(call, now);
      case 'ses':
        return ses.serve(call, now);
      case 'lambda':
        return jsonAnswer('', 202);
    }
  }

  return {
    database: new MemoryDynamoDb(memory, { translate: { marshallOptions: { removeUndefinedValues: true } } }),
    accepted,
    published,
    schedules,
    calls,
    advance: (ms) => {
      now += ms;
    },
    now: () => now,
    start(name, moments = {}) {
      const left = Object.fromEntries(Object.entries(moments).map(([call, all]) => [call, [...all]]));
      const aws = connectionTo(async (call) => (left[nameOf(call)]?.shift() ?? (async (pass) => pass()))(() => serve(call)));
      const fn = functions.get(name);
      if (!fn) throw new Error(`there is no function ${name}`);
      const pace = { random: () => 0.5, sleep: async () => undefined };
      const handler = fn.createHandler({
        clock: { now: () => now },
        ids: { next: () => `id-${String(++ids).padStart(22, '0')}` },
        pace,
        aws,
      });
      return async (event, remainingMs = fn.timeoutMs) => handler(event, { getRemainingTimeInMillis: () => remainingMs });
    },
  };
}
