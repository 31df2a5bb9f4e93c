import { addDays, type LocalDate } from '../../../../shared/domain/local-date.ts';
import type { HabitName } from '../payers/habits.ts';

/**
 * Two policies that are alike to the cent and to the day, of a client that matters much and of one that matters little. Both
 * pay sixteen days late: what differs in their timelines is the significance of the client alone.
 */
export const TWIN_CLIENTS = ['UA-31457802', 'UA-38016672'] as const;
export const TWIN_HABIT: HabitName = 'sixteenDaysLate';

/** A Monday in autumn, when the year's payments have made the first client what it is: 36 weeks after the start. */
const DUE_AFTER_DAYS = 252;

export const twinBody = (startsOn: LocalDate) => {
  const dueOn = addDays(startsOn, DUE_AFTER_DAYS);
  return {
    product: 'Machinery breakdown',
    premium: { amount: '48000.00', currency: 'UAH' },
    coverFrom: dueOn,
    coverTo: addDays(dueOn, 364),
    paymentPlan: { kind: 'fullPay' as const, dueOn },
  };
};
