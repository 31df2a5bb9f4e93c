import type { Money } from '../../../../shared/domain/money.ts';
import { DEFAULT_MODEL } from '../../../../shared/domain/significance/default-model.ts';
import type { Random, Range } from '../random.ts';
import type { Country, Volume } from './companies.ts';
import type { Line } from './lines.ts';

export type Currency = 'UAH' | 'EUR' | 'USD';

/** A year's premium of one policy, in thousands of UAH. */
const PREMIUMS: Readonly<Record<Volume, Range>> = { high: [320, 950], middle: [70, 210], low: [18, 55] };

const HARD: readonly [Currency, ...Currency[]] = ['EUR', 'USD'];
const HOME: Readonly<Record<Country, Currency>> = { UA: 'UAH', PL: 'EUR', DE: 'EUR' };
const ABROAD_OF_TEN = 4;

export const currencyOf = (country: Country, line: Line, random: Random): Currency =>
  line.abroad && random.between([1, 10]) <= ABROAD_OF_TEN ? random.pick(HARD) : HOME[country];

/** To the cent, as tariffs make them: 87 thousand UAH and a bit → 1,775.51 EUR. */
export const premiumOf = (volume: Volume, currency: Currency, random: Random): Money => {
  const uahMinor = random.between(PREMIUMS[volume]) * 100_000 + random.between([0, 99_999]);
  return { amountMinor: inCurrency(uahMinor, currency), currency };
};

/** By the rates that clients are compared at. */
export const inCurrency = (uahMinor: number, currency: Currency): number => Math.round(uahMinor / Number(DEFAULT_MODEL.rates[currency]));
