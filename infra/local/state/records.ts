import type { PublishedEvent } from '../events/published-event.ts';
import type { DeadLetter } from '../lambda/dead-letter.ts';
import type { QueuedInvocation } from '../lambda/queued-invocation.ts';
import type { Schedule, ScheduleGroup } from '../scheduler/schedule.ts';

/** What the local cloud remembers beside the database, one line of its log each. The last line about a thing is the truth. */
export type StateRecord =
  | { readonly kind: 'clock'; readonly offsetMs: number }
  | { readonly kind: 'group'; readonly group: ScheduleGroup }
  | { readonly kind: 'groupDeleted'; readonly name: string }
  | { readonly kind: 'schedule'; readonly schedule: Schedule }
  | { readonly kind: 'scheduleDeleted'; readonly key: string }
  | { readonly kind: 'invocation'; readonly invocation: QueuedInvocation }
  | { readonly kind: 'invocationDone'; readonly id: string }
  | { readonly kind: 'deadLetter'; readonly deadLetter: DeadLetter }
  | { readonly kind: 'event'; readonly event: PublishedEvent }
  | { readonly kind: 'streamPosition'; readonly position: StreamPosition };

/** Everything up to and including this record of the shard has been delivered. */
export interface StreamPosition {
  readonly streamArn: string;
  readonly shardId: string;
  readonly sequenceNumber: string;
}
