import { ALL_BUCKETS } from '../../../shared/domain/bucket.ts';
import type { Counters } from '../count/counters.ts';
import { DAYS, MINUTES } from '../count/window.ts';

/** The most of something in one of the year's minutes or days, and when. */
export interface Peak {
  readonly at: number;
  readonly count: number;
}

const MINUTES_A_DAY = 24 * 60;

export const ofBuckets =
  (counts: Uint32Array) =>
  (minute: number): number => {
    let sum = 0;
    for (let bucket = 0; bucket < ALL_BUCKETS.length; bucket++) sum += counts[bucket * MINUTES + minute] ?? 0;
    return sum;
  };

export function peak(length: number, count: (at: number) => number): Peak {
  let highest = { at: 0, count: 0 };
  for (let at = 0; at < length; at++) {
    const here = count(at);
    if (here > highest.count) highest = { at, count: here };
  }
  return highest;
}

/** The fullest minute of the fullest bucket. */
export const fullestOfBuckets = (counts: Uint32Array): number => peak(ALL_BUCKETS.length * MINUTES, (at) => counts[at] ?? 0).count;

export const ofDay = (ofMinute: (minute: number) => number) => {
  const days = new Float64Array(DAYS);
  for (let minute = 0; minute < MINUTES; minute++) {
    const day = Math.floor(minute / MINUTES_A_DAY);
    days[day] = (days[day] ?? 0) + ofMinute(minute);
  }
  return (day: number): number => days[day] ?? 0;
};

/** Open policies on the day that has most of them: each has one schedule. */
export function mostAlive({ alive }: Counters): Peak {
  let [open, highest] = [0, { at: 0, count: 0 }];
  for (let day = 0; day < DAYS; day++) {
    open += alive[day] ?? 0;
    if (open > highest.count) highest = { at: day, count: open };
  }
  return highest;
}
