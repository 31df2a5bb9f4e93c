import { ALL_BUCKETS } from '../domain/bucket.ts';
import { timestamp } from '../domain/zone.ts';
import type { Clock } from '../ports/clock.ts';
import type { LateWork } from '../ports/late-work.ts';
import type { Intent } from '../ports/outbox.ts';

export interface Deps {
  readonly late: LateWork;
  readonly clock: Clock;
  readonly runCheckpoint: (policy: { readonly policyNumber: string; readonly clientId: string }) => Promise<void>;
  readonly driveIntents: (kind: Intent['kind'], intents: readonly Intent[]) => Promise<void>;
}

export interface Driven {
  readonly checkpoints: number;
  readonly intents: number;
  readonly oldestCheckpointAgeSeconds: number;
  readonly oldestIntentAgeSeconds: number;
}

/** Schedules fire within a minute, streams within seconds: what is this late was lost, or keeps failing. */
const LATE_AFTER_MS = 10 * 60_000;
const MOST_PER_BUCKET = 100;

/**
 * Drives again what was never woken. Safe to repeat and to overlap: everything it drives is. What it cannot take in one
 * run stays in the indexes, oldest first, for the next.
 */
export async function driveLateWork(deps: Deps): Promise<Driven> {
  const now = deps.clock.now();
  const before = timestamp(now - LATE_AFTER_MS);
  const late = await Promise.all(ALL_BUCKETS.map((bucket) => deps.late.checkpointsBefore(before, bucket, MOST_PER_BUCKET)));
  const old = await Promise.all(ALL_BUCKETS.map((bucket) => deps.late.intentsBefore(before, bucket, MOST_PER_BUCKET)));
  const [checkpoints, intents] = [late.flat(), old.flat()];
  for (const checkpoint of checkpoints) await deps.runCheckpoint(checkpoint);
  for (const [kind, ofKind] of Map.groupBy(intents, (intent) => intent.kind)) await deps.driveIntents(kind, ofKind);
  return {
    checkpoints: checkpoints.length,
    intents: intents.length,
    oldestCheckpointAgeSeconds: ageOf(
      checkpoints.map((c) => c.at),
      now,
    ),
    oldestIntentAgeSeconds: ageOf(
      intents.map((i) => i.intent.split('#')[0] ?? ''),
      now,
    ),
  };
}

/** Seconds since the oldest of these instants; 0 when there is none. */
const ageOf = (instants: readonly string[], now: number): number =>
  Math.max(0, ...instants.map((at) => Math.round((now - Date.parse(at)) / 1000)));
