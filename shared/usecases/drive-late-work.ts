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
  const driven = { checkpoints: 0, intents: 0, oldestCheckpoint: now, oldestIntent: now };
  for (const bucket of ALL_BUCKETS) {
    const checkpoints = await deps.late.checkpointsBefore(before, bucket, MOST_PER_BUCKET);
    for (const checkpoint of checkpoints) await deps.runCheckpoint(checkpoint);
    const intents = await deps.late.intentsBefore(before, bucket, MOST_PER_BUCKET);
    for (const [kind, ofKind] of Map.groupBy(intents, (intent) => intent.kind)) await deps.driveIntents(kind, ofKind);
    driven.checkpoints += checkpoints.length;
    driven.intents += intents.length;
    driven.oldestCheckpoint = Math.min(driven.oldestCheckpoint, ...checkpoints.map((c) => Date.parse(c.at)));
    driven.oldestIntent = Math.min(driven.oldestIntent, ...intents.map((i) => Date.parse(i.intent.split('#')[0] ?? '')));
  }
  return {
    checkpoints: driven.checkpoints,
    intents: driven.intents,
    oldestCheckpointAgeSeconds: Math.round((now - driven.oldestCheckpoint) / 1000),
    oldestIntentAgeSeconds: Math.round((now - driven.oldestIntent) / 1000),
  };
}
