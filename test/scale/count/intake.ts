import { OPENED_DAYS_BEFORE } from '../data/assumptions.ts';
import { type CheckpointTable, NONE } from './checkpoint-table.ts';
import type { Counters } from './counters.ts';
import type { DueTable } from './due-days.ts';
import { CHECKPOINTS } from './installment-days.ts';
import { increase } from './run-log.ts';
import { DAYS } from './window.ts';
import type { CountedPolicy } from './year-count.ts';

/** A policy is open from the day it is opened to the day it ends, both included. */
export function countLife({ opened, alive }: Counters, coverFrom: number, ended: number): void {
  const from = coverFrom - OPENED_DAYS_BEFORE;
  if (from >= 0 && from < DAYS) increase(opened, from, 1);
  if (from >= DAYS || ended < 0) return;
  change(alive, Math.max(0, from), 1);
  if (ended + 1 < DAYS) change(alive, ended + 1, -1);
}

const change = (counts: Int32Array, at: number, by: number): void => {
  counts[at] = (counts[at] ?? 0) + by;
};

/** Suspended by C6, and paid after it: cover is restored by the payment. */
const SUSPENDS = 5;
/** Early payments come in the week before the first reminder. */
const EARLY_DAYS = 7;

interface Tables {
  readonly dues: DueTable;
  readonly checkpoints: CheckpointTable;
}

/** An installment is paid between the checkpoint that asked for it and the one that finds it paid. No cover that is over is restored. */
export function countPayments(counters: Counters, { dues, checkpoints: { days, place } }: Tables, payer: CountedPolicy & Payer): void {
  const { paidBefore, due, zone, significance, ended, chance } = payer;
  const coverEnd = dues.coverEnd[due] ?? NONE;
  for (let installment = 0; installment < paidBefore.length; installment++) {
    const paid = paidBefore[installment] ?? 0;
    const drawn = chance();
    if (paid >= CHECKPOINTS) continue;
    const at = place(dues.dueOn[due + installment] ?? 0, zone, significance) + paid;
    const { asked, found } = askedAndFound(days, at, paid);
    const on = asked + 1 + Math.floor(drawn * Math.max(1, found - asked));
    if (on < 0 || on >= DAYS || on > ended) continue;
    increase(counters.paid, on, 1);
    if (paid > SUSPENDS && on < coverEnd) counters.restored++;
  }
}

function askedAndFound(days: Int16Array, at: number, paid: number) {
  const found = days[at] ?? NONE;
  return { asked: paid === 0 ? found - EARLY_DAYS : (days[at - 1] ?? found), found };
}

interface Payer {
  readonly ended: number;
  readonly chance: () => number;
}
