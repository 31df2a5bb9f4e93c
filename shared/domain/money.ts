import { exponentOf } from './currency.ts';

/** Money as integer minor units (cents, kopiykas; JPY has none, KWD three decimals). Never a float. */
export interface Money {
  readonly amountMinor: number;
  readonly currency: string;
}

export type ParsedAmount =
  | { readonly ok: true; readonly amountMinor: number }
  | { readonly ok: false; readonly reason: 'unknownCurrency' | 'notANumber' | 'tooManyDecimals' | 'tooLarge' };

/** 15 digits: every sum of realistic premiums stays below Number.MAX_SAFE_INTEGER (9.007e15). */
const LARGEST_MINOR = 999_999_999_999_999;

/**
 * Reads a decimal string into minor units, exactly: '1250.5' UAH → 125050, '1250' JPY → 1250.
 * A sign, a comma, an exponent or more decimals than ISO 4217 gives the currency is refused, never rounded.
 */
export function parseAmount(decimal: string, currency: string): ParsedAmount {
  const exponent = exponentOf(currency);
  if (exponent === undefined) return { ok: false, reason: 'unknownCurrency' };
  const match = /^(\d{1,15})(?:\.(\d{1,6}))?$/.exec(decimal);
  if (!match) return { ok: false, reason: 'notANumber' };
  const fraction = match[2] ?? '';
  if (fraction.length > exponent) return { ok: false, reason: 'tooManyDecimals' };
  const amountMinor = Number(`${match[1]}${fraction.padEnd(exponent, '0')}`);
  return amountMinor > LARGEST_MINOR ? { ok: false, reason: 'tooLarge' } : { ok: true, amountMinor };
}

/** Minor units as the decimal string of the HTTP contract, always with the currency's decimals: 125050 UAH → '1250.50'. */
export function formatAmount({ amountMinor, currency }: Money): string {
  const exponent = exponentOf(currency) ?? 2;
  const digits = String(Math.abs(amountMinor)).padStart(exponent + 1, '0');
  const sign = amountMinor < 0 ? '-' : '';
  return exponent === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

export const sum = (amounts: Iterable<number>): number => {
  let total = 0;
  for (const amount of amounts) total += amount;
  return total;
};
