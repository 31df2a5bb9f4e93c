import { spread } from './spread.ts';

/** The Outbox and the due index are spread over this many keys, so that none is hot; the watchdog asks each. */
const BUCKETS = 8;

export const bucketOf = (id: string): string => `b${spread(id, BUCKETS)}`;

export const ALL_BUCKETS: readonly string[] = Array.from({ length: BUCKETS }, (_, index) => `b${index}`);
