import { addDays, type LocalDate } from '../../../../shared/domain/local-date.ts';
import { POLICY } from '../api/answers.ts';
import type { Api } from '../api/api.ts';
import type { Random } from '../random.ts';
import type { Reacting } from './habits.ts';
import { type Transfer, workingDay } from './transfers.ts';

/** A policy whose client pays nothing until cover is suspended. */
export interface Waiting {
  readonly self: string;
  readonly policyNumber: string;
  readonly payer: string;
  readonly habit: Reacting;
  readonly random: Random;
}

/**
 * Looks at each such policy, and pays what is past due where cover is suspended. A client that has decided to pay does so once:
 * until its money has arrived it isn't asked again.
 */
export const suspendedPayers = (api: Api, waiting: readonly Waiting[]) => {
  const onTheWayUntil = new Map<string, LocalDate>();

  const lookAt = async ({ self, policyNumber, payer, habit, random }: Waiting, today: LocalDate): Promise<readonly Transfer[]> => {
    if ((onTheWayUntil.get(policyNumber) ?? '') >= today) return [];
    const { status, standing } = await api.get(self, POLICY);
    if (status !== 'suspended') return [];
    const on = workingDay(addDays(today, random.between(habit.days)));
    onTheWayUntil.set(policyNumber, on);
    return [
      { on, policyNumber, money: standing.pastDue, payer, reference: `all that is past due of ${policyNumber}`, intention: 'applied' },
    ];
  };

  return async (today: LocalDate): Promise<readonly Transfer[]> => {
    const transfers: Transfer[] = [];
    for (const one of waiting) transfers.push(...(await lookAt(one, today)));
    return transfers;
  };
};
