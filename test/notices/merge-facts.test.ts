import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, localDate } from '../../shared/domain/local-date.ts';
import { composeMessage } from '../../shared/notices/compose-message.ts';
import { letterKey, mergeFacts } from '../../shared/notices/merge-facts.ts';
import type { NoticeFacts } from '../../shared/notices/notice-facts.ts';
import { facts, hryvnias, item, said, wordsOf } from './facts.ts';

const accounts = [{ currency: 'UAH', name: 'Nadiya JSC', iban: 'UA213223130000026007233566001', registryCode: '12345678' }];

/** Two weeks before both are due. */
const remind: NoticeFacts = {
  ...facts,
  kind: 'remind',
  today: localDate('2026-11-17'),
  items: [{ ...item, daysPastDue: 0 }],
  accounts,
  contact: { name: 'Olena Koval', email: 'olena@nadiya.example' },
  calendarStampedAt: '2026-11-17T07:31:00.000Z',
};

const of = (given: NoticeFacts, policyNumber: string, amountMinor = 1_000_000): NoticeFacts => ({
  ...given,
  items: given.items.map((i) => ({
    ...i,
    policyNumber,
    product: 'Fleet',
    amount: hryvnias(amountMinor),
    outstanding: hryvnias(amountMinor),
  })),
});

const overdue: NoticeFacts = { ...facts, consequence: { kind: 'suspend', notBefore: localDate('2026-12-18') } };
const task: NoticeFacts = {
  ...facts,
  kind: 'task',
  audience: 'responsible',
  actions: [
    {
      code: 'A3',
      title: 'Call',
      technique: 'Call him',
      expectedResult: 'A date',
      dueOn: localDate('2026-12-11'),
      taskUrl: 'https://c.example/1',
    },
  ],
};
const withAction = (different: object): NoticeFacts => ({ ...task, actions: task.actions.map((a) => ({ ...a, ...different })) });

describe('what is told in one letter', () => {
  test.each<[string, NoticeFacts, NoticeFacts]>([
    ['reminders of two policies', remind, of(remind, 'FLEET-7')],
    ['overdue notices after which the same comes on the same day', overdue, of(overdue, 'FLEET-7')],
    [
      'one task for two policies, each with its page and day',
      task,
      withAction({ dueOn: localDate('2026-12-14'), taskUrl: 'https://c.example/2' }),
    ],
    ['what actions say to participants is nothing to the policyholder', overdue, { ...overdue, actions: task.actions }],
  ])('%s', (_, one, other) => {
    expect(letterKey(one)).toBe(letterKey(other));
  });

  test.each<[string, NoticeFacts, NoticeFacts]>([
    ['a courtesy and a notice', facts, { ...facts, kind: 'remind' }],
    ['a suspension and a notice', facts, { ...facts, kind: 'suspend' }],
    ['what is due and what is past due', { ...facts, kind: 'remind' }, { ...remind, today: facts.today }],
    [
      'the notice before a suspension and the one before a lapse',
      overdue,
      { ...overdue, consequence: { kind: 'lapse', notBefore: localDate('2026-12-18') } },
    ],
    ['two days on which cover may end', overdue, { ...overdue, consequence: { kind: 'suspend', notBefore: localDate('2026-12-21') } }],
    ['one action, before which others are to be asked', task, withAction({ consult: [{ name: 'Petro Lys', email: 'petro@c.example' }] })],
    ['who acts and who is informed', task, { ...task, audience: 'informed' }],
    ['two actions', task, withAction({ code: 'A9', title: 'Visit' })],
    ['two languages', remind, { ...remind, language: 'uk' }],
    ['two clients', remind, { ...remind, policyholderName: 'Lviv Trade LLC' }],
    ['two persons with one address', remind, { ...remind, recipient: { name: 'Accounting' } }],
    ['two persons to ask', remind, { ...remind, contact: { name: 'Ivan', email: 'ivan@nadiya.example' } }],
    ['two days', remind, { ...remind, today: addDays(remind.today, 1) }],
  ])('not %s', (_, one, other) => {
    expect(letterKey(one)).not.toBe(letterKey(other));
  });
});

const TOTAL = { en: 'UAH 22,500.50', uk: '22 500,50 грн', ru: '22 500,50 грн' } as const;
const EACH = {
  en: 'each policy whose payment is not received',
  uk: 'за кожним договором, за яким кошти не надійдуть',
  ru: 'по каждому договору, по которому средства не поступят',
} as const;

