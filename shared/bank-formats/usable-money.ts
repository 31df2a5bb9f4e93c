import { type LocalDate, parseLocalDate } from '../domain/local-date.ts';
import { type ParsedAmount, parseAmount } from '../domain/money.ts';
import type { EntryFacts } from './statement-item.ts';

export interface UsableMoney {
  readonly amount: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly bookedOn: LocalDate;
}

type Claimed = Pick<EntryFacts, 'amount' | 'currency' | 'bookedOn' | 'valueOn'>;

/** The money of an entry, or why it is none. Nothing is rounded and nothing assumed: a person decides about what is rejected. */
export function usableMoney({ amount, currency, bookedOn, valueOn }: Claimed): UsableMoney | string {
  if (amount === undefined) return 'the amount is missing';
  if (currency === undefined) return 'the currency is missing: the entry stands outside a statement that names it';
  const parsed = parseAmount(amount, currency);
  if (!parsed.ok) return `${amount} ${currency}: ${WHY_NOT[parsed.reason]}`;
  if (parsed.amountMinor === 0) return `${amount} ${currency}: nothing was paid`;
  const on = bookedOn ?? valueOn;
  if (on === undefined) return 'the booking date is missing';
  const date = parseLocalDate(on);
  return date === undefined ? `'${on}' is not a date` : { amount, amountMinor: parsed.amountMinor, currency, bookedOn: date };
}

const WHY_NOT: Readonly<Record<Extract<ParsedAmount, { ok: false }>['reason'], string>> = {
  unknownCurrency: 'not a currency of ISO 4217 in use',
  notANumber: 'not an amount',
  tooManyDecimals: 'more decimals than the currency has',
  tooLarge: 'too large to be an amount',
};
