import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exponentOf } from '../../shared/domain/currency.ts';
import { formatAmount, parseAmount, sum } from '../../shared/domain/money.ts';

const LARGEST = 999_999_999_999_999;

test.each([
  ['1250.50', 'UAH', 125_050],
  ['10.5', 'UAH', 1050],
  ['0.01', 'EUR', 1],
  ['0', 'EUR', 0],
  ['007.10', 'EUR', 710],
  ['1250', 'JPY', 1250],
  ['1.234', 'KWD', 1234],
  ['1.2', 'KWD', 1200],
  ['9999999999999.99', 'UAH', LARGEST],
  ['999999999999999', 'JPY', LARGEST],
  ['999999999999.999', 'KWD', LARGEST],
])('%s %s is %i minor units', (decimal, currency, amountMinor) => {
  expect(parseAmount(decimal, currency)).toEqual({ ok: true, amountMinor });
});

describe('refused, never rounded or guessed', () => {
  test.each([
    ['10.505', 'UAH', 'tooManyDecimals'],
    ['10.500', 'UAH', 'tooManyDecimals'],
    ['1250.0', 'JPY', 'tooManyDecimals'],
    ['1.2345', 'KWD', 'tooManyDecimals'],
    ['10000000000000.00', 'UAH', 'tooLarge'],
    ['999999999999999.99', 'UAH', 'tooLarge'],
    ['1000000000000', 'KWD', 'tooLarge'],
    ['1234567890123456', 'JPY', 'notANumber'],
    ['1.00', 'XXX', 'unknownCurrency'],
    ['1.00', 'uah', 'unknownCurrency'],
    ['1.00', 'constructor', 'unknownCurrency'],
    ['1.00', '', 'unknownCurrency'],
  ])('%s %s: %s', (decimal, currency, reason) => {
    expect(parseAmount(decimal, currency)).toEqual({ ok: false, reason });
  });

  const unreadable = ['', ' ', '-1.00', '+1.00', '1,50', '1 000.00', '1.', '.5', '1e3', '0x10', 'NaN', 'Infinity', '1.00\n', ' 1.00'];
  test.each([...unreadable, '1.0.0', '١٢', '１２', '1_000', '1.00 UAH'])('%j is not an amount', (decimal) => {
    expect(parseAmount(decimal, 'UAH')).toEqual({ ok: false, reason: 'notANumber' });
  });
});

test('whatever is formatted is read back, with the decimals of the currency', () => {
  const currencies = fc.constantFrom(['JPY', 0] as const, ['UAH', 2] as const, ['KWD', 3] as const);
  fc.assert(
    fc.property(currencies, fc.integer({ min: 0, max: LARGEST }), ([currency, decimals], amountMinor) => {
      const text = formatAmount({ amountMinor, currency });
      expect(text).toMatch(decimals === 0 ? /^\d+$/ : new RegExp(`^\\d+\\.\\d{${decimals}}$`));
      expect(parseAmount(text, currency)).toEqual({ ok: true, amountMinor });
    }),
  );
});

test('nothing but digits and one point is ever read, and what is read is worth what it says', () => {
  const texts = fc.oneof(fc.string(), fc.stringMatching(/^[-+ ]?[0-9]{0,17}[.,]?[0-9]{0,7}$/));
  fc.assert(
    fc.property(texts, fc.constantFrom(['JPY', 0] as const, ['EUR', 2] as const, ['BHD', 3] as const), (decimal, [currency, decimals]) => {
      const parsed = parseAmount(decimal, currency);
      if (!parsed.ok) return;
      expect(decimal).toMatch(/^[0-9]+(\.[0-9]+)?$/);
      const [whole = '', fraction = ''] = decimal.split('.');
      const exact = BigInt(whole) * 10n ** BigInt(decimals) + BigInt(fraction.padEnd(decimals, '0') || '0');
      expect(BigInt(parsed.amountMinor)).toBe(exact);
    }),
  );
});

test.each([
  [-125_050, 'UAH', '-1250.50'],
  [-5, 'UAH', '-0.05'],
  [0, 'UAH', '0.00'],
  [7, 'KWD', '0.007'],
  [7, 'JPY', '7'],
])('%i minor %s reads %s', (amountMinor, currency, text) => {
  expect(formatAmount({ amountMinor, currency })).toBe(text);
});

/* ISO 4217 list one. Funds codes (CLF, UYW …) and metals are nobody's premium. */
describe('currencies', () => {
  test.each([
    ['UAH', 2],
    ['USD', 2],
    ['HUF', 2],
    ['JPY', 0],
    ['KRW', 0],
    ['ISK', 0],
    ['UGX', 0],
    ['KWD', 3],
    ['TND', 3],
    ['XCG', 2], // the Caribbean guilder took the place of ANG in 2025
    ['VED', 2],
    ['ZWG', 2],
  ])('%s has %i decimals', (currency, decimals) => {
    expect(exponentOf(currency)).toBe(decimals);
  });

  test.each(['HRK', 'DEM', 'ANG', 'SLL', 'ZWL', 'XAU', 'XXX', 'BTC', 'EURO', 'toString'])('%s is no active currency', (currency) => {
    expect(exponentOf(currency)).toBeUndefined();
  });
});

test('nothing adds up to nothing', () => {
  expect([sum([]), sum([1, 2, 3]), sum(new Set([5, 7]))]).toEqual([0, 6, 12]);
});
