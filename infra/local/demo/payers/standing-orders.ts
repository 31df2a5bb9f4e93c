import { type LocalDate, maxDate } from '../../../../shared/domain/local-date.ts';
import type { Transfer } from './transfers.ts';

/** Transfers by the day on which they arrive. */
export interface StandingOrders {
  /** One of a day that has passed arrives on the first day that is left. */
  add(transfers: readonly Transfer[], notBefore: LocalDate): void;
  takeOf(day: LocalDate): readonly Transfer[];
}

export const standingOrders = (): StandingOrders => {
  const byDay = new Map<LocalDate, Transfer[]>();
  return {
    add: (transfers, notBefore) => {
      for (const transfer of transfers) {
        const on = maxDate(transfer.on, notBefore);
        const ofDay = byDay.get(on) ?? [];
        byDay.set(on, ofDay);
        ofDay.push({ ...transfer, on });
      }
    },
    takeOf: (day) => {
      const ofDay = byDay.get(day) ?? [];
      byDay.delete(day);
      return ofDay;
    },
  };
};
