import { POLICY } from './api/answers.ts';
import type { Api } from './api/api.ts';
import { atMost } from './at-most.ts';
import type { HabitName } from './payers/habits.ts';
import type { Payable } from './payers/transfers.ts';
import type { Portfolio } from './portfolio/build-portfolio.ts';

/** A policy as the API opened it: its installments are what the insurer told its payer. */
export interface OpenedPolicy extends Payable {
  readonly self: string;
  readonly clientId: string;
  readonly habit: HabitName;
}

const AT_ONCE = 8;

/** Clients, then policies, in the order of the portfolio. */
export const openPortfolio = async (api: Api, { clients, policies }: Portfolio): Promise<readonly OpenedPolicy[]> => {
  await atMost(AT_ONCE, clients, async ({ clientId, body }) => void (await api.put(`/clients/${clientId}`, body)));
  const opened = new Map<string, OpenedPolicy>();
  await atMost(AT_ONCE, policies, async ({ policyNumber, payer, habit, body }) => {
    const { self, clientId, premium, installments } = POLICY.parse((await api.post('/policies', body)).body);
    const slices = installments.map(({ number, dueOn, amount }) => ({ number, dueOn, amountMinor: amount.amountMinor }));
    opened.set(policyNumber, { self, policyNumber, clientId, payer, habit, currency: premium.currency, installments: slices });
  });
  return policies.flatMap(({ policyNumber }) => opened.get(policyNumber) ?? []);
};
