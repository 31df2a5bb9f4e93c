import { monotonicFactory } from 'ulid';
import type { Clock } from '../../shared/ports/clock.ts';
import type { Ids } from '../../shared/ports/ids.ts';
import type { Pace } from '../../shared/ports/pace.ts';

/** What comes from outside besides AWS. The local cloud and the simulation give their own. */
export interface Outside {
  readonly clock?: Clock;
  readonly ids?: Ids;
  readonly pace?: Pace;
}

export interface System {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly pace: Pace;
}

export function system({ clock = { now: () => Date.now() }, ids = ulids(clock), pace = PACE }: Outside = {}): System {
  return { clock, ids, pace };
}

function ulids(clock: Clock): Ids {
  const next = monotonicFactory(); // its own randomness is cryptographic
  return { next: () => next(clock.now()) };
}

const PACE: Pace = { random: () => Math.random(), sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) };
