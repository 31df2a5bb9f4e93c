import type { StreamRecord } from '../../support/simulated-aws/dynamodb/storage/stream-log.ts';
import type { FaultPlan } from '../faults/fault-plan.ts';
import { chanceOf } from './chance.ts';
import type { DeployedFunction } from './functions.ts';
import type { Outcome } from './invocation.ts';
import type { Timeline } from './timeline.ts';
import type { Trace } from './trace.ts';

export interface MappingDeps {
  readonly seed: string;
  readonly timeline: Timeline;
  readonly plan: FaultPlan;
  readonly trace: Trace;
  readonly invoke: (functionName: string, event: unknown, key: string, onOutcome: (outcome: Outcome) => void) => Promise<void>;
  readonly onGivenUp: (functionName: string, key: string) => void;
}

interface Delivery {
  readonly record: StreamRecord;
  attempts: number;
  readonly since: number;
}

/** As deployed: one batch at a time, ten tries more, an hour at most; how many records, and how long collected, is declared. */
const MOST_RETRIES = 10;
const MOST_AGE_MS = 3_600_000;

/** Lambda's poller of the Outbox's stream for one function, with ReportBatchItemFailures and bisection. */
export class StreamMapping {
  readonly #fn: DeployedFunction;
  readonly #deps: MappingDeps;
  /** Batches to be delivered as they are, first. */
  #batches: (readonly Delivery[])[] = [];
  #waiting: Delivery[] = [];
  #isBusy = false;
  #delivered = 0;

  constructor(fn: DeployedFunction, deps: MappingDeps) {
    this.#fn = fn;
    this.#deps = deps;
  }

  /** Takes a record that the mapping's filter lets through. */
  offer(record: StreamRecord): void {
    const { plan, timeline, seed } = this.#deps;
    const key = `${this.#fn.name}/${record.eventID}`;
    const late = plan.strike('recordLate', key)?.int(1_000, 4 * 3_600_000) ?? 0;
    const delay = chanceOf(`${seed}|stream|${key}`).int(100, 2_000);
    timeline.in(delay + late, () => this.#take(record));
    const again = plan.strike('recordTwice', key);
    if (again) timeline.in(delay + again.int(0, again.pick([5_000, 3_600_000])), () => this.#take(record));
  }

  async #take(record: StreamRecord): Promise<void> {
    const { timeline } = this.#deps;
    this.#waiting.push({ record, attempts: 0, since: timeline.now });
    timeline.in(this.#windowMs, () => this.#poll());
    await this.#poll();
  }

  async #poll(): Promise<void> {
    if (this.#isBusy) return;
    const batch = this.#batches.shift() ?? this.#nextBatch();
    if (batch.length === 0) return;
    this.#isBusy = true;
    const key = `${this.#fn.name}<stream#${++this.#delivered}`;
    const records = batch.map(({ record }) => this.#shapeOf(record, key));
    await this.#deps.invoke(this.#fn.name, { Records: records }, key, (outcome) => this.#conclude(batch, outcome, key));
  }

  get #windowMs(): number {
    return this.#fn.batch.windowSeconds * 1_000;
  }

  #nextBatch(): readonly Delivery[] {
    const { plan, timeline } = this.#deps;
    const [oldest] = this.#waiting;
    const isReady = this.#waiting.length >= this.#fn.batch.records || (oldest && timeline.now >= oldest.since + this.#windowMs);
    if (!isReady) return [];
    const batch = this.#waiting.splice(0, this.#fn.batch.records);
    const opportunity = `${this.#fn.name}#${this.#delivered}`;
    const mixed = batch.length > 1 && plan.strike('recordsInterleaved', opportunity);
    const ordered = mixed ? batch.toSorted(() => mixed.random() - 0.5) : batch;
    const poisoned = batch[0] && plan.strike('recordPoisoned', opportunity);
    if (!poisoned || !batch[0]) return ordered;
    const poison = { record: poisonOf(batch[0].record, poisoned.is(0.5)), attempts: 0, since: timeline.now };
    return ordered.toSpliced(poisoned.int(0, ordered.length), 0, poison);
  }

  #conclude(batch: readonly Delivery[], outcome: Outcome, key: string): void {
    const failed = firstFailure(batch, outcome);
    if (failed === 'all' && batch.length > 1) {
      const middle = Math.ceil(batch.length / 2);
      this.#batches.unshift(batch.slice(0, middle), batch.slice(middle));
    } else if (failed !== 'none') {
      this.#retry(batch.slice(failed === 'all' ? 0 : failed), key);
    }
    const first = this.#batches[0]?.[0];
    const pause = first ? Math.min(60_000, 500 * 2 ** first.attempts) : 10;
    this.#deps.timeline.in(pause, () => {
      this.#isBusy = false;
      return this.#poll();
    });
  }

  /** From the first that failed on; one that failed too often or is too old is put away, and those behind it go on. */
  #retry([first, ...rest]: readonly Delivery[], key: string): void {
    if (!first) return;
    first.attempts += 1;
    const isGivenUp = first.attempts > MOST_RETRIES || this.#deps.timeline.now - first.since > MOST_AGE_MS;
    if (isGivenUp) {
      this.#deps.trace.note(`${key} gives up ${first.record.eventID}`);
      this.#deps.onGivenUp(this.#fn.name, first.record.eventID);
    }
    const outstanding = isGivenUp ? rest : [first, ...rest];
    if (outstanding.length > 0) this.#batches.unshift(outstanding);
  }

  /** Another release wrote it: an attribute more. */
  #shapeOf(record: StreamRecord, key: string): StreamRecord {
    const { NewImage } = record.dynamodb;
    if (!NewImage || !this.#deps.plan.strike('oldShape', `${key}/${record.eventID}`)) return record;
    return { ...record, dynamodb: { ...record.dynamodb, NewImage: { ...NewImage, writtenBy: { S: 'another release' } } } };
  }
}

function firstFailure(batch: readonly Delivery[], outcome: Outcome): number | 'all' | 'none' {
  if (outcome.kind !== 'answered') return 'all';
  const { batchItemFailures } = outcome.result as { readonly batchItemFailures: readonly { readonly itemIdentifier: string }[] };
  const [failure] = batchItemFailures;
  if (!failure) return 'none';
  const index = batch.findIndex(({ record }) => record.dynamodb.SequenceNumber === failure.itemIdentifier);
  return index === -1 ? 'all' : index;
}

/** A record that nobody can work on: without an image, or about what doesn't exist. */
function poisonOf(record: StreamRecord, withoutImage: boolean): StreamRecord {
  const { NewImage, ...dynamodb } = record.dynamodb;
  const SequenceNumber = `${dynamodb.SequenceNumber}9`;
  const eventID = `${record.eventID}-poison`;
  if (withoutImage || !NewImage) return { ...record, eventID, dynamodb: { ...dynamodb, SequenceNumber } };
  const ghost = {
    ...NewImage,
    intent: { S: 'nobody meant it' },
    noticeId: { S: 'nobody wrote it' },
    policyNumber: { S: 'nobody opened it' },
  };
  return { ...record, eventID, dynamodb: { ...dynamodb, SequenceNumber, NewImage: ghost } };
}
