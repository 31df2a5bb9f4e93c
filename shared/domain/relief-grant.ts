import type { Installment } from './installment-plan.ts';
import type { LocalDate } from './local-date.ts';
import type { Policy } from './policy.ts';
import type { Relief, Slice } from './relief.ts';
import { owedBy, type ReliefFacts } from './relief-fault.ts';
import type { ReliefAsked } from './relief-request.ts';
import { settled } from './settled.ts';
import type { Standing } from './standing.ts';
import { stillOwed } from './write-off.ts';

/** What was asked for without a fault → the policy as it is after it. Relief is only ever added. */
export function grant(asked: ReliefAsked, facts: ReliefFacts): Policy {
  const { policy, standing } = facts;
  const { requests = [], ...unchanged } = policy;
  const others = requests.filter((r) => r.reliefId !== asked.reliefId);
  const installments = asked.terms.kind === 'agreement' ? reslice(policy.installments, standing, asked.terms.slices) : policy.installments;
  return {
    ...unchanged,
    installments,
    relief: [...policy.relief, reliefOf(asked, facts)],
    ...(others.length > 0 ? { requests: others } : {}),
  };
}

function reliefOf({ reliefId, fingerprint, reason, terms }: ReliefAsked, { policy, standing, today }: ReliefFacts): Relief {
  const base = { reliefId, grantedOn: today, reason, ...(fingerprint ? { fingerprint } : {}) };
  switch (terms.kind) {
    case 'deferral':
      return { ...base, kind: 'deferral', installment: terms.installment, newDueOn: dateOf(terms.newDueOn) };
    case 'promise': {
      const promised = terms.amountMinor ?? owedBy(terms.promisedOn, standing);
      return { ...base, ...terms, keptAtMinor: settled(standing, policy.relief) + promised };
    }
    case 'hold':
    case 'agreement':
      return { ...base, ...terms };
    case 'writeOff':
      return { ...base, kind: 'writeOff', shares: stillOwed(terms.shares, standing) };
  }
}

function dateOf(newDueOn: LocalDate | undefined): LocalDate {
  if (newDueOn === undefined) throw new Error('a deferral was granted before its date was known');
  return newDueOn;
}

/**
 * A new plan for what is outstanding: each installment keeps what is covered of it or written off, the rest is sliced anew under new numbers.
 * 100 covered 100, 100 covered 30, 100 open; agreed 85 and 85 → 100, 30, 0 (all covered), no. 4: 85, no. 5: 85.
 */
function reslice(
  installments: readonly Installment[],
  { installments: standings }: Standing,
  slices: readonly Slice[],
): readonly Installment[] {
  const settledOf = new Map(standings.map((i) => [i.number, i.coveredMinor + i.writtenOffMinor]));
  const kept = installments.map((i) => ({ ...i, amountMinor: settledOf.get(i.number) ?? 0 }));
  const plan = 1 + Math.max(...installments.map((i) => i.plan ?? 1));
  return [...kept, ...slices.map((slice, index) => ({ number: installments.length + index + 1, ...slice, plan }))];
}
