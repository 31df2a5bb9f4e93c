import { TABLES } from '../../../shared/adapters/dynamodb/tables.ts';
import { MemoryDatabase } from '../../support/simulated-aws/dynamodb/memory-database.ts';
import { serveFrom } from '../../support/simulated-aws/dynamodb/serve-call.ts';
import { MemoryBus, type Published } from '../../support/simulated-aws/eventbridge/memory-bus.ts';
import { MemoryScheduler, type Schedule } from '../../support/simulated-aws/scheduler/memory-scheduler.ts';
import { type Acceptance, MemorySes } from '../../support/simulated-aws/ses/memory-ses.ts';
import type { AwsCall, WireAnswer } from '../../support/simulated-aws/wire/aws-call.ts';
import type { FaultPlan } from '../faults/fault-plan.ts';
import type { Timeline } from './timeline.ts';

export interface ServiceEvents {
  onScheduled(schedule: Schedule): void;
  onAccepted(acceptance: Acceptance): void;
  onPublished(published: Published): void;
}

/** The services that keep state, on the simulated clock. Lambda is not among them: functions run elsewhere. */
export class SimulatedAws {
  readonly database: MemoryDatabase;
  readonly scheduler: MemoryScheduler;
  readonly #ses: MemorySes;
  readonly #bus: MemoryBus;
  readonly #timeline: Timeline;

  constructor(timeline: Timeline, plan: FaultPlan, events: ServiceEvents) {
    this.#timeline = timeline;
    let opportunities = 0;
    this.database = new MemoryDatabase(STREAMED, {
      now: () => timeline.now,
      holdIndexUpdate: ({ table }) => {
        const held = plan.strike('indexStale', String(opportunities++));
        if (held) timeline.in(held.pick(STALE_MS), () => void this.database.releaseIndexUpdates(table));
        return held !== undefined;
      },
      leaveUnprocessed: () => plan.strike('leftUnprocessed', String(opportunities++)) !== undefined,
    });
    this.scheduler = new MemoryScheduler(events.onScheduled);
    this.#ses = new MemorySes(events.onAccepted);
    this.#bus = new MemoryBus(events.onPublished);
  }

  serve(call: Exclude<AwsCall, { service: 'lambda' }>): WireAnswer {
    const { now } = this.#timeline;
    switch (call.service) {
      case 'dynamodb':
        return serveFrom(this.database, call);
      case 'events':
        return this.#bus.serve(call);
      case 'scheduler':
        return this.scheduler.serve(call, now);
      case 'ses':
        return this.#ses.serve(call, now);
    }
  }
}

/** Usually an index is behind by milliseconds; nobody promises how much it can be. */
const STALE_MS = [100, 2_000, 60_000, 3_600_000] as const;

/** Every table keeps a stream here: it tells the auditor what was written, and only the Outbox's is delivered. */
export const STREAMED = TABLES.map((table) => ({ ...table, stream: true }));
