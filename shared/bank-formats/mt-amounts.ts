import { daysBetween, type LocalDate, parseLocalDate } from '../domain/local-date.ts';
import type { SignedAmount } from './statement-event.ts';

/** '1000,' → '1000', '000000001000,00' → '1000.00', ',5' → '0.5'. */
export const mtDecimal = (amount: string): string => {
  const [whole = '', fraction = ''] = amount.split(',');
  const digits = whole.replace(/^0+(?=\d)/, '') || '0';
  return fraction === '' ? digits : `${digits}.${fraction}`;
};

/** yymmdd → ISO text: 70–99 are of the last century. Not checked to be a real day. */
export const mtDate = (date: string): string => {
  const year = Number(date.slice(0, 2));
  return `${year >= 70 ? 19 : 20}${date.slice(0, 2)}-${date.slice(2, 4)}-${date.slice(4, 6)}`;
};

/**
 * An entry date has no year: it is the one that brings it closest to the value date.
 * value 2025-12-31, entry 0102 → 2026-01-02; value 2026-01-01, entry 1231 → 2025-12-31
 */
export function mtEntryDate(monthAndDay: string, valueOn: string): string {
  const value = parseLocalDate(valueOn);
  const year = Number(valueOn.slice(0, 4));
  const inYear = (of: number) => parseLocalDate(`${of}-${monthAndDay.slice(0, 2)}-${monthAndDay.slice(2, 4)}`);
  const candidates = [year, year + 1, year - 1].map(inYear).filter((date) => date !== undefined);
  if (!value || candidates.length === 0) return `${year}-${monthAndDay.slice(0, 2)}-${monthAndDay.slice(2, 4)}`;
  return candidates.reduce((best, date) => (distance(date, value) < distance(best, value) ? date : best));
}

const distance = (a: LocalDate, b: LocalDate): number => Math.abs(daysBetween(a, b));

export interface MtBalance {
  readonly balance: SignedAmount;
  readonly on: LocalDate;
}

/** :60F: and :62F:, 'C100318EUR380115,12'. undefined when it isn't one. */
export function mtBalance(text: string): MtBalance | undefined {
  const [, mark, date = '', currency = '', amount = ''] = /^([CD])(\d{6})([A-Z]{3})(\d+(?:,\d*)?)\s*$/.exec(text) ?? [];
  const on = parseLocalDate(mtDate(date));
  if (mark === undefined || !on) return undefined;
  return { on, balance: { amount: `${mark === 'D' ? '-' : ''}${mtDecimal(amount)}`, currency } };
}
