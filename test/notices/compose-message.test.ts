import { describe, expect, test } from 'vitest';
import { localDate } from '../../shared/domain/local-date.ts';
import { composeMessage } from '../../shared/notices/compose-message.ts';
import type { NoticeFacts } from '../../shared/notices/notice-facts.ts';
import { facts, hryvnias, item, said, wordsOf } from './facts.ts';

const KINDS = ['remind', 'notice', 'task', 'escalate', 'suspend', 'lapse', 'reinstate'] as const;
const AUDIENCES = ['policyholder', 'responsible', 'informed'] as const;

const IN = {
  en: {
    installment: '2 of 4',
    outstanding: 'UAH 12,500.50',
    paid: 'UAH 17,499.50',
    dueOn: '1 December 2026',
    pastDue: '8 days',
    doBy: '11 December 2026',
    notBefore: '18 December 2026',
  },
  uk: {
    installment: '2 з 4',
    outstanding: '12 500,50 грн',
    paid: '17 499,50 грн',
    dueOn: '1 грудня 2026 року',
    pastDue: '8 днів',
    doBy: '11 грудня 2026 року',
    notBefore: '18 грудня 2026 року',
  },
  ru: {
    installment: '2 из 4',
    outstanding: '12 500,50 грн',
    paid: '17 499,50 грн',
    dueOn: '1 декабря 2026 года',
    pastDue: '8 дней',
    doBy: '11 декабря 2026 года',
    notBefore: '18 декабря 2026 года',
  },
} as const;

const LANGUAGES = ['en', 'uk', 'ru'] as const;

const action = {
  code: 'A3',
  title: 'Call the policyholder',
  technique: 'Telephone call to the person who releases payments',
  expectedResult: 'A promised payment date is recorded',
  dueOn: localDate('2026-12-11'),
  taskUrl: 'https://control.example/tasks/1?signature=a&until=b',
};

const everything: NoticeFacts = {
  ...facts,
  actions: [action],
  consequence: { kind: 'suspend', notBefore: localDate('2026-12-18') },
  contact: { name: 'Olena Koval', email: 'olena@nadiya.example' },
};

const bothForms = (given: NoticeFacts) => {
  const { text, html } = composeMessage(given);
  return [said(text), wordsOf(html)] as const;
};

describe.each(LANGUAGES)('in %s', (language) => {
  describe.each(KINDS)('%s', (kind) => {
    test.each(AUDIENCES)('tells the %s the facts, in text and in HTML', (audience) => {
      const { installment, outstanding, paid, dueOn, pastDue, doBy, notBefore } = IN[language];
      const forAll = [
        'Dnipro Logistics LLC',
        'CARGO-2026-000123',
        'Cargo',
        installment,
        outstanding,
        paid,
        dueOn,
        pastDue,
        notBefore,
        'Olena Koval',
        'olena@nadiya.example',
        'Nadiya Insurance',
      ];
      const forParticipants = [action.title, action.technique, action.expectedResult, doBy];
      const message = { ...everything, kind, audience, language };
      for (const form of bothForms(message)) {
        for (const fact of forAll) expect(form).toContain(fact);
        for (const fact of forParticipants) expect(form.includes(fact)).toBe(audience !== 'policyholder');
      }
      expect(said(composeMessage(message).subject)).toContain('CARGO-2026-000123');
      expect(composeMessage(message).html).toContain(`<html lang="${language}"`);
    });
  });
});

test.each(LANGUAGES)('no kind is told like another in %s', (language) => {
  const finalNotice = { consequence: { kind: 'lapse', notBefore: localDate('2027-01-31') } } as const;
  const messages = [...KINDS.map((kind) => ({ ...facts, kind, language })), { ...facts, ...finalNotice, language }].filter(
    ({ kind }) => kind !== 'task' && kind !== 'escalate',
  );
  expect(new Set(messages.map((message) => composeMessage(message).subject)).size).toBe(messages.length);
});

