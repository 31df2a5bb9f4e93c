import { monotonicFactory } from 'ulid';
import type { AwsConnection } from '../../shared/adapters/aws-connection.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { Ids } from '../../shared/ports/ids.ts';
import type { Pace } from '../../shared/ports/pace.ts';

/** What comes from outside. The local cloud gives its own clock, the simulation all of it. */
export interface Outside {
  readonly clock?: Clock;
  readonly ids?: Ids;
  readonly pace?: Pace;
  /** Where it is not the environment that says how AWS is reached. */
  readonly aws?: AwsConnection;
}

export interface System {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly pace: Pace;
  readonly aws: AwsConnection | undefined;
}

export function system({ clock = { now: () => Date.now() }, ids = ulids(clock), pace = PACE, aws }: Outside = {}): System {
  return { clock, ids, pace, aws };
}

function ulids(clock: Clock): Ids {
  const next = monotonicFactory(); // its own randomness is cryptographic
  return { next: () => next(clock.now()) };
}

const PACE: Pace = { random: () => Math.random(), sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) };
