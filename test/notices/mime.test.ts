import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composeMessage } from '../../shared/notices/compose-message.ts';
import { type Envelope, mimeOf } from '../../shared/notices/mime.ts';
import type { Message } from '../../shared/notices/notice-facts.ts';
import { facts } from './facts.ts';
import { leaves, parseMime } from './parse-mime.ts';

const envelope: Envelope = {
  from: { name: 'СК «Надія»', email: 'premium@nadiya.example' },
  language: 'uk',
  to: { name: 'ТОВ «Дніпро Логістика», відділ розрахунків', email: 'cfo@dnipro.example' },
  replyTo: { name: 'Olena Koval', email: 'olena@nadiya.example' },
  noticeIds: ['ДОГ/2026-№7#1#C1'],
  writtenAt: '2026-11-17T07:12:00.000Z',
};

const message = composeMessage({
  ...facts,
  language: 'uk',
  kind: 'remind',
  calendarStampedAt: envelope.writtenAt,
  accounts: [{ currency: 'UAH', name: 'АТ «СК «Надія»', iban: 'UA213223130000026007233566001', registryCode: '12345678' }],
});

const mail: Message & Envelope = { ...message, ...envelope };

const parsed = async (given: Message & Envelope) => parseMime(Buffer.from(await mimeOf(given, given)));

test('the message reads back as it was: text, HTML, the picture inside it, the calendar', async () => {
  const read = await parsed(mail);
  const [text, html, picture, calendar] = leaves(read);
  expect(leaves(read).map(({ headers }) => headers.get('content-type')?.split(';')[0])).toEqual([
    'text/plain',
    'text/html',
    'image/png',
    'text/calendar',
  ]);
  expect(text?.content.toString('utf8').replaceAll('\r\n', '\n')).toBe(message.text);
  expect(html?.content.toString('utf8').replaceAll('\r\n', '\n')).toBe(message.html);
  expect(picture?.headers.get('content-id')).toBe('<payment-1@premium-control>');
  expect(picture?.headers.get('content-disposition')).toContain('inline');
  expect(calendar?.headers.get('content-disposition')).toContain('filename=due-date.ics');
  const attachments = message.attachments ?? [];
  expect(
    [picture, calendar].map((part) => part?.content.equals(attachments[part === picture ? 0 : 1]?.content ?? Buffer.alloc(0))),
  ).toEqual([true, true]);
});

test('the headers say who writes to whom, and that nobody need answer automatically', async () => {
  const { headers } = await parsed(mail);
  expect(headers.get('from')).toBe('СК «Надія» <premium@nadiya.example>');
  expect(headers.get('to')).toBe('ТОВ «Дніпро Логістика», відділ розрахунків <cfo@dnipro.example>');
  expect(headers.get('reply-to')).toBe('Olena Koval <olena@nadiya.example>');
  expect(headers.get('subject')).toBe(message.subject);
  expect(headers.get('date')).toBe('Tue, 17 Nov 2026 07:12:00 +0000');
  expect(headers.get('message-id')).toMatch(/^<[0-9a-f]{32}@nadiya\.example>$/);
  expect(headers.get('auto-submitted')).toBe('auto-generated');
});

test('the same mail gives the same bytes, another notice others', async () => {
  const once = Buffer.from(await mimeOf(message, envelope));
  expect(once.equals(Buffer.from(await mimeOf(message, envelope)))).toBe(true);
  expect((await parsed({ ...mail, noticeIds: ['other'] })).headers.get('message-id')).not.toBe(parseMime(once).headers.get('message-id'));
});

test('every line ends in CRLF and is short enough for any server', async () => {
  const raw = Buffer.from(await mimeOf(message, envelope)).toString('latin1');
  expect(raw).not.toMatch(/(?<!\r)\n/);
  for (const line of raw.split('\r\n')) expect(line.length).toBeLessThanOrEqual(78);
});

test('a plain message has two forms and no more', async () => {
  const plain = { subject: 'Hello', text: 'text', html: '<p>html</p>' };
  expect(leaves(await parsed({ ...envelope, ...plain })).map(({ content }) => content.toString('utf8').trim())).toEqual([
    'text',
    '<p>html</p>',
  ]);
});

test('a text that knows the boundaries does not end its part', async () => {
  const boundary = /boundary="([^"]+)"/.exec(Buffer.from(await mimeOf(message, envelope)).toString('latin1'))?.[1];
  const text = `Dear\n--${boundary}\nContent-Type: text/html\n\nforged\n--${boundary}--\n`;
  const read = leaves(await parsed({ ...mail, text, html: text }));
  expect(read.length).toBe(4);
  expect(read[0]?.content.toString('utf8').replaceAll('\r\n', '\n')).toBe(text);
});

test('no name, subject or text adds a header, a recipient or a part', async () => {
  const injected = fc.constantFrom(
    '\r\nBcc: victim@example.com',
    '\n\n',
    '\r\n.\r\n',
    '>, <victim@example.com',
    '\r\n--=_pc',
    '", <victim@example.com> "',
  );
  const text = fc.tuple(fc.string({ unit: 'binary' }), injected, fc.string()).map((parts) => parts.join(''));
  const names = (await parsed(mail)).headers.keys().toArray();
  await fc.assert(
    fc.asyncProperty(text, text, text, async (name, subject, body) => {
      const read = await parsed({ ...mail, subject: `Subject ${subject}`, text: body, to: { name, email: 'cfo@dnipro.example' } });
      expect(read.headers.keys().toArray()).toEqual(names);
      expect(read.headers.get('to')?.endsWith('cfo@dnipro.example>') || read.headers.get('to') === 'cfo@dnipro.example').toBe(true);
      expect(leaves(read).length).toBe(4);
    }),
    { numRuns: 150 },
  );
});
