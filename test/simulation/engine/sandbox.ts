import { AsyncLocalStorage } from 'node:async_hooks';

/** What code under simulation gets instead of the process's own timers and chance. */
export interface Guest {
  random(): number;
  after(ms: number, run: () => void): void;
}

const guests = new AsyncLocalStorage<Guest>();

/** Runs code as a guest: everything that follows from it, too. */
export const runAs = <T>(guest: Guest, run: () => T): T => guests.run(guest, run);

/**
 * Handlers get their time from outside, but the SDK's retries wait by `setTimeout` and `Math.random` of the process. While the
 * sandbox is up, guests get simulated ones; everybody else keeps the real ones. The answer takes it down.
 */
export function raiseSandbox(): () => void {
  const real = { setTimeout: globalThis.setTimeout, random: Math.random };
  const pretended = (run: (...args: readonly unknown[]) => void, ms = 0, ...args: readonly unknown[]) => {
    const guest = guests.getStore();
    if (!guest) return real.setTimeout(run, ms, ...args);
    guest.after(ms, () => run(...args));
    return NO_TIMER;
  };
  globalThis.setTimeout = pretended as typeof globalThis.setTimeout;
  Math.random = () => guests.getStore()?.random() ?? real.random();
  return () => {
    globalThis.setTimeout = real.setTimeout;
    Math.random = real.random;
  };
}

/** A guest's timer cannot be taken back: nobody who does so runs here, and one who came would be seen by what it does. */
const NO_TIMER = 0;
