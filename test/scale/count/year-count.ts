import { WRITTEN_OFF_AFTER_DAYS } from '../data/assumptions.ts';
import { type CheckpointTable, NONE } from './checkpoint-table.ts';
import { acting, CLEAR, COVER_END, LATE_TASK } from './counters.ts';
import type { DueTable } from './due-days.ts';
import { CHECKPOINTS, TAKES_COVER } from './installment-days.ts';
import type { RunLog } from './run-log.ts';
import { DAYS } from './window.ts';

/** A policy as the loop sees it: places in the tables. */
export interface CountedPolicy {
  readonly paidBefore: readonly number[];
  /** Its due days. */
  readonly due: number;
  readonly zone: number;
  readonly significance: number;
  /** Its minute and its buckets, packed. */
  readonly woken: number;
}

interface Tables {
  readonly dues: DueTable;
  readonly checkpoints: CheckpointTable;
}

/** Takes policy after policy apart into their runs. A class, because this is the loop that 300 million wake-ups go through. */
export class YearCount {
  readonly #tables: Tables;
  readonly #runs: RunLog;
  /** By day, the policy that was woken on it last: several installments on one day are one wake-up. */
  readonly #wokenOn = new Int32Array(DAYS);
  #policy = 0;

  constructor(tables: Tables, runs: RunLog) {
    this.#tables = tables;
    this.#runs = runs;
  }

  /** Counts the wake-ups of a policy; says on which day it ends. After a lapse, or once it is completed, there are none. */
  policy(policy: CountedPolicy): number {
    const { paidBefore, woken, due } = policy;
    this.#policy++;
    const coverEnd = this.#tables.dues.coverEnd[due] ?? NONE;
    const lapse = this.#lapseDay(policy, coverEnd);
    const completed = lapse === NONE ? this.#completedOn(policy, coverEnd) : NONE;
    const until = lapse === NONE ? completed - 1 : lapse;
    for (let installment = 0; installment < paidBefore.length; installment++) {
      const at = this.#placeOf(policy, installment);
      if (this.#day(at + CHECKPOINTS - 1) >= 0) this.#installment({ at, paid: paidBefore[installment] ?? 0, until, coverEnd, woken });
    }
    if (lapse !== NONE) return lapse;
    this.#run(completed, COVER_END, woken);
    return completed;
  }

  #placeOf({ due, zone, significance }: CountedPolicy, installment: number): number {
    const { dues, checkpoints } = this.#tables;
    return checkpoints.place(dues.dueOn[due + installment] ?? 0, zone, significance);
  }

  #day(at: number): number {
    return this.#tables.checkpoints.days[at] ?? NONE;
  }

  #installment({ at, paid, until, coverEnd, woken }: CountedInstallment): void {
    for (let checkpoint = 0; checkpoint < CHECKPOINTS; checkpoint++) {
      const on = this.#day(at + checkpoint);
      if (on > until) return;
      if (checkpoint >= paid || (on >= coverEnd && TAKES_COVER[checkpoint])) {
        this.#run(on, CLEAR, woken);
        continue;
      }
      this.#run(on, acting(checkpoint), woken);
      const late = this.#day(at + CHECKPOINTS + checkpoint);
      if (late <= until) this.#run(late, LATE_TASK, woken);
    }
  }

  /** The first installment that is never paid ends the policy, by its last checkpoint: if cover is not over by then. */
  #lapseDay(policy: CountedPolicy, coverEnd: number): number {
    let lapse = NONE;
    for (let installment = 0; installment < policy.paidBefore.length; installment++) {
      if ((policy.paidBefore[installment] ?? 0) < CHECKPOINTS) continue;
      const on = this.#day(this.#placeOf(policy, installment) + CHECKPOINTS - 1);
      if (on < coverEnd && (lapse === NONE || on < lapse)) lapse = on;
    }
    return lapse;
  }

  /** The end of cover, or the checkpoint after it that finds the last debt paid; never paid: the look at which it is written off. */
  #completedOn(policy: CountedPolicy, coverEnd: number): number {
    const { paidBefore } = policy;
    const isOwed = paidBefore.includes(CHECKPOINTS);
    let completed = coverEnd;
    for (let installment = 0; installment < paidBefore.length; installment++) {
      const at = this.#placeOf(policy, installment);
      const on = isOwed ? this.#day(at + CHECKPOINTS - 1) + WRITTEN_OFF_AFTER_DAYS : this.#day(at + (paidBefore[installment] ?? 0));
      completed = Math.max(completed, on);
    }
    return completed;
  }

  #run(day: number, kind: number, woken: number): void {
    if (day < 0 || day >= DAYS) return;
    const isFirst = this.#wokenOn[day] !== this.#policy;
    if (isFirst) this.#wokenOn[day] = this.#policy;
    else if (kind === CLEAR) return;
    this.#runs.add(day, woken, kind * 2 + (isFirst ? 1 : 0));
  }
}

interface CountedInstallment {
  /** The place of its days. */
  readonly at: number;
  readonly paid: number;
  readonly until: number;
  readonly coverEnd: number;
  readonly woken: number;
}
