import { expect, test } from 'vitest';
import { localDate } from '../../shared/domain/local-date.ts';
import { formatsOf } from '../../shared/notices/formats.ts';
import { WORDINGS } from '../../shared/notices/wording/wordings.ts';
import { said } from './facts.ts';

test.each([
  ['en', 1, '1 day'],
  ['en', 2, '2 days'],
  ['en', 21, '21 days'],
  ['uk', 1, '1 день'],
  ['uk', 2, '2 дні'],
  ['uk', 4, '4 дні'],
  ['uk', 5, '5 днів'],
  ['uk', 11, '11 днів'],
  ['uk', 12, '12 днів'],
  ['uk', 21, '21 день'],
  ['uk', 22, '22 дні'],
  ['uk', 111, '111 днів'],
  ['ru', 1, '1 день'],
  ['ru', 3, '3 дня'],
  ['ru', 5, '5 дней'],
  ['ru', 11, '11 дней'],
  ['ru', 21, '21 день'],
  ['ru', 102, '102 дня'],
] as const)('days in %s: %i', (language, count, expected) => {
  expect(WORDINGS[language].days(count)).toBe(expected);
});

test.each([
  ['en', 'UAH', 3_000_000, 'UAH 30,000.00'],
  ['uk', 'UAH', 3_000_000, '30 000,00 грн'],
  ['ru', 'UAH', 3_000_001, '30 000,01 грн'],
  ['uk', 'EUR', 125_000, '1 250,00 EUR'],
  ['en', 'EUR', 5, 'EUR 0.05'],
  ['en', 'JPY', 125_000, 'JPY 125,000'],
  ['en', 'KWD', 1_250_005, 'KWD 1,250.005'],
  ['ru', 'IQD', 1, '0,001 IQD'],
  ['en', 'UAH', Number.MAX_SAFE_INTEGER, 'UAH 90,071,992,547,409.91'],
] as const)('an amount in %s %s: %i minor units', (language, currency, amountMinor, expected) => {
  expect(said(formatsOf(language).money({ amountMinor, currency }))).toBe(expected);
});

test('an amount never breaks at the end of a line', () => {
  expect(formatsOf('uk').money({ amountMinor: 3_000_000, currency: 'UAH' })).not.toContain(' ');
});

test.each([
  ['en', ['2026-12-01'], '1 December 2026'],
  ['uk', ['2026-12-01'], '1 грудня 2026 року'],
  ['ru', ['2026-03-08'], '8 марта 2026 года'],
  ['en', ['2026-12-05', '2026-12-01', '2026-12-01'], '1 – 5 December 2026'],
  ['uk', ['2026-12-05', '2026-11-28'], '28 листопада – 5 грудня 2026 року'],
  ['ru', ['2026-12-31', '2027-01-02'], '31 декабря 2026 года – 2 января 2027 года'],
] as const)('dates in %s: %j', (language, dates, expected) => {
  expect(said(formatsOf(language).dates(dates.map(localDate)))).toBe(expected);
});
