/** Decimals of the currencies that scenarios use. */
const DECIMALS: Readonly<Record<string, number>> = { UAH: 2, EUR: 2, USD: 2, JPY: 0, KWD: 3 };

export const CURRENCIES = ['UAH', 'UAH', 'EUR', 'JPY', 'KWD'] as const;

export interface MoneyText {
  readonly amount: string;
  readonly currency: string;
}

/** 125050 UAH → { amount: '1250.50' } */
export function moneyText(minor: number, currency: string): MoneyText {
  const decimals = DECIMALS[currency] ?? 2;
  const digits = String(minor).padStart(decimals + 1, '0');
  const amount = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return { amount, currency };
}
