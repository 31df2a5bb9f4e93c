import { expect, test } from 'vitest';
import { epcCode } from '../../../shared/notices/payment-code/epc-code.ts';
import { nbuCode } from '../../../shared/notices/payment-code/nbu-code.ts';
import type { PaymentRequest } from '../../../shared/notices/payment-code/payment-request.ts';

const euros: PaymentRequest = {
  account: { currency: 'EUR', name: 'Nadiya Versicherung AG', iban: 'DE89 3704 0044 0532 0130 00', bic: 'COBADEFFXXX' },
  amount: { amountMinor: 125_000, currency: 'EUR' },
  policyNumber: 'CARGO-2026-000123',
};

test('a code for euros is the eleven lines of EPC069-12', () => {
  expect(epcCode(euros)).toBe(
    'BCD\n002\n1\nSCT\nCOBADEFFXXX\nNadiya Versicherung AG\nDE89370400440532013000\nEUR1250.00\n\n\nCARGO-2026-000123',
  );
});

const account = (changes: object) => ({ ...euros, account: { ...euros.account, ...changes } });

test.each([
  ['another currency', { ...euros, amount: { amountMinor: 1, currency: 'USD' } }],
  ['nothing to pay', { ...euros, amount: { amountMinor: 0, currency: 'EUR' } }],
  ['more than a transfer carries', { ...euros, amount: { amountMinor: 100_000_000_000, currency: 'EUR' } }],
  ['an account outside SEPA', account({ iban: 'UA213223130000026007233566001' })],
  ['a reference that banks would change, so that it misses its policy', { ...euros, policyNumber: 'ДОГ/2026-№7' }],
  ['a line break, which would shift the fields', { ...euros, policyNumber: 'A\nB' }],
  ['a name in other letters', account({ name: 'Надія' })],
  ['a name over 70 characters', account({ name: 'N'.repeat(71) })],
])('there is no code for euros with %s', (_, request) => {
  expect(epcCode(request)).toBeUndefined();
});

test('the bank may be left out within the European Economic Area, not beyond', () => {
  const { bic: _, ...withoutBic } = euros.account;
  expect(epcCode({ ...euros, account: withoutBic })?.split('\n')[4]).toBe('');
  expect(epcCode({ ...euros, account: { ...withoutBic, iban: 'CH9300762011623852957' } })).toBeUndefined();
});

const hryvnias: PaymentRequest = {
  account: { currency: 'UAH', name: 'АТ «СК «Надія»', iban: 'UA213223130000026007233566001', registryCode: '12345678' },
  amount: { amountMinor: 1_250_050, currency: 'UAH' },
  policyNumber: 'ДОГ/2026-№7',
};

const fieldsOf = (link = '') => Buffer.from(link.replace('https://bank.gov.ua/qr/', ''), 'base64url').toString('utf8').split('\n');

test('a code for hryvnias is the address with the thirteen fields of format 002', () => {
  const link = nbuCode(hryvnias);
  expect(link).toMatch(/^https:\/\/bank\.gov\.ua\/qr\/[\w-]+$/);
  expect(fieldsOf(link)).toEqual([
    'BCD',
    '002',
    '1',
    'UCT',
    '',
    'АТ «СК «Надія»',
    'UA213223130000026007233566001',
    'UAH12500.50',
    '12345678',
    '',
    '',
    'Страхова премія за договором ДОГ/2026-№7',
    '',
  ]);
});

test.each([
  [300, 'UAH3'],
  [350, 'UAH3.50'],
  [1, 'UAH0.01'],
  [99_999_999_999, 'UAH999999999.99'],
])('%i kopiykas are written %s', (amountMinor, expected) => {
  expect(fieldsOf(nbuCode({ ...hryvnias, amount: { amountMinor, currency: 'UAH' } }))[7]).toBe(expected);
});

test.each([
  ['no code of the recipient', { ...hryvnias, account: { currency: 'UAH', name: 'Надія', iban: hryvnias.account.iban } }],
  ['an account elsewhere', { ...hryvnias, account: { ...hryvnias.account, iban: 'DE89370400440532013000' } }],
  ['another currency', { ...hryvnias, amount: { amountMinor: 1, currency: 'EUR' } }],
  ['a character that Windows-1251 lacks', { ...hryvnias, policyNumber: '保険-7' }],
  ['a line break', { ...hryvnias, policyNumber: 'A\nB' }],
  ['a no-break space, which annex 1 forbids', { ...hryvnias, policyNumber: 'A\u00a0B' }],
  ['more text than the address holds', { ...hryvnias, account: { ...hryvnias.account, name: 'Я'.repeat(140) } }],
])('there is no code for hryvnias with %s', (_, request) => {
  expect(nbuCode(request)).toBeUndefined();
});
