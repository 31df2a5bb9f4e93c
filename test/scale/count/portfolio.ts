import { randomOf } from '../../../infra/local/demo/random.ts';
import { CLASSES, MARKETS, PAID_BEFORE, PLANS, POLICIES_PER_CLIENT, YEAR } from '../data/assumptions.ts';
import { type ContractKind, contractKind } from './contract-kinds.ts';
import { draw, lotteryOf } from './lottery.ts';
import { startDays } from './start-days.ts';

/** A contract that is renewed: a policy of the year that is counted, and the one before it. */
export interface Contract {
  readonly clientId: string;
  readonly kind: ContractKind;
  /** Number of the day in its year on which cover begins. */
  readonly startDay: number;
  readonly policies: readonly PolicyOfYear[];
}

export interface PolicyOfYear {
  readonly year: number;
  readonly policyNumber: string;
  /** By installment: before which checkpoint it is paid; as many as there are checkpoints = never. */
  readonly paidBefore: readonly number[];
}

/** The same portfolio for the same seed, contract after contract: it is never held as a whole. */
export function* portfolio(contracts: number, seed: number): Generator<Contract> {
  const chance = randomOf(seed, 'portfolio').next;
  const days = startDays();
  let made = 0;
  for (let client = 1; made < contracts; client++) {
    const clientId = `C-${seed}-${client}`;
    const [market, significance] = [draw(OF.market, chance()), draw(OF.significance, chance())];
    const [policies] = POLICIES_PER_CLIENT[draw(OF.policies, chance())] ?? [1];
    for (let left = Math.min(policies, contracts - made); left > 0; left--) {
      made++;
      const kind = contractKind(market, significance, draw(OF.plan, chance()));
      const startDay = days[Math.floor(chance() * days.length)] ?? 0;
      yield { clientId, kind, startDay, policies: [policyOf(YEAR - 1, made, kind, chance), policyOf(YEAR, made, kind, chance)] };
    }
  }
}

const OF = {
  market: lotteryOf(MARKETS),
  significance: lotteryOf(CLASSES),
  policies: lotteryOf(POLICIES_PER_CLIENT),
  plan: lotteryOf(PLANS),
  paidBefore: lotteryOf(PAID_BEFORE),
};

function policyOf(year: number, serial: number, { installments }: ContractKind, chance: () => number): PolicyOfYear {
  const paidBefore: number[] = [];
  for (let n = 0; n < installments; n++) paidBefore.push(PAID_BEFORE[draw(OF.paidBefore, chance())]?.[0] ?? 0);
  return { year, policyNumber: `POL-${year}-${serial}`, paidBefore };
}
