import { presentMoney } from '../http/present-money.ts';

/** Relief as the journal tells it, amounts as the contract writes them. */
export function presentReliefEvent(relief: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { amountMinor, slices, shares, currency, ...rest } = relief;
  if (typeof currency !== 'string') return rest;
  const money = (minor: unknown) => presentMoney({ amountMinor: Number(minor), currency });
  return {
    ...rest,
    ...(amountMinor === undefined ? {} : { amount: money(amountMinor) }),
    ...(Array.isArray(slices) ? { installments: slices.map(({ dueOn, amountMinor: minor }) => ({ dueOn, amount: money(minor) })) } : {}),
    ...(Array.isArray(shares)
      ? { writtenOff: shares.map(({ installment, amountMinor: minor }) => ({ installment, amount: money(minor) })) }
      : {}),
  };
}
