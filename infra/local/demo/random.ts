/** Chance that repeats itself: the same seed and purpose give the same numbers on every machine. */
export interface Random {
  /** 0 ≤ x < 1. */
  next(): number;
  /** A whole number, both ends included. */
  between(range: Range): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly [T, ...T[]]): T;
}

export type Range = readonly [least: number, most: number];

/** Each purpose has numbers of its own, so that one more policy changes nothing for the others. */
export const randomOf = (seed: number, purpose: string): Random => {
  const next = mulberry32(fnv1a(`${seed} ${purpose}`));
  const between = ([least, most]: Range) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick: (list) => list[between([0, list.length - 1])] ?? list[0],
  };
};

/** Tommy Ettinger's generator of 32 bits of state: small, and good enough for a story. */
const mulberry32 = (start: number): (() => number) => {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

const fnv1a = (text: string): number => {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash;
};