test.each([
  ['2026-11-17', 0, 'Premium due on 1 December 2026', 'due on 1 December 2026 (in 14 days)'],
  ['2026-11-30', 0, 'Premium due on 1 December 2026', '(in 1 day)'],
  ['2026-12-01', 0, 'Premium due today', 'Please pay UAH 12,500.50 today.'],
  ['2026-12-02', 1, 'Premium not yet received', 'due on 1 December 2026, has not reached us in full'],
])('a reminder of %s knows where the due date is', (today, daysPastDue, heading, sentence) => {
  const { subject, text } = composeMessage({ ...facts, kind: 'remind', today: localDate(today), items: [{ ...item, daysPastDue }] });
  expect(subject.startsWith(`${heading} – policy CARGO-2026-000123`)).toBe(true);
  expect(said(text)).toContain(sentence);
});

test('the policyholder is told how to pay until the policy has lapsed, or nothing is outstanding', () => {
  const asks = (given: Partial<NoticeFacts>) =>
    composeMessage({ ...facts, ...given }).text.includes('Payment reference: CARGO-2026-000123');
  expect(asks({})).toBe(true);
  expect(asks({ kind: 'suspend' })).toBe(true);
  expect(asks({ kind: 'lapse' })).toBe(false);
  expect(asks({ kind: 'reinstate', items: [{ ...item, outstanding: hryvnias(0) }] })).toBe(false);
  expect(asks({ audience: 'informed' })).toBe(false);
});

test('the account in the currency of the debt is shown, others are not', () => {
  const accounts = [
    { currency: 'UAH', name: 'Nadiya JSC', iban: 'UA213223130000026007233566001', registryCode: '12345678' },
    { currency: 'EUR', name: 'Nadiya JSC', iban: 'DE89370400440532013000', bic: 'COBADEFFXXX' },
  ];
  const { text } = composeMessage({ ...facts, accounts });
  expect(text).toContain('IBAN (UAH): UA21 3223 1300 0002 6007 2335 6600 1');
  expect(text).not.toContain('DE89');
});

test('several installments come as a list with a total for each currency', () => {
  const items = [
    item,
    { ...item, policyNumber: 'FLEET-7', installment: 1, installmentCount: 1, outstanding: hryvnias(100) },
    {
      ...item,
      policyNumber: 'FLEET-8',
      amount: { amountMinor: 5000, currency: 'EUR' },
      outstanding: { amountMinor: 5000, currency: 'EUR' },
    },
  ];
  for (const form of bothForms({ ...facts, items })) {
    for (const { policyNumber } of items) expect(form.split(policyNumber).length).toBeGreaterThan(2); // in the list and as a reference
    expect(form).toContain('the outstanding UAH 12,501.50 and EUR 50.00');
    expect(form).toMatch(/Total outstanding \(UAH\):? UAH 12,501\.50 Total outstanding \(EUR\):? EUR 50\.00/);
  }
  expect(said(composeMessage({ ...facts, items }).subject)).toBe(
    'Overdue premium notice – policies CARGO-2026-000123, FLEET-7 and FLEET-8, UAH 12,501.50 and EUR 50.00',
  );
});

test.each([
  ['2026-11-17', 0, 'remind', 'Please make sure that we receive UAH 12,500.50 and EUR 50.00 by then.'],
  [
    '2026-12-02',
    1,
    'remind',
    'The payments of the installments under policies CARGO-2026-000123 and FLEET-8, due on 1 December 2026, have not',
  ],
  ['2026-12-09', 8, 'notice', 'were due on 1 December 2026 and are 8 days past due.'],
  ['2026-12-11', 10, 'suspend', 'because the payments of the installments, due on 1 December 2026, have not reached us in full.'],
  ['2026-12-31', 30, 'lapse', 'because the payments of the installments, due on 1 December 2026, were not received in full.'],
] as const)('several installments are spoken of in the plural: %s', (today, daysPastDue, kind, sentence) => {
  const euros = { amountMinor: 5000, currency: 'EUR' };
  const items = [item, { ...item, policyNumber: 'FLEET-8', amount: euros, outstanding: euros }].map((i) => ({ ...i, daysPastDue }));
  const { consequence: _, ...rest } = facts;
  expect(said(composeMessage({ ...rest, kind, today: localDate(today), items }).text)).toContain(sentence);
});

