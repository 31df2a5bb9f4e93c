import type { Quota, QuotaName } from '../data/quotas.ts';

export interface Judged extends Quota {
  readonly needed: number;
  /** Of the limit: above 1 it is broken. */
  readonly used: number;
  /** How many policies there may be until it breaks. */
  readonly breaksAt: number;
}

/**
 * Everything grows with the number of policies, so a quota breaks where the line meets it: 500/s of 1,000 at 10,000,000 policies
 * → 20,000,000. (The worst minute of a small portfolio is a little above the line, by chance.) The first to break comes first.
 */
export function judge(quotas: readonly Quota[], needed: Readonly<Record<QuotaName, number>>, policies: number): readonly Judged[] {
  return quotas
    .map((quota) => {
      const used = needed[quota.name] / quota.limit;
      return { ...quota, needed: needed[quota.name], used, breaksAt: Math.floor(policies / used) };
    })
    .toSorted((a, b) => b.used - a.used);
}
