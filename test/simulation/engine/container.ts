import type { Outside } from '../../../functions/runtime/system.ts';
import type { WireAnswer } from '../../support/simulated-aws/wire/aws-call.ts';
import type { Chance } from './chance.ts';
import { connectionWithFiles } from './connection.ts';
import type { DeployedFunction, Handler } from './functions.ts';
import type { Invocation } from './invocation.ts';
import type { SimulatedCall } from './simulated-call.ts';

/** What a container has of the world outside. */
export interface Surroundings {
  now(): number;
  nextSerial(): number;
  readonly chance: Chance;
  sleep(invocation: Invocation, ms: number): Promise<void>;
  call(invocation: Invocation, call: SimulatedCall): Promise<WireAnswer>;
}

/**
 * A Lambda sandbox: handlers made once, one invocation at a time, and a clock that may be wrong. What a handler remembers
 * between invocations it really remembers here.
 */
export class Container {
  readonly functionName: string;
  readonly #handler: Handler;
  readonly #timeoutMs: number;
  readonly #now: () => number;
  #invocation: Invocation | undefined;

  constructor({ name, createHandler, timeoutMs }: DeployedFunction, skewMs: number, surroundings: Surroundings) {
    this.functionName = name;
    this.#timeoutMs = timeoutMs;
    this.#now = surroundings.now;
    const now = () => surroundings.now() + skewMs;
    const outside: Outside = {
      clock: { now },
      ids: { next: () => ulidOf(now(), surroundings.nextSerial()) },
      pace: { random: () => surroundings.chance.random(), sleep: (ms) => surroundings.sleep(this.#current(), ms) },
      aws: connectionWithFiles((call) => surroundings.call(this.#current(), call)),
    };
    this.#handler = createHandler(outside);
  }

  get isBusy(): boolean {
    return this.#invocation !== undefined;
  }

  /** Its invocation was killed, and the process with it. */
  get isDead(): boolean {
    return this.#invocation?.isOver === true;
  }

  async run(invocation: Invocation, event: unknown): Promise<unknown> {
    this.#invocation = invocation;
    const end = this.#now() + this.#timeoutMs;
    const result = await this.#handler(event, { getRemainingTimeInMillis: () => end - this.#now() });
    this.#invocation = undefined;
    return result;
  }

  /** After a handler threw: the container lives on. */
  release(): void {
    this.#invocation = undefined;
  }

  #current(): Invocation {
    if (!this.#invocation) throw new Error(`${this.functionName} calls AWS while nothing runs in it`);
    return this.#invocation;
  }
}

/** As a ULID sorts: 10 characters of time, 16 that are never the same. */
const ulidOf = (now: number, serial: number): string => base32(now, 10) + base32(serial, 16);

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function base32(value: number, length: number): string {
  let text = '';
  for (let rest = value; text.length < length; rest = Math.floor(rest / 32)) text = (ALPHABET[rest % 32] ?? '0') + text;
  return text;
}