test('the link to a task is for who is responsible, and only a web page is one', () => {
  const html = (given: Partial<NoticeFacts>) => composeMessage({ ...everything, kind: 'task', ...given }).html;
  expect(html({ audience: 'responsible' })).toContain('href="https://control.example/tasks/1?signature=a&amp;until=b"');
  expect(html({ audience: 'policyholder' })).not.toContain('control.example');
  expect(html({ audience: 'informed' })).not.toContain('control.example');
  expect(html({ audience: 'responsible', actions: [{ ...action, taskUrl: 'javascript:alert(1)' }] })).not.toContain('javascript');
});

test('of several tasks in one message each link says which it is for', () => {
  const second = { ...action, code: 'A9', title: 'Visit the client', taskUrl: 'https://control.example/tasks/2' };
  const [text] = bothForms({ ...everything, kind: 'task', audience: 'responsible', actions: [action, second] });
  expect(text).toContain(`Record the result: ${action.code}. ${action.title}: https://control.example/tasks/1`);
  expect(text).toContain('Record the result: A9. Visit the client: https://control.example/tasks/2');
});

test('who does an action is told whom to ask before it', () => {
  const consult = [
    { name: 'Olena Koval', email: 'olena@insurer.example' },
    { name: 'Petro Lys', email: 'petro@insurer.example' },
  ];
  for (const text of bothForms({ ...everything, kind: 'task', audience: 'responsible', actions: [{ ...action, consult }] }))
    expect(said(text)).toMatch(/Ask before:? Olena Koval \(olena@insurer.example\) and Petro Lys \(petro@insurer.example\)/);
});

test('lines of the text are at most 72 long, but for what cannot be broken', () => {
  const { text } = composeMessage({ ...everything, audience: 'responsible', language: 'uk' });
  for (const line of text.split('\n')) expect(line.length <= 72 || !line.trim().includes(' ')).toBe(true);
});

test('the HTML loads nothing from anywhere', () => {
  const { html } = composeMessage({ ...everything, audience: 'responsible' });
  expect(html).not.toMatch(/<(script|link|iframe|img)|src=|url\(|@import/);
});

test('an overdue notice in Ukrainian, in full', () => {
  const { subject, text } = composeMessage({
    ...facts,
    language: 'uk',
    policyholderName: 'ТОВ «Дніпро Логістика»',
    consequence: { kind: 'suspend', notBefore: localDate('2026-12-18') },
  });
  expect(said(subject)).toBe('Повідомлення про прострочення сплати страхової премії: договір № CARGO-2026-000123, 12 500,50 грн');
  expect(text.replaceAll('\u00a0', ' ')).toBe(`Повідомлення про прострочення сплати страхової премії

Добрий день!

Термін сплати страхового платежу (2 з 4) за договором страхування
№ CARGO-2026-000123 (Cargo) минув 1 грудня 2026 року; прострочення
становить 8 днів. Просимо невідкладно сплатити 12 500,50 грн.

Якщо кошти не надійдуть, дію страхового покриття може бути призупинено,
але не раніше 18 грудня 2026 року.

Деталі
------
Страхувальник: ТОВ «Дніпро Логістика»
Договір: CARGO-2026-000123
Продукт: Cargo
Платіж: 2 з 4
Термін сплати: 1 грудня 2026 року
Прострочення: 8 днів
Сума платежу: 30 000,00 грн
Сплачено: 17 499,50 грн
До сплати: 12 500,50 грн

Як сплатити
-----------
У призначенні платежу, будь ласка, вкажіть номер договору: за ним ми
розпізнаємо вашу оплату.

Призначення платежу: CARGO-2026-000123

Якщо ви вже сплатили, дякуємо; просимо не зважати на цей лист.
Банківський переказ може надійти не одразу.

З повагою
Nadiya Insurance

-- 
Лист надіслано автоматично системою контролю сплати премій. Nadiya
Insurance
`);
});
