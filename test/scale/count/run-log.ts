import { CLEAR, type Counters } from './counters.ts';
import type { FireMinutes } from './fire-minutes.ts';
import { DAYS, MINUTES } from './window.ts';

/** A place is one number: 12 bits of the minute in the window, 4 of the zone, 6 of each bucket. */
const ZONE_AT = 12;
const DUE_AT = 16;
const OUTBOX_AT = 22;
const OF_SLOT = 0xfff;
const OF_ZONE = 0xf;
const OF_BUCKET = 0x3f;

/** Where the runs of a policy are counted: its zone, its minute of the window, its buckets. */
export interface Woken {
  readonly zone: number;
  readonly slot: number;
  readonly due: number;
  readonly outbox: number;
}

export const packed = ({ zone, slot, due, outbox }: Woken): number => slot | (zone << ZONE_AT) | (due << DUE_AT) | (outbox << OUTBOX_AT);

/** Runs of a day that wait to be counted. */
const WAITING = 1_024;

/**
 * Counts runs day by day: a year of counters doesn't fit into a processor's cache, a day of them does. Runs are kept in the
 * order of their days, a thousand a day, and counted when a day is full.
 */
export class RunLog {
  readonly #places = new Int32Array(DAYS * WAITING);
  /** `kind × 2 + first`. */
  readonly #kinds = new Uint8Array(DAYS * WAITING);
  readonly #waiting = new Int32Array(DAYS);
  readonly #zones: readonly FireMinutes[];
  readonly #counters: Counters;
  readonly #letters: readonly number[];

  constructor(counters: Counters, zones: readonly FireMinutes[], letters: readonly number[]) {
    this.#counters = counters;
    this.#zones = zones;
    this.#letters = letters;
  }

  add(day: number, place: number, kindAndFirst: number): void {
    const at = this.#waiting[day] ?? 0;
    this.#places[day * WAITING + at] = place;
    this.#kinds[day * WAITING + at] = kindAndFirst;
    this.#waiting[day] = at + 1;
    if (at + 1 === WAITING) this.#count(day);
  }

  countAll(): void {
    for (let day = 0; day < DAYS; day++) this.#count(day);
  }

  #count(day: number): void {
    const begin = day * WAITING;
    const until = begin + (this.#waiting[day] ?? 0);
    const [places, kinds] = [this.#places, this.#kinds];
    for (let at = begin; at < until; at++) this.#countRun(day, places[at] ?? 0, kinds[at] ?? 0);
    this.#waiting[day] = 0;
  }

  #countRun(day: number, place: number, kindAndFirst: number): void {
    const { fires, kinds, letters } = this.#counters;
    const kind = kindAndFirst >>> 1;
    const isFirst = (kindAndFirst & 1) === 1;
    const zone = this.#zones[(place >>> ZONE_AT) & OF_ZONE];
    if (!zone) return;
    const minute = zone.minutes[day * zone.window + (place & OF_SLOT)] ?? 0;
    if (isFirst) increase(fires, ((place >>> DUE_AT) & OF_BUCKET) * MINUTES + minute, 1);
    if (isFirst || kind !== CLEAR) increase(kinds, kind * MINUTES + minute, 1);
    const written = this.#letters[kind] ?? 0;
    if (written > 0) increase(letters, ((place >>> OUTBOX_AT) & OF_BUCKET) * MINUTES + minute, written);
  }
}

export const increase = (counts: Uint32Array, at: number, by: number): void => {
  counts[at] = (counts[at] ?? 0) + by;
};
