import { AsyncLocalStorage } from 'node:async_hooks';

/** What code under simulation gets instead of the process's own timers, chance and output. */
export interface Guest {
  random(): number;
  after(ms: number, run: () => void): void;
  print(line: string): void;
}

const guests = new AsyncLocalStorage<Guest>();

/** Runs code as a guest: everything that follows from it, too. */
export const runAs = <T>(guest: Guest, run: () => T): T => guests.run(guest, run);

/**
 * Handlers get their time from outside, but the SDK's retries wait by `setTimeout` and `Math.random` of the process, and metrics
 * are lines that the process prints. While the sandbox is up, guests get simulated ones; everybody else keeps the real ones. The
 * answer takes it down.
 */
export function raiseSandbox(): () => void {
  const real = { setTimeout: globalThis.setTimeout, random: Math.random, log: console.log };
  const pretended = (run: (...args: readonly unknown[]) => void, ms = 0, ...args: readonly unknown[]) => {
    const guest = guests.getStore();
    if (!guest) return real.setTimeout(run, ms, ...args);
    guest.after(ms, () => run(...args));
    return NO_TIMER;
  };
  globalThis.setTimeout = pretended as typeof globalThis.setTimeout;
  Math.random = () => guests.getStore()?.random() ?? real.random();
  console.log = (...line: readonly unknown[]) => {
    const guest = guests.getStore();
    if (guest) guest.print(line.map(String).join(' '));
    else real.log(...line);
  };
  return () => {
    globalThis.setTimeout = real.setTimeout;
    Math.random = real.random;
    console.log = real.log;
  };
}

/** A guest's timer cannot be taken back: nobody who does so runs here, and one who came would be seen by what it does. */
const NO_TIMER = 0;
