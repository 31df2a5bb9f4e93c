import { expect, test } from 'vitest';
import { localDateAt } from '../../shared/domain/zone.ts';
import { databaseInMemory } from '../bench/metered/database.ts';
import { openPolicy, openWorld, putClient } from '../bench/metered/world.ts';
import { contractKind } from './count/contract-kinds.ts';
import { coverFromOf, coverToOf, dueDays } from './count/due-days.ts';
import { installmentDays } from './count/installment-days.ts';
import type { Contract, PolicyOfYear } from './count/portfolio.ts';
import { CLASSES, PLANS } from './data/assumptions.ts';
import { wakeDays } from './plain-count.ts';

const TIME_ZONE = 'Europe/Kyiv';
const CLASS_B = CLASSES.findIndex(([significance]) => significance === 'B');
const MONTHLY = PLANS.findIndex(([plan]) => plan.kind === 'installments' && plan.everyMonths === 1);

const policyOf = (paidBefore: readonly number[]): PolicyOfYear => ({ year: 2027, policyNumber: 'MONTHLY', paidBefore });

/**
 * What is counted must be what the deployed functions do: each policy is lived through, with its payments, over services in memory.
 * Cover that is restored leaves an outdated schedule that fires once more: such payers (2 in 100) are counted without it.
 */
test.each([
  ['paid in time', [0, 1, 2, 2, 1, 0, 1, 2, 1, 1, 2, 0]],
  ['late, each a little later', [3, 4, 5, 1, 2, 3, 4, 5, 0, 3, 4, 5]],
  ['never again after the third', [1, 1, 1, 8, 8, 8, 8, 8, 8, 8, 8, 8]],
  ['all but the last, and that in the second week after cover', [0, 1, 2, 2, 1, 0, 1, 2, 1, 1, 2, 7]],
  ['all but the last, which is written off', [0, 1, 2, 2, 1, 0, 1, 2, 1, 1, 2, 8]],
])(
  'a monthly policy is woken on the days that are counted: %s',
  async (_, paidBefore) => {
    const policy = policyOf(paidBefore);
    const contract: Contract = { clientId: 'UA-1', kind: contractKind(0, CLASS_B, MONTHLY), startDay: 59, policies: [policy] };
    const days = [...wakeDays(contract, policy)].toSorted();
    expect(await live(policy, days)).toEqual(days);
  },
  60_000,
);

/** Pays each installment in the night before the checkpoint that finds it paid. */
async function live({ paidBefore }: PolicyOfYear, days: readonly string[]): Promise<readonly string[]> {
  const coverFrom = coverFromOf(59, 2027);
  const world = await openWorld(async (now) => databaseInMemory(now), '2027-02-01T08:00:00Z');
  await putClient(world, 'UA-1');
  const dues = dueDays({ kind: 'installments', count: 12, everyMonths: 1 }, coverFrom);
  const paymentPlan = { kind: 'installments', count: 12, everyMonths: 1, firstDueOn: coverFrom };
  expect(await openPolicy(world, 'MONTHLY', { coverFrom, coverTo: coverToOf(coverFrom), paymentPlan })).toMatchObject({ status: 201 });
  const foundOn = dues.map(
    (dueOn, index) => installmentDays({ dueOn, country: 'UA', significance: 'B' }).checkpoints[paidBefore[index] ?? 0],
  );
  const woken: string[] = [];
  for (const day of days) {
    for (const [index, found] of foundOn.entries()) {
      if (found !== day) continue;
      world.at(Date.parse(`${day}T01:00:00Z`));
      await world.ask('recordPayment', {
        body: {
          paymentId: `p-${index}`,
          policyNumber: 'MONTHLY',
          amount: { amount: '10000.00', currency: 'UAH' },
          receivedOn: day,
          installment: index + 1,
        },
      });
    }
    await world.fireNext();
    woken.push(localDateAt(world.now(), TIME_ZONE));
  }
  return woken;
}
