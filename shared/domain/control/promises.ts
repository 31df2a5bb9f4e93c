import { nextBusinessDay } from '../business-calendar.ts';
import { checkpointInstant } from '../checkpoint-dates.ts';
import { addDays } from '../local-date.ts';
import type { PromiseToPay } from '../relief.ts';
import { settled } from '../settled.ts';
import type { ControlFacts } from './control-facts.ts';

/** What became of promises to pay. */
export interface PromisesSeen {
  readonly settled: readonly { readonly reliefId: string; readonly kept: boolean }[];
  /** Neither kept nor broken yet, by `reliefId`. */
  readonly open: readonly string[];
}

/**
 * A promise is kept when what was promised has come in, and broken when it has not by the business day after. A broken one needs
 * nothing done: its days are over, and the process goes on with the checkpoint that was next when it was given.
 */
export function lookAtPromises(facts: ControlFacts): PromisesSeen {
  const looked = openPromises(facts).map((promise) => ({
    promise,
    kept: isKept(promise, facts),
    over: overAt(promise, facts) <= facts.now,
  }));
  return {
    settled: looked.filter((l) => l.kept || l.over).map(({ promise, kept }) => ({ reliefId: promise.reliefId, kept })),
    open: looked.filter((l) => !l.kept && !l.over).map((l) => l.promise.reliefId),
  };
}

/** When a promise is to be looked at: at the hour of checkpoints of the business day after, when its money is posted. */
export const overAt = ({ promisedOn }: PromiseToPay, { policy, calendar }: ControlFacts): number =>
  checkpointInstant(nextBusinessDay(addDays(promisedOn, 1), calendar), policy);

/** By the counters of all that came in: they commute, and a payment that went back keeps no promise. */
const isKept = ({ keptAtMinor }: PromiseToPay, { account, policy }: ControlFacts): boolean =>
  keptAtMinor !== undefined && settled(account, policy.relief) >= keptAtMinor;

export function openPromises({ policy, progress }: ControlFacts): readonly PromiseToPay[] {
  const open = new Set(progress.promises ?? []);
  return policy.relief.filter((r): r is PromiseToPay => r.kind === 'promise' && open.has(r.reliefId));
}
