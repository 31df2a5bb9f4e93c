import { exponentOf } from '../currency.ts';
import { type Money, parseAmount } from '../money.ts';
import { type Place, quoted } from './place.ts';
import { type Draft, type Reader, record, required, scalar } from './readers.ts';

interface WrittenMoney {
  readonly amount: string;
  readonly currency: string;
}

const WHAT = 'an amount such as { "amount": "100.00", "currency": "UAH" }';

const written = record<WrittenMoney>(WHAT, {
  amount: required(scalar('a decimal text such as "100.00"', (value) => (typeof value === 'string' ? value : undefined))),
  currency: required(
    scalar('a currency code of ISO 4217', (value) => (typeof value === 'string' && isCurrency(value) ? value : undefined)),
  ),
});

/** Money as the contract writes it. A threshold may be zero, an amount that something depends on may not. */
export const money = (least: 'zero' | 'aboveZero'): Reader<Money> => ({
  what: WHAT,
  read: (value, place) => {
    const draft = written.read(value, place);
    return draft && inMinorUnits(draft, least, place);
  },
});

export const currencyCode: Reader<string> = scalar('a currency code of ISO 4217 such as "UAH"', (value) =>
  typeof value === 'string' && isCurrency(value) ? value : undefined,
);

const isCurrency = (code: string): boolean => exponentOf(code) !== undefined;

function inMinorUnits({ amount, currency }: Draft<WrittenMoney>, least: 'zero' | 'aboveZero', place: Place): Money | undefined {
  if (amount === undefined || currency === undefined) return undefined;
  const parsed = parseAmount(amount, currency);
  if (!parsed.ok) return place.at('amount').report(`${quoted(amount)} ${cure(parsed.reason, currency)}`);
  if (parsed.amountMinor === 0 && least === 'aboveZero')
    return place.at('amount').report('is zero; give an amount above zero, or leave it out');
  return { amountMinor: parsed.amountMinor, currency };
}

function cure(reason: 'unknownCurrency' | 'notANumber' | 'tooManyDecimals' | 'tooLarge', currency: string): string {
  switch (reason) {
    case 'unknownCurrency':
      return `has no currency: ${currency} is not in ISO 4217`;
    case 'notANumber':
      return 'is not an amount: write digits with a point, such as "100.00"';
    case 'tooManyDecimals':
      return `has more decimals than ${currency} has; give ${exponentOf(currency)} at most`;
    case 'tooLarge':
      return 'is larger than any premium; give at most 15 digits';
  }
}
