import { Temporal } from 'temporal-polyfill';
import { type Cron, parseCron } from './cron.ts';
import { nextCronOccurrence } from './cron-occurrence.ts';

/** When a schedule fires: once at an instant, every so often from an anchor, or by a local calendar. */
export type Expression =
  | { readonly kind: 'at'; readonly atMs: number }
  | { readonly kind: 'rate'; readonly everyMs: number }
  | { readonly kind: 'cron'; readonly cron: Cron; readonly timeZone: string };

const MINUTE_MS = 60_000;
const UNIT_MS = { minute: MINUTE_MS, hour: 60 * MINUTE_MS, day: 24 * 60 * MINUTE_MS } as const;

/** Reads at(…), rate(…) or cron(…); throws a RangeError that says what is wrong. A day of rate() is 24 hours, also when clocks change. */
export const parseExpression = (text: string, timeZone: string): Expression => {
  const [, kind, body = ''] = /^(at|rate|cron)\((.*)\)$/.exec(text.trim()) ?? [];
  switch (kind) {
    case 'at':
      return { kind, atMs: parseAt(body, timeZone) };
    case 'rate':
      return { kind, everyMs: parseRate(body) };
    case 'cron':
      return { kind, cron: parseCron(body), timeZone };
    default:
      throw new RangeError('an expression is at(…), rate(…) or cron(…)');
  }
};

const parseAt = (body: string, timeZone: string): number => {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(body)) throw new RangeError('at() takes yyyy-mm-ddThh:mm:ss');
  return Temporal.PlainDateTime.from(body).toZonedDateTime(timeZone).epochMilliseconds;
};

const parseRate = (body: string): number => {
  const [, count = '', unit = ''] = /^([1-9]\d{0,8}) (minute|hour|day)s?$/.exec(body) ?? [];
  if (unit !== 'minute' && unit !== 'hour' && unit !== 'day')
    throw new RangeError('rate() takes a positive number and minutes, hours or days');
  return Number(count) * UNIT_MS[unit];
};

/**
 * First occurrence at or after `fromMs`, or null when there is none. `anchorMs` is the first occurrence of a rate.
 * rate(15 minutes) anchored at 10:00, from 10:16 → 10:30.
 */
export const occurrenceFrom = (expression: Expression, fromMs: number, anchorMs: number): number | null => {
  switch (expression.kind) {
    case 'at':
      return expression.atMs >= fromMs ? expression.atMs : null;
    case 'rate':
      return anchorMs + Math.max(0, Math.ceil((fromMs - anchorMs) / expression.everyMs)) * expression.everyMs;
    case 'cron':
      return nextCronOccurrence(expression.cron, expression.timeZone, fromMs - 1);
  }
};
