import { isAhead, type Step, takesCover } from '../checkpoint-dates.ts';
import type { LocalDate } from '../local-date.ts';
import { pauseOn } from '../relief.ts';
import type { InstallmentStanding } from '../standing.ts';
import type { ControlFacts } from './control-facts.ts';
import { mayCostCover } from './thresholds.ts';

/** An installment that is not covered, on a day. */
export interface Case {
  readonly facts: ControlFacts;
  readonly installment: InstallmentStanding;
  readonly today: LocalDate;
}

/** Why a checkpoint doesn't act on this installment, were its time now; undefined: it would. */
export function whyWaived({ facts, installment, today }: Case, { checkpoint, actions }: Step): string | undefined {
  const { policy, applied, account, regulation } = facts;
  if (takesCover(actions) && today > policy.coverTo) return 'cover is over';
  const { currency } = policy.premium;
  const minimum = checkpoint.minOutstanding;
  if (checkpoint.classes && !checkpoint.classes.includes(applied.class)) return 'not for this class';
  if (minimum?.currency === currency && installment.outstandingMinor < minimum.amountMinor) return 'below the minimum';
  if (isAhead(checkpoint) && hasRelief(installment, today)) return 'relief'; // later ones wait for its end instead
  if (takesCover(actions) && !mayCostCover(installment.outstandingMinor, currency, regulation)) return 'too small to cost cover';
  const escalated = facts.progress.controls[installment.number - 1]?.escalated && actions.every((a) => a.kind === 'escalate');
  if (escalated) return 'escalated already';
  const suspendedAlready = account.status === 'suspended' && actions.some((a) => a.kind === 'suspend');
  return suspendedAlready ? 'cover is suspended already' : undefined;
}

export const wouldAct =
  (of: Case) =>
  (step: Step): boolean =>
    whyWaived(of, step) === undefined;

/** Nothing is sent about an installment that is deferred or held, so nothing is written either. */
export const hasRelief = ({ status, pauses }: InstallmentStanding, today: LocalDate): boolean =>
  status === 'deferred' || pauseOn(today, pauses) !== undefined;
