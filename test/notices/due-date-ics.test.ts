import { expect, test } from 'vitest';
import { composeMessage } from '../../shared/notices/compose-message.ts';
import { dueDateIcs } from '../../shared/notices/due-date-ics.ts';
import { facts, item } from './facts.ts';

const STAMPED_AT = '2026-11-17T07:12:00.000Z';

test('the due date is an all-day entry that makes nobody busy, with a reminder the morning before', () => {
  expect(dueDateIcs(facts, STAMPED_AT).replaceAll('\u00a0', ' ')).toBe(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Premium Control//Due dates//EN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:Q0FSR08tMjAyNi0wMDAxMjM-2@premium-control',
      'DTSTAMP:20261117T071200Z',
      'DTSTART;VALUE=DATE:20261201',
      'DTEND;VALUE=DATE:20261202',
      'SUMMARY:Premium due: UAH 12\\,500.50\\, policy CARGO-2026-000123',
      'DESCRIPTION:Cargo\\nNadiya Insurance',
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'TRIGGER:-PT15H',
      'DESCRIPTION:Premium due: UAH 12\\,500.50\\, policy CARGO-2026-000123',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  );
});

test('a long line is folded at 75 octets, never inside a character, and unfolds to what it was', () => {
  const product = 'Страхування вантажів; морем, 🚢🚂 і залізницею '.repeat(4).trim();
  const ics = dueDateIcs({ ...facts, language: 'uk', items: [{ ...item, product }] }, STAMPED_AT);
  for (const line of ics.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(ics).not.toContain('\ufffd');
  expect(ics.replaceAll('\r\n ', '')).toContain(`DESCRIPTION:${product.replaceAll(';', '\\;').replaceAll(',', '\\,')}\\nNadiya`);
});

test('only the first reminder brings it', () => {
  const names = (calendar: object) => (composeMessage({ ...facts, ...calendar }).attachments ?? []).map(({ filename }) => filename);
  expect(names({ calendarStampedAt: STAMPED_AT })).toEqual(['due-date.ics']);
  expect(names({})).toEqual([]);
});
