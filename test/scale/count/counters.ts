import { ALL_BUCKETS } from '../../../shared/domain/bucket.ts';
import { defaultRegulation } from '../../../shared/domain/default-regulation.ts';
import { DAYS, MINUTES } from './window.ts';

/**
 * What a run of a policy does: 0 nothing is owed, or cover is over and none is taken; 1 … 8 the regulation's checkpoint acts; then a
 * late task; the end of a policy whose cover is over.
 */
export const CLEAR = 0;
export const acting = (checkpoint: number): number => checkpoint + 1;
export const LATE_TASK = acting(defaultRegulation.checkpoints.length);
export const COVER_END = LATE_TASK + 1;
export const KINDS = COVER_END + 1;

export const NAMES: readonly string[] = ['clear', ...defaultRegulation.checkpoints.map(({ code }) => code), 'late task', 'end of cover'];

/** Fixed size, whatever the portfolio: 365 days × 1,440 minutes × (8 + 8 buckets + 11 kinds) × 4 bytes = 57 MB. */
export interface Counters {
  /** Wake-ups by bucket of the due index and minute: `bucket × MINUTES + minute`. */
  readonly fires: Uint32Array;
  /** Letters by bucket of the Outbox and minute. */
  readonly letters: Uint32Array;
  /** What the wake-ups do, by kind and minute. Two installments on one day are one wake-up; each that acts is counted here. */
  readonly kinds: Uint32Array;
  /** By day. */
  readonly opened: Uint32Array;
  readonly paid: Uint32Array;
  /** Change of the number of open policies, by day; the first holds what was open before. */
  readonly alive: Int32Array;
  /** Payments that restore suspended cover. */
  restored: number;
}

export const newCounters = (): Counters => ({
  fires: new Uint32Array(ALL_BUCKETS.length * MINUTES),
  letters: new Uint32Array(ALL_BUCKETS.length * MINUTES),
  kinds: new Uint32Array(KINDS * MINUTES),
  opened: new Uint32Array(DAYS),
  paid: new Uint32Array(DAYS),
  alive: new Int32Array(DAYS),
  restored: 0,
});
