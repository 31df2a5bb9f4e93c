import { expect, test } from 'vitest';
import { localDate } from '../../shared/domain/local-date.ts';
import type { ReliefTerms } from '../../shared/domain/relief-request.ts';
import { approvalAction, undeliveredAction } from '../../shared/notices/own-action.ts';
import { said } from './facts.ts';

const on = localDate('2026-12-21');

const titleOf = (terms: ReliefTerms, language: 'en' | 'uk' | 'ru' = 'en') =>
  said(
    approvalAction({ asked: { reliefId: 'r-1', reason: 'cash gap', terms }, by: 'olena@insurer.example', currency: 'UAH', language }).title,
  );

test.each<[ReliefTerms, string]>([
  [{ kind: 'deferral', installment: 2, newDueOn: on }, 'Decide on relief: deferral of installment 2 to 21 December 2026'],
  [{ kind: 'deferral', installment: 2 }, 'Decide on relief: deferral of installment 2'],
  [{ kind: 'promise', promisedOn: on }, 'Decide on relief: promise to pay by 21 December 2026'],
  [{ kind: 'promise', promisedOn: on, amountMinor: 1_000_000 }, 'Decide on relief: promise to pay UAH 10,000.00 by 21 December 2026'],
  [{ kind: 'hold', until: on }, 'Decide on relief: hold of the process until 21 December 2026'],
  [
    {
      kind: 'agreement',
      slices: [
        { dueOn: on, amountMinor: 5_000 },
        { dueOn: on, amountMinor: 5_001 },
      ],
    },
    'Decide on relief: new payment agreement: UAH 100.01 in 2 installments',
  ],
  [
    {
      kind: 'writeOff',
      shares: [
        { installment: 1, amountMinor: 5_000 },
        { installment: 2, amountMinor: 7 },
      ],
    },
    'Decide on relief: write-off of UAH 50.07',
  ],
])('an approver is asked for %o', (terms, title) => {
  expect(titleOf(terms)).toBe(title);
});

test('who asked and why stands in the task, in the language of who gets it', () => {
  const asked = { reliefId: 'r-1', reason: 'касовий розрив', terms: { kind: 'hold', until: on } as const };
  const action = approvalAction({ asked, by: 'olena@insurer.example', currency: 'UAH', language: 'uk' });
  expect(action).toMatchObject({
    code: 'approval',
    title: expect.stringContaining('до 21 грудня 2026'),
    technique: expect.stringContaining('olena@insurer.example. Причина: касовий розрив'),
  });
  expect(titleOf({ kind: 'deferral', installment: 1, newDueOn: on }, 'ru')).toContain('отсрочка платежа № 1 до 21 декабря 2026');
});

test.each(['en', 'uk', 'ru'] as const)('a dead address is named, with what the mail service said: %s', (language) => {
  const { title, technique } = undeliveredAction({ address: 'cfo@client.example', reason: 'Permanent General', language });
  expect([title.includes('cfo@client.example'), technique.includes('Permanent General')]).toEqual([true, true]);
});
