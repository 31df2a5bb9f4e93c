import { addDays, dayOfWeek, type LocalDate } from '../../../shared/domain/local-date.ts';
import type { Api } from './api/api.ts';
import type { OpenedPolicy } from './open-portfolio.ts';
import { type Bank, openBank, type Receipt } from './payers/bank.ts';
import { HABITS, type Habit, type HabitName } from './payers/habits.ts';
import { standingOrders } from './payers/standing-orders.ts';
import { suspendedPayers, type Waiting } from './payers/suspended-payers.ts';
import { type Transfer, transfersOf } from './payers/transfers.ts';
import { randomOf } from './random.ts';

export interface Year {
  readonly startsOn: LocalDate;
  readonly days: number;
  readonly seed: number;
  /** Called when a day has been lived. */
  onDay(today: LocalDate, reported: number): void;
}

/** Monday: those who wait for a suspension look whether it has come. */
const LOOKS_ON = 1;

/**
 * Day by day: the clock goes to the morning, the bank reports what has arrived, those who wait for a suspension look. The
 * checkpoints of a day come after that, from 09:00 local time on, with the next move.
 */
export const liveAYear = async (api: Api, policies: readonly OpenedPolicy[], year: Year): Promise<readonly Receipt[]> => {
  const { startsOn, days, seed } = year;
  const bank = openBank(api);
  const orders = standingOrders();
  const payers = policies.map((policy) => ({ policy, habit: habitOf(policy.habit), random: randomOf(seed, policy.policyNumber) }));
  const willPay = payers.flatMap(({ policy, habit, random }) => (habit.kind === 'transfers' ? transfersOf(policy, habit, random) : []));
  orders.add(willPay, startsOn);
  const look = suspendedPayers(
    api,
    payers.flatMap(({ policy, habit, random }): Waiting[] => (habit.kind === 'transfers' ? [] : [{ ...policy, habit, random }])),
  );

  for (let day = 0; day <= days; day++) {
    const today = addDays(startsOn, day);
    await api.moveClock(morningOf(today));
    await arrive(bank, today, orders.takeOf(today));
    if (dayOfWeek(today) === LOOKS_ON) orders.add(await look(today), addDays(today, 1));
    year.onDay(today, bank.receipts().length);
  }
  await api.moveClock(eveningOf(addDays(startsOn, days)));
  return bank.receipts();
};

const arrive = async (bank: Bank, today: LocalDate, transfers: readonly Transfer[]): Promise<void> => {
  await bank.report(today, transfers);
  await bank.resend(today);
};

/** Before the first checkpoint of the day, 09:00 in Kyiv in summer. */
const morningOf = (date: LocalDate): number => Date.parse(`${date}T05:30:00Z`);

/** After the last one, 11:00 in Berlin in winter. */
const eveningOf = (date: LocalDate): number => Date.parse(`${date}T18:00:00Z`);

const habitOf = (name: HabitName): Habit => HABITS[name];
