import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localDate } from '../../shared/domain/local-date.ts';
import { composeMessage } from '../../shared/notices/compose-message.ts';
import type { NoticeFacts } from '../../shared/notices/notice-facts.ts';
import { facts, item } from './facts.ts';

const attack = fc.constantFrom(
  '"><script>alert(1)</script>',
  "' onerror='alert(1)",
  '</td></tr></table><h1>',
  '<!--',
  '-->',
  '&lt;b&gt;&#60;',
  'Ltd\r\nBcc: victim@example.com\r\n\r\nbody',
  '\u202Eltd.gpj\u2066',
  '\u0000\u001b[2J\u0085\u2028',
  '\ud800',
);

/** From nowhere near a name to a name with an attack in it. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.tuple(fc.string(), attack, fc.string()).map((parts) => parts.join('')),
);

const hostileFacts: fc.Arbitrary<NoticeFacts> = fc
  .record({
    kind: fc.constantFrom('remind', 'notice', 'task', 'escalate', 'suspend', 'lapse', 'reinstate'),
    audience: fc.constantFrom('policyholder', 'responsible', 'informed'),
    language: fc.constantFrom('en', 'uk', 'ru'),
    texts: fc.array(hostile, { minLength: 11, maxLength: 11 }),
  })
  .map(({ texts, ...rest }) => withTexts(rest, texts));

function withTexts(rest: Pick<NoticeFacts, 'kind' | 'audience' | 'language'>, texts: readonly string[]): NoticeFacts {
  const [insurerName = '', name = '', policyholderName = '', policyNumber = '', product = ''] = texts;
  const [code = '', title = '', technique = '', expectedResult = '', contactName = '', email = ''] = texts.slice(5);
  return {
    ...facts,
    ...rest,
    insurerName,
    policyholderName,
    recipient: { name },
    items: [{ ...item, policyNumber, product }],
    actions: [
      {
        code,
        title,
        technique,
        expectedResult,
        consult: [{ name: contactName, email }],
        dueOn: localDate('2026-12-11'),
        taskUrl: 'https://control.example/tasks/1',
      },
    ],
    contact: { name: contactName, email },
    accounts: [{ currency: 'UAH', name: 'Nadiya JSC', iban: 'UA213223130000026007233566001' }],
  };
}

/** Every tag with the names of its attributes, all of them quoted, in order: what the texts say must not show in it. */
function skeleton(html: string): readonly string[] {
  const tag = /<(!--[\s\S]*?--|[/!]?[a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"<>]*")?)*)\s*>/gi;
  const tags = [...html.matchAll(tag)].map(([, name, attributes = '']) => `${name} ${attributes.replace(/="[^"]*"/g, '')}`);
  expect(html.replace(tag, '')).not.toMatch(/[<>"]/);
  return tags;
}

test('whatever the texts are, the HTML has the tags and attributes it would have with plain ones', () => {
  fc.assert(
    fc.property(hostileFacts, (given) => {
      const plain = withTexts(
        given,
        Array.from({ length: 11 }, () => 'plain'),
      );
      expect(skeleton(composeMessage(given).html)).toEqual(skeleton(composeMessage(plain).html));
    }),
    { numRuns: 300 },
  );
});

test('whatever the texts are, the subject is one well-formed line of bounded length', () => {
  fc.assert(
    fc.property(hostileFacts, (given) => {
      const { subject, text, html } = composeMessage(given);
      expect(subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
      expect(subject).not.toMatch(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
      expect(subject.length).toBeLessThanOrEqual(180);
      for (const form of [subject, text, html]) expect(form.isWellFormed()).toBe(true);
      expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
    }),
    { numRuns: 300 },
  );
});
