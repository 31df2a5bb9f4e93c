import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import type { Problem } from '../../../functions/http/problem.ts';

/** A longer move would take very long, and is more likely a slip of the pen. */
const FARTHEST_YEARS = 20;

export type ClockMove = { readonly ok: true; readonly targetMs: number } | { readonly ok: false; readonly problem: Problem };

const MOVE = z.union([z.strictObject({ advanceTo: z.string() }), z.strictObject({ advanceBy: z.string() })]);

/** Where `{ advanceTo }` or `{ advanceBy }` leads from now. Months and years count in UTC. */
export const parseClockMove = (body: unknown, nowMs: number): ClockMove => {
  const move = MOVE.safeParse(body);
  if (!move.success)
    return refused('', 'The body is { "advanceTo": "2027-01-15T10:00:00Z" } or { "advanceBy": "P14D" }, and nothing else.');
  const [pointer, targetMs] =
    'advanceTo' in move.data ? ['/advanceTo', parseInstant(move.data.advanceTo)] : ['/advanceBy', addDuration(nowMs, move.data.advanceBy)];
  if (targetMs === null)
    return refused(pointer, pointer === '/advanceTo' ? 'Not an instant in ISO 8601 with its offset.' : 'Not a duration in ISO 8601.');
  if (targetMs < nowMs) return refused(pointer, `The clock never goes back; it stands at ${new Date(nowMs).toISOString()}.`);
  if (targetMs > (addDuration(nowMs, `P${FARTHEST_YEARS}Y`) ?? nowMs)) return refused(pointer, `At most ${FARTHEST_YEARS} years at once.`);
  return { ok: true, targetMs };
};

/** null for text that is no instant: a date alone, or a time without its offset. */
export const parseInstant = (text: string): number | null => orNull(() => Temporal.Instant.from(text).epochMilliseconds);

const addDuration = (fromMs: number, text: string): number | null =>
  orNull(
    () => Temporal.Instant.fromEpochMilliseconds(fromMs).toZonedDateTimeISO('UTC').add(Temporal.Duration.from(text)).epochMilliseconds,
  );

const orNull = (read: () => number): number | null => {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
};

const refused = (pointer: string, detail: string): ClockMove => ({
  ok: false,
  problem: { status: 400, code: 'INVALID_REQUEST', title: 'Bad Request', detail, errors: [{ pointer, detail }] },
});
