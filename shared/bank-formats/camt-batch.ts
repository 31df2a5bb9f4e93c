import type { CamtAmount, CamtDetail } from './camt-detail.ts';
import type { CamtDetails } from './camt-details.ts';
import { addsUp } from './decimal-sum.ts';

export interface CamtMoney extends CamtAmount {
  readonly direction: 'credit' | 'debit';
}

/** One payment; several, each with its own money; or a sum that the bank did not break down. */
export type Division =
  | { readonly kind: 'whole'; readonly detail: CamtDetail | undefined }
  | { readonly kind: 'parts'; readonly moneyOf: (detail: CamtDetail) => CamtMoney }
  | { readonly kind: 'undivided'; readonly count: number };

/**
 * What an entry consists of. The entry says what moved on the account, its details how that came about; where they disagree the
 * entry is right.
 *  - One detail: the money is the entry's. (A detail may name the amount before conversion, or none.)
 *  - Several details of a credit become payments, so they must add up to it in its currency: 100 + 200 = 300. Details with a
 *    direction of their own may net: 310 − 10 = 300. If they don't add up, or have no amounts, the sum stays undivided.
 *  - Several details of a debit: always one each. They create no money, at most they return known payments, found by
 *    their references; with the bank's fees on top they hardly ever add up.
 * @param counted the number of payments the batch header names (NbOfTxs), 0 when it doesn't
 */
export function divide(entry: CamtMoney, details: CamtDetails, counted: number): Division {
  const isCredit = entry.direction === 'credit';
  if (details.size <= 1)
    return isCredit && counted > 1 ? { kind: 'undivided', count: counted } : { kind: 'whole', detail: [...details][0] };
  const booked = (detail: CamtDetail): CamtMoney => ({ ...entry, amount: amountIn(entry.currency, detail) });
  const netting = (detail: CamtDetail): CamtMoney => ({ ...booked(detail), direction: detail.direction ?? entry.direction });
  for (const moneyOf of [booked, netting]) {
    if (sumsTo(entry, details, moneyOf)) return { kind: 'parts', moneyOf };
  }
  if (isCredit) return { kind: 'undivided', count: details.size };
  return { kind: 'parts', moneyOf: (detail) => ({ ...(detail.amounts[0] ?? entry), direction: 'debit' }) };
}

/** '' when the detail names none in this currency, which adds up to nothing. */
const amountIn = (currency: string, detail: CamtDetail): string =>
  detail.amounts.find((amount) => amount.currency === currency)?.amount ?? '';

const sumsTo = (entry: CamtMoney, details: CamtDetails, moneyOf: (detail: CamtDetail) => CamtMoney): boolean =>
  addsUp(
    details[Symbol.iterator]()
      .map(moneyOf)
      .map(({ amount, direction }) => ({ amount, negative: direction !== entry.direction })),
    entry.amount,
  );
