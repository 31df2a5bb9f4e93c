import type { Regulation } from '../regulation.ts';

/** Does a shortfall start the process? Nothing below the tolerance does. Minor units of the policy's currency. */
export const startsProcess = (outstandingMinor: number, currency: string, regulation: Regulation): boolean =>
  outstandingMinor > (thresholdsOf(currency, regulation)?.start.amountMinor ?? 0);

/** May a shortfall cost cover? */
export const mayCostCover = (outstandingMinor: number, currency: string, regulation: Regulation): boolean =>
  outstandingMinor > (thresholdsOf(currency, regulation)?.adverse.amountMinor ?? 0);

const thresholdsOf = (currency: string, regulation: Regulation) => regulation.thresholds?.find((t) => t.currency === currency);
