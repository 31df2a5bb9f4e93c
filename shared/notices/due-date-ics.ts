import { addDays, type LocalDate } from '../domain/local-date.ts';
import { formatsOf } from './formats.ts';
import type { NoticeFacts, NoticeItem } from './notice-facts.ts';
import { WORDINGS } from './wording/wordings.ts';

/**
 * The due dates as a calendar file (RFC 5545): one all-day entry per installment, which doesn't make anyone busy, with a
 * reminder at 9 the morning before. `stampedAt` is the instant of the notice. The same installment always has the same UID,
 * so that a calendar replaces the entry when a later message brings it again. Lines end in CRLF.
 */
export function dueDateIcs(facts: NoticeFacts, stampedAt: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Premium Control//Due dates//EN',
    'METHOD:PUBLISH',
    ...facts.items.flatMap((item) => eventOf(item, facts, stampedAt)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventOf(item: NoticeItem, { language, insurerName }: NoticeFacts, stampedAt: string): readonly string[] {
  const { calendarEntry } = WORDINGS[language];
  const summary = escaped(calendarEntry(formatsOf(language).money(item.outstanding), item.policyNumber));
  return [
    'BEGIN:VEVENT',
    `UID:${Buffer.from(item.policyNumber, 'utf8').toString('base64url')}-${item.installment}@premium-control`,
    `DTSTAMP:${stampedAt.replace(/\.\d+Z$/, 'Z').replace(/[-:]/g, '')}`,
    `DTSTART;VALUE=DATE:${basic(item.dueOn)}`,
    `DTEND;VALUE=DATE:${basic(addDays(item.dueOn, 1))}`,
    `SUMMARY:${summary}`,
    `DESCRIPTION:${escaped(`${item.product}\n${insurerName}`)}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER:-PT15H',
    `DESCRIPTION:${summary}`,
    'END:VALARM',
    'END:VEVENT',
  ];
}

/** 2026-12-01 → 20261201 */
const basic = (date: LocalDate): string => date.replaceAll('-', '');

const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');

/** No line longer than 75 octets, continuation lines begin with a space; never inside a character (RFC 5545, 3.1). */
function folded(line: string): string {
  let result = '';
  let octets = 0;
  for (const character of line) {
    const length = Buffer.byteLength(character);
    if (octets + length > 75) {
      result += '\r\n ';
      octets = 1;
    }
    result += character;
    octets += length;
  }
  return result;
}
