import { type Money, sum } from '../domain/money.ts';
import type { NoticeFacts, NoticeItem } from './notice-facts.ts';

/** What is outstanding in each currency, in the order of appearance; currencies in which nothing is are left out. */
export function totals(items: readonly NoticeItem[]): readonly Money[] {
  const byCurrency = Map.groupBy(
    items.map(({ outstanding }) => outstanding),
    ({ currency }) => currency,
  );
  return [...byCurrency]
    .map(([currency, amounts]) => ({ currency, amountMinor: sum(amounts.map(({ amountMinor }) => amountMinor)) }))
    .filter(({ amountMinor }) => amountMinor > 0);
}

/** The policyholder is, while he owes and the policy lives. After a lapse it is closed: money for it would wait in suspense. */
export const asksToPay = ({ audience, kind, items }: NoticeFacts): boolean =>
  audience === 'policyholder' && kind !== 'lapse' && totals(items).length > 0;