describe.each(['en', 'uk', 'ru'] as const)('in %s', (language) => {
  test.each<[string, NoticeFacts]>([
    ['reminder', remind],
    ['overdue notice', overdue],
    ['task', task],
    ['suspension', { ...facts, kind: 'suspend' }],
    ['lapse', { ...facts, kind: 'lapse' }],
  ])('a %s about two policies names both, what each owes, and the sum, in text and in HTML', (_, given) => {
    const one = { ...given, language };
    const { subject, text, html } = composeMessage(mergeFacts(one, of(one, 'FLEET-7')));
    for (const form of [said(text), wordsOf(html)]) {
      for (const fact of ['CARGO-2026-000123', 'FLEET-7', said(TOTAL[language])]) expect(form).toContain(fact);
      expect(form).toMatch(language === 'en' ? /UAH 12,500\.50.*UAH 10,000\.00/ : /12 500,50 грн.*10 000,00 грн/);
    }
    for (const number of ['CARGO-2026-000123', 'FLEET-7']) expect(subject).toContain(number);
  });

  test('the warning is about each policy by itself', () => {
    const one = { ...overdue, language };
    expect(said(composeMessage(mergeFacts(one, of(one, 'FLEET-7'))).text)).toContain(EACH[language]);
    expect(said(composeMessage(one).text)).not.toContain(EACH[language]);
  });

  test('more policies than a sentence can name are counted there, and named in the list', () => {
    const [first, ...others] = ['A', 'B', 'C', 'D', 'E'].map((number) => of({ ...overdue, language }, `FLEET-${number}`));
    const { subject, html } = composeMessage(mergeFacts(first ?? overdue, ...others));
    expect(subject).toMatch(/5 (policies|договорів|договоров)/);
    for (const number of ['A', 'B', 'C', 'D', 'E']) expect(wordsOf(html)).toContain(`FLEET-${number}`);
  });
});

test('what is paid by scanning is paid for one policy; each link says which', () => {
  const { text, attachments = [] } = composeMessage(mergeFacts(remind, of(remind, 'FLEET-7')));
  expect(attachments.map(({ filename }) => filename)).toEqual(['payment-1.png', 'payment-2.png', 'due-date.ics']);
  expect(said(text)).toContain('Pay in your banking app: CARGO-2026-000123, UAH 12,500.50');
  expect(said(text)).toContain('Pay in your banking app: FLEET-7, UAH 10,000.00');
  expect(said(text)).toContain('Please make a payment for each policy, with its number as the payment reference');
});

test('the calendar file has an entry for each installment', () => {
  const { attachments = [] } = composeMessage(mergeFacts(remind, of(remind, 'FLEET-7')));
  const calendar = Buffer.from(attachments.at(-1)?.content ?? []).toString();
  expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(2);
  expect(calendar).toContain('policy FLEET-7');
});

test('a task for two policies is said once, with a link for each', () => {
  const second = of(withAction({ taskUrl: 'https://c.example/2' }), 'FLEET-7');
  const text = said(composeMessage(mergeFacts(task, second)).text);
  expect(text.match(/Call him/g)).toHaveLength(1);
  expect(text).toContain('Policy: CARGO-2026-000123 and FLEET-7');
  expect(text).toContain('Record the result: CARGO-2026-000123: https://c.example/1');
  expect(text).toContain('Record the result: FLEET-7: https://c.example/2');
});

test('two notices about one installment are one line', () => {
  expect(mergeFacts(remind, remind).items).toEqual(remind.items);
});

test('one alone stays as it is', () => {
  expect(mergeFacts(remind)).toBe(remind);
});

test('in whatever order they come, the letter is the same, byte for byte', () => {
  const all = Array.from({ length: 6 }, (_, n) => {
    const one = of(remind, `FLEET-${n % 4}`, 100 + n);
    return { ...one, items: one.items.map((i) => ({ ...i, installment: n + 1, dueOn: addDays(i.dueOn, n % 2) })) };
  });
  const inOrder = composeMessage(mergeFacts(all[0] ?? remind, ...all.slice(1)));
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: 6, maxLength: 6 }), ([first = remind, ...others]) => {
      const { text, html } = composeMessage(mergeFacts(first, ...others));
      expect([text, html]).toEqual([inOrder.text, inOrder.html]);
    }),
    { numRuns: 10 },
  );
});
