import { exponentOf } from '../currency.ts';
import type { Money } from '../money.ts';
import type { Rates } from './model.ts';

/** Decimals that a rate may have, and the most that any currency has: what keeps conversion in integers. */
const RATE_DECIMALS = 9;
const MOST_MINOR_DECIMALS = 3;

/** Up to 9 digits, up to 9 decimals, above zero. */
export const RATE_PATTERN = /^(?=.*[1-9])\d{1,9}(\.\d{1,9})?$/;

/** Several amounts as one integer that compares with others made by the same rates; currencies without a rate are left out and named. */
export interface Worth {
  readonly worth: bigint;
  readonly withoutRate: readonly string[];
}

export function worthOf(amounts: readonly Money[], rates: Rates): Worth {
  let worth = 0n;
  const withoutRate = new Set<string>();
  for (const { amountMinor, currency } of amounts) {
    const unit = worthOfMinorUnit(currency, rates);
    if (unit === undefined) withoutRate.add(currency);
    else worth += BigInt(amountMinor) * unit;
  }
  return { worth, withoutRate: [...withoutRate].sort() };
}

/**
 * In minor units of a currency that has a rate, rounded down once, at the end: rounding never lifts a client over a threshold.
 * 1,000.00 USD at 41.333333333 and 10.00 UAH → 41,343.33 UAH (41,333.333333 + 10).
 */
export function toMinorUnits(worth: bigint, currency: string, rates: Rates): number {
  const unit = worthOfMinorUnit(currency, rates);
  if (unit === undefined) throw new RangeError(`the model was accepted without a rate for ${currency}`);
  return Number(worth / unit);
}

function worthOfMinorUnit(currency: string, rates: Rates): bigint | undefined {
  const exponent = exponentOf(currency);
  const rate = Object.hasOwn(rates, currency) ? rates[currency] : undefined;
  if (exponent === undefined || rate === undefined) return undefined;
  const [whole = '', fraction = ''] = rate.split('.');
  return BigInt(whole + fraction.padEnd(RATE_DECIMALS, '0')) * 10n ** BigInt(MOST_MINOR_DECIMALS - exponent);
}
