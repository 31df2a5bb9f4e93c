/** Chance that is the same for the same text, for ever: everything random in a simulation comes from here. */
export interface Chance {
  /** 0 ≤ x < 1. */
  random(): number;
  /** Both ends included. */
  int(from: number, to: number): number;
  is(probability: number): boolean;
  pick<T>(among: readonly [T, ...(readonly T[])]): T;
}

export function chanceOf(text: string): Chance {
  const random = sfc32(...hash128(text));
  const int = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  return {
    random,
    int,
    is: (probability) => random() < probability,
    pick: (among) => among[int(0, among.length - 1)] ?? among[0],
  };
}

type Words = readonly [number, number, number, number];

/** cyrb128: four words of a text, each bit of them moved by each character. */
function hash128(text: string): Words {
  let [a, b, c, d]: [number, number, number, number] = [1779033703, 3144134277, 1013904242, 2773480762];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = b ^ Math.imul(a ^ unit, 597399067);
    b = c ^ Math.imul(b ^ unit, 2869860233);
    c = d ^ Math.imul(c ^ unit, 951274213);
    d = a ^ Math.imul(d ^ unit, 2716044179);
  }
  a = Math.imul(c ^ (a >>> 18), 597399067);
  b = Math.imul(d ^ (b >>> 22), 2869860233);
  c = Math.imul(a ^ (c >>> 17), 951274213);
  d = Math.imul(b ^ (d >>> 19), 2716044179);
  return [a ^ b ^ c ^ d, b ^ a, c ^ a, d ^ a];
}

/** Small fast counter, 32 bits: good enough by every statistical test that is known. */
function sfc32(...words: Words): () => number {
  let [a, b, c, d] = words;
  return () => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
}
