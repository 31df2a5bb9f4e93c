import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkpointInstant } from '../../shared/domain/checkpoint-dates.ts';
import { addDays, localDate } from '../../shared/domain/local-date.ts';

const on = localDate;
const policy = (clientId: string, timeZone = 'Europe/Kyiv') => ({ clientId, timeZone });
/** What a clock on the wall shows, told by the runtime's own calendar. */
const wall = (instant: number, timeZone: string) => {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return format.format(instant);
};

test('between 09:00 and 10:59 local time, the same on every day for a client, clock changes included', () => {
  const zones = fc.constantFrom('Europe/Kyiv', 'Europe/London', 'America/New_York', 'Asia/Kathmandu', 'Africa/Cairo', 'UTC');
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 64 }), zones, fc.nat(3600), (clientId, timeZone, day) => {
      const first = wall(checkpointInstant(on('2026-01-15'), policy(clientId, timeZone)), timeZone);
      const date = addDays(on('2026-01-01'), day);
      const [shown, time] = wall(checkpointInstant(date, policy(clientId, timeZone)), timeZone).split(' ');
      expect(shown).toBe(date);
      expect(time).toBe(first.split(' ')[1]);
      expect(time).toMatch(/^(09|10):[0-5]\d:00$/);
    }),
  );
});

test.each([
  ['spring: Friday to Monday is an hour short', '2027-03-26', '2027-03-29', 71],
  ['autumn: an hour long', '2026-10-23', '2026-10-26', 73],
  ['no change', '2026-11-20', '2026-11-23', 72],
])('%s', (_, friday, monday, hours) => {
  const [from, to] = [friday, monday].map((date) => checkpointInstant(on(date), policy('CARGO-2026-000123')));
  expect(((to ?? 0) - (from ?? 0)) / 3_600_000).toBe(hours);
});

test('clients are spread over the two hours, evenly', () => {
  const minutes = Array.from({ length: 12_000 }, (_, n) => {
    const at = checkpointInstant(on('2026-12-01'), policy(`CARGO-2026-${String(n).padStart(6, '0')}`));
    return (at - Date.parse('2026-12-01T07:00:00Z')) / 60_000;
  });
  const perMinute = new Map<number, number>();
  for (const minute of minutes) perMinute.set(minute, (perMinute.get(minute) ?? 0) + 1);
  expect([...perMinute.keys()].toSorted((a, b) => a - b)).toEqual(Array.from({ length: 120 }, (_, n) => n));
  expect(Math.max(...perMinute.values())).toBeLessThan(150); // 100 on average; σ is 10
  expect(Math.min(...perMinute.values())).toBeGreaterThan(50);
});

test('all policies of a client have one minute', () => {
  const of = (policyNumber: string) => checkpointInstant(on('2026-12-01'), { ...policy('UA-1'), ...{ policyNumber } });
  expect(of('CARGO-1')).toBe(of('FLEET-2'));
});

test('it is one number for ever: a client keeps his minute over releases', () => {
  const minuteOf = (clientId: string) =>
    (checkpointInstant(on('2026-12-01'), policy(clientId)) - Date.parse('2026-12-01T07:00:00Z')) / 60_000;
  // FNV-1a over UTF-16 units with murmur3's finaliser, modulo 120: computed with another program
  expect(['CARGO-2026-000123', 'ДОГ/2026-№7', 'x'].map(minuteOf)).toEqual([58, 39, 84]);
});
