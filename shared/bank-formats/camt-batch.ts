import type { CamtAmount, CamtDetail } from './camt-detail.ts';
import { addsUp } from './decimal-sum.ts';

export interface CamtMoney extends CamtAmount {
  readonly direction: 'credit' | 'debit';
}

export interface Part {
  readonly detail: CamtDetail;
  readonly money: CamtMoney;
}

/** One payment; several, each with its own money; or a sum that the bank did not break down. */
export type Division =
  | { readonly kind: 'whole'; readonly detail: CamtDetail | undefined }
  | { readonly kind: 'parts'; readonly parts: readonly Part[] }
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
export function divide(entry: CamtMoney, details: readonly CamtDetail[], counted: number): Division {
  const [first] = details;
  if (details.length <= 1)
    return entry.direction === 'credit' && counted > 1 ? { kind: 'undivided', count: counted } : { kind: 'whole', detail: first };
  const parts = details.map((detail) => ({ detail, amount: detail.amounts.find(({ currency }) => currency === entry.currency) }));
  const complete = parts.flatMap(({ detail, amount }) => (amount ? [{ detail, money: { ...amount, direction: entry.direction } }] : []));
  const netting = complete.map(({ detail, money }) => ({ detail, money: { ...money, direction: detail.direction ?? entry.direction } }));
  if (complete.length === details.length && sumsTo(complete, entry)) return { kind: 'parts', parts: complete };
  if (complete.length === details.length && sumsTo(netting, entry)) return { kind: 'parts', parts: netting };
  if (entry.direction === 'credit') return { kind: 'undivided', count: details.length };
  return { kind: 'parts', parts: details.map((detail) => ({ detail, money: { ...(detail.amounts[0] ?? entry), direction: 'debit' } })) };
}

const sumsTo = (parts: readonly Part[], entry: CamtMoney): boolean =>
  addsUp(
    parts.map(({ money }) => ({ amount: money.amount, negative: money.direction !== entry.direction })),
    entry.amount,
  );
