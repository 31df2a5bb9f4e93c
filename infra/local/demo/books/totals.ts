import { sum } from '../../../../shared/domain/money.ts';
import type { Receipt } from '../payers/bank.ts';
import type { ReadBack } from './read-back.ts';

/** The money of one currency, in minor units. */
export interface Totals {
  readonly currency: string;
  /** What the bank reported, each payment once. */
  readonly paidIn: number;
  /** What the policies have received. */
  readonly applied: number;
  readonly suspense: number;
  /** Of what was applied: more than is owed. */
  readonly excess: number;
}

/** By currency, in alphabetical order. `paidIn` is the demo's own sum, the others are the API's. */
export const totalsOf = ({ policies, suspense }: ReadBack, receipts: readonly Receipt[]): readonly Totals[] => {
  const currencies = new Set([
    ...policies.map((policy) => policy.premium.currency),
    ...receipts.map(({ transfer }) => transfer.money.currency),
  ]);
  return [...currencies].toSorted().map((currency) => {
    const own = policies.filter(({ premium }) => premium.currency === currency).map(({ standing }) => standing);
    return {
      currency,
      paidIn: sum(
        receipts.filter(({ transfer }) => transfer.money.currency === currency).map(({ transfer }) => transfer.money.amountMinor),
      ),
      applied: sum(own.map(({ received }) => received.amountMinor)),
      suspense: sum(suspense.filter(({ amount }) => amount.currency === currency).map(({ amount }) => amount.amountMinor)),
      excess: sum(own.map(({ excessCredit }) => excessCredit.amountMinor)),
    };
  });
};
