import type { Share } from '../data/assumptions.ts';

const TICKETS = 1_000;

/** Turns a number from 0 to below 1 into the place of a value in its table, each as often as its share says. */
export interface Lottery {
  readonly tickets: Uint8Array;
}

/** A ticket for each thousandth: drawing is one look-up. @throws RangeError when the shares are not a thousand. */
export function lotteryOf(shares: readonly Share<unknown>[]): Lottery {
  const tickets = shares.flatMap(([, thousandths], place) => new Array<number>(thousandths).fill(place));
  if (tickets.length !== TICKETS) throw new RangeError(`shares of ${tickets.length} thousandths`);
  return { tickets: Uint8Array.from(tickets) };
}

export const draw = ({ tickets }: Lottery, chance: number): number => tickets[Math.floor(chance * TICKETS)] ?? 0;
