/**
 * Drives again what was never woken or got stuck. Triggered by a recurring schedule every five minutes. Overlapping runs are
 * harmless: what it drives is safe to repeat. Its heartbeat is a metric, so that its own silence raises an alarm.
 */
import { driveLateWork } from '../../shared/usecases/drive-late-work.ts';
import { log } from '../runtime/log.ts';
import { count } from '../runtime/metrics.ts';
import type { Outside } from '../runtime/system.ts';
import { watchdogRuntime } from '../runtime/watchdog.ts';

export function createHandler(outside?: Outside) {
  const deps = watchdogRuntime(outside);
  return async () => {
    const driven = await driveLateWork(deps);
    if (driven.checkpoints + driven.intents > 0) log.warn('late work was driven again', { ...driven });
    count('LateCheckpointAgeSeconds', driven.oldestCheckpointAgeSeconds);
    count('OutboxOldestAgeSeconds', driven.oldestIntentAgeSeconds);
    count('WatchdogHeartbeat', 1);
    return driven;
  };
}

export const handler = createHandler();
