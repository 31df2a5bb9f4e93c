/** What handlers get: epoch milliseconds. */
export interface Clock {
  now(): number;
}

/**
 * The local cloud's time: the machine's, moved ahead by an offset that only grows. It goes on ticking while it is moved, so
 * that what happens later also has a later time.
 */
export interface MovableClock extends Clock {
  /** Moves to an instant; one that has passed changes nothing. */
  moveTo(instantMs: number): void;
  offsetMs(): number;
  /** Memory that holds the offset, for a thread that must read the same time at the same moment. */
  readonly sharedOffset: Float64Array<SharedArrayBuffer>;
}

export const createMovableClock = (startOffsetMs: number, machine: Clock = { now: Date.now }): MovableClock => {
  const sharedOffset = new Float64Array(new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT));
  sharedOffset[0] = startOffsetMs;
  const offsetMs = () => sharedOffset[0] ?? 0;
  let latest = Number.NEGATIVE_INFINITY;
  const now = () => {
    latest = Math.max(latest, machine.now() + offsetMs()); // the machine's own clock may be set back
    return latest;
  };
  const moveTo = (instantMs: number) => {
    if (instantMs > now()) sharedOffset[0] = instantMs - machine.now();
  };
  return { now, moveTo, offsetMs, sharedOffset };
};

/**
 * Where time starts: at the instant that was asked for, or where a kept clock stands by now, whichever is later; else now.
 * Kept 2027-01-15, asked for 2026-11-22 → 2027-01-15.
 */
export const startingOffset = (keptOffsetMs: number | null, askedMs: number | null, machineNowMs: number): number => {
  const asked = askedMs === null ? null : askedMs - machineNowMs;
  if (keptOffsetMs === null) return asked ?? 0;
  return Math.max(keptOffsetMs, asked ?? keptOffsetMs);
};
