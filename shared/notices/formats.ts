import { exponentOf } from '../domain/currency.ts';
import type { LocalDate } from '../domain/local-date.ts';
import { formatAmount, type Money } from '../domain/money.ts';
import type { Language } from '../domain/regulation.ts';

/** Dates, amounts, lists and plurals as a reader of the language writes them. */
export interface Formats {
  /** 1 December 2026 · 1 грудня 2026 року */
  date(date: LocalDate): string;
  /** From the first to the last of several: 1 – 5 December 2026; one date when they are the same. */
  dates(dates: readonly LocalDate[]): string;
  /** UAH 30,000.00 · 30 000,00 грн. Exact however large: formatted from decimal digits, never through a float. */
  money(money: Money): string;
  /** 30,000.00 · -1 030,00: for a column whose head names the currency. */
  amount(money: Money): string;
  /** a, b and c */
  list(parts: readonly string[]): string;
}

interface Conventions {
  readonly locale: string;
  /** Ukrainian and Russian shorten 'year' after the date ('р.'), which reads badly before a full stop: spelled out instead. */
  readonly afterYear: string;
  /** How business letters name a currency where they don't use its code. */
  readonly currencyNames: Readonly<Record<string, string>>;
}

const CONVENTIONS: Readonly<Record<Language, Conventions>> = {
  en: { locale: 'en-GB', afterYear: '', currencyNames: {} },
  uk: { locale: 'uk', afterYear: ' року', currencyNames: { UAH: 'грн' } },
  ru: { locale: 'ru', afterYear: ' года', currencyNames: { UAH: 'грн' } },
};

export function formatsOf(language: Language): Formats {
  const { locale, afterYear, currencyNames } = CONVENTIONS[language];
  const days = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const range = (first: LocalDate, last: LocalDate) =>
    withoutTail(days.formatRangeToParts(midnight(first), midnight(last)), 'year') + afterYear;

  return {
    date: (date) => range(date, date),
    dates: (dates) => {
      const [first, last] = [dates.toSorted().at(0), dates.toSorted().at(-1)];
      if (!first || !last) return '';
      return first.slice(0, 4) === last.slice(0, 4) ? range(first, last) : `${range(first, first)} – ${range(last, last)}`;
    },
    money: (money) => {
      const parts = numberFormat(locale, money.currency, 'currency').formatToParts(decimal(money));
      return parts.map(({ type, value }) => (type === 'currency' ? (currencyNames[value] ?? value) : value)).join('');
    },
    amount: (money) => numberFormat(locale, money.currency, 'decimal').format(decimal(money)),
    list: (parts) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts),
  };
}

const midnight = (date: LocalDate): Date => new Date(`${date}T00:00:00Z`);

/** The parts up to the last one of the type, joined: what follows the year is a language's own business. */
function withoutTail(parts: readonly { readonly type: string; readonly value: string }[], type: string): string {
  const end = parts.findLastIndex((part) => part.type === type);
  return parts
    .slice(0, end + 1)
    .map(({ value }) => value)
    .join('');
}

/** Decimals by ISO 4217, as the money has them; what Intl knows of a currency's decimals is custom (it gives IQD none). */
function numberFormat(locale: string, currency: string, style: 'currency' | 'decimal'): Intl.NumberFormat {
  const decimals = exponentOf(currency) ?? 2;
  return new Intl.NumberFormat(locale, {
    style,
    currency,
    currencyDisplay: 'code',
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}

function decimal(money: Money): Intl.StringNumericLiteral {
  const digits = formatAmount(money);
  if (!isDecimal(digits)) throw new RangeError(`not an amount: ${digits}`);
  return digits;
}

const isDecimal = (text: string): text is `${number}` => /^-?\d+(\.\d+)?$/.test(text);
