import { randomOf } from '../../../infra/local/demo/random.ts';
import { ALL_BUCKETS, bucketOf } from '../../../shared/domain/bucket.ts';
import { noticeKey } from '../../../shared/domain/notice-key.ts';
import { MARKETS } from '../data/assumptions.ts';
import { type CheckpointTable, checkpointTable } from './checkpoint-table.ts';
import { type Counters, newCounters } from './counters.ts';
import { type DueTable, dueTable } from './due-days.ts';
import { type FireMinutes, fireMinutes, slotOf } from './fire-minutes.ts';
import { countLife, countPayments } from './intake.ts';
import type { Contract } from './portfolio.ts';
import { packed, RunLog } from './run-log.ts';
import { YearCount } from './year-count.ts';

interface Counting {
  readonly seed: number;
  /** Letters of a run, by kind. */
  readonly letters: readonly number[];
  readonly onProgress: (contracts: number) => void;
}

const PROGRESS_EVERY = 100_000;

/** What the domain says of every day of the year, asked once. */
export interface YearTables {
  readonly zones: readonly FireMinutes[];
  readonly dues: DueTable;
  readonly checkpoints: CheckpointTable;
}

export const yearTables = (): YearTables => ({
  zones: MARKETS.map(([{ timeZone }]) => fireMinutes(timeZone)),
  dues: dueTable(),
  checkpoints: checkpointTable(),
});

/** Counts a year of a portfolio, contract after contract, into counters of fixed size. */
export function countYear(contracts: Iterable<Contract>, tables: YearTables, { seed, letters, onProgress }: Counting): Counters {
  const counters = newCounters();
  const { zones } = tables;
  const runs = new RunLog(counters, zones, letters);
  const count = new YearCount(tables, runs);
  const chance = randomOf(seed, 'payment days').next;
  let client = { clientId: '', slot: 0, outbox: 0 };
  let done = 0;
  for (const { clientId, kind, startDay, policies } of contracts) {
    const { zone, plan, significance } = kind;
    if (client.clientId !== clientId) client = { clientId, slot: slotOf(clientId, zones[zone]), outbox: outboxOf(clientId) };
    for (const { year, policyNumber, paidBefore } of policies) {
      const { slot, outbox } = client;
      const due = tables.dues.place(plan, startDay, year);
      const woken = packed({ zone, slot, due: numberOf(bucketOf(policyNumber)), outbox });
      const policy = { paidBefore, due, zone, significance, woken };
      const ended = count.policy(policy);
      countLife(counters, tables.dues.dueOn[due] ?? 0, ended);
      countPayments(counters, tables, { ...policy, ended, chance });
    }
    done++;
    if (done % PROGRESS_EVERY === 0) onProgress(done);
  }
  runs.countAll();
  return counters;
}

const NUMBERS = new Map(ALL_BUCKETS.map((bucket, index) => [bucket, index]));
const numberOf = (bucket: string): number => NUMBERS.get(bucket) ?? 0;

const outboxOf = (clientId: string): number => numberOf(noticeKey({ clientId, createdAt: '', noticeId: '' }).bucket);
