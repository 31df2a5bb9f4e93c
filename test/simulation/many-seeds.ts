import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { SeedOptions } from './run-seed.ts';
import type { SeedTold } from './seed-worker.ts';

/** Lives through seeds on every core; `onTold` hears of each, in the order in which they end. A seed is the same on any thread. */
export async function liveThrough(seeds: Iterable<SeedOptions>, onTold: (told: SeedTold) => void): Promise<void> {
  const left = Iterator.from(seeds);
  await Promise.all(Array.from({ length: availableParallelism() }, () => work(left, onTold)));
}

/** One thread, from seed to seed until none is left. What it throws ends all. */
function work(left: Iterator<SeedOptions>, onTold: (told: SeedTold) => void): Promise<void> {
  const worker = new Worker(new URL('./seed-worker.ts', import.meta.url));
  return new Promise<void>((resolve, reject) => {
    const goOn = () => {
      const { value, done } = left.next();
      if (done) resolve();
      else worker.postMessage(value);
    };
    worker.on('error', reject);
    worker.on('message', (told: SeedTold) => {
      onTold(told);
      goOn();
    });
    goOn();
  }).finally(() => worker.terminate());
}
