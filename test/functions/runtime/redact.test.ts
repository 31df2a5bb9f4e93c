import { expect, test } from 'vitest';
import { redact } from '../../../functions/runtime/redact.ts';

const text = (value: unknown): string => JSON.stringify(redact(value));

test('ids and codes stay as they are', () => {
  const facts = {
    policyNumber: 'CARGO-2026-000123',
    noticeId: '01M82KPT61RSWCN9TR461CQRYK',
    at: '2026-12-18T07:58:00.034Z',
    count: 3,
    none: null,
  };
  expect(redact(facts)).toEqual(facts);
});

test.each([
  ['a name', { name: 'Olena Koval' }, 'Olena'],
  ['a payer, deep inside', { payment: [{ payer: 'Dnipro Logistics LLC' }] }, 'Dnipro'],
  ['an address in a text', { reason: 'no such box: Olena.Koval+x@insurer.example!' }, 'insurer.example'],
  ['a taxpayer’s number in a text', { detail: 'РНОКПП 1234567890, оплата' }, '1234567890'],
  ['an address in the message of an error', { error: new Error('cannot send to cfo@example.com') }, 'cfo@'],
  ['an address in the cause of an error', { error: new Error('failed', { cause: new Error('cfo@example.com') }) }, 'cfo@'],
])('%s is hashed', (_, facts, secret) => {
  expect(text(facts)).not.toContain(secret);
  expect(text(facts)).toMatch(/#[0-9a-f]{10}/);
});

test('two lines about one person are seen to belong together', () => {
  expect(redact({ email: 'Olena@insurer.example' })).toEqual(redact({ email: 'olena@insurer.example' }));
});

test('what libraries hang on an error (whole requests) is not logged', () => {
  expect(text({ error: Object.assign(new Error('refused'), { Item: { name: { S: 'Olena Koval' } } }) })).not.toContain('Koval');
});
