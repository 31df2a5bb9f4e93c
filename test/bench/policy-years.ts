import type { Insurer } from '../support/insurer.ts';

export interface PolicyYears {
  readonly policies: number;
  readonly seconds: number;
  readonly perSecond: number;
  readonly checkpoints: number;
  readonly letters: number;
}

const POLICIES = 40;
/** One in five pays in the second week after the due date, after a call and a letter. */
const isLate = (index: number): boolean => index % 5 === 0;
const DUE = ['2026-12-01', '2027-03-01', '2027-06-01', '2027-09-01'] as const;
const PAID_LATE = ['2026-12-10', '2027-03-10', '2027-06-10', '2027-09-09'] as const;

/** Policies of 4 installments live from opening to the end of cover: API, schedules, checkpoints, letters, all over the local cloud. */
export async function benchPolicyYears(insurer: Insurer): Promise<PolicyYears> {
  const begun = performance.now();
  const policies = Array.from({ length: POLICIES }, (_, index) => `YEAR-${index}`);
  for (const policyNumber of policies) {
    await insurer.client(policyNumber); // one each: letters of one client's policies would go as one
    await insurer.policy(policyNumber, { clientId: policyNumber });
  }
  for (const [quarter, dueOn] of DUE.entries()) {
    await insurer.advanceTo(`${dueOn}T05:00:00Z`);
    await payAll(insurer, { quarter, policies: policies.filter((_, index) => !isLate(index)) });
    await insurer.advanceTo(`${PAID_LATE[quarter] ?? dueOn}T05:00:00Z`);
    await payAll(insurer, { quarter, policies: policies.filter((_, index) => isLate(index)) });
  }
  await insurer.advanceTo('2027-12-02T18:00:00Z');
  const seconds = (performance.now() - begun) / 1000;
  const checkpoints = await countCheckpoints(insurer, policies);
  return { policies: POLICIES, seconds, perSecond: POLICIES / seconds, checkpoints, letters: (await insurer.mails()).length };
}

interface Paying {
  readonly quarter: number;
  readonly policies: readonly string[];
}

async function payAll(insurer: Insurer, { quarter, policies }: Paying): Promise<void> {
  for (const policyNumber of policies) await insurer.pay(`${policyNumber} ${quarter}`, policyNumber, '30000.00');
}

/** Every checkpoint of every installment ends once, or the year was not lived: 8 × 4 a policy. */
async function countCheckpoints(insurer: Insurer, policies: readonly string[]): Promise<number> {
  let count = 0;
  for (const policyNumber of policies) {
    const settled = (await insurer.timeline(policyNumber)).filter(({ kind }) => kind === 'checkpoint').length;
    if (settled !== 32) throw new Error(`${policyNumber} has ${settled} checkpoints`);
    count += settled;
  }
  return count;
}
