import type { PublishedEvent } from '../events/published-event.ts';
import type { DeadLetter } from '../lambda/dead-letter.ts';
import type { QueuedInvocation } from '../lambda/queued-invocation.ts';
import { type Schedule, type ScheduleGroup, scheduleKey } from '../scheduler/schedule.ts';
import type { StateRecord, StreamPosition } from './records.ts';
import type { StateLog } from './state-log.ts';

/** The latest so many events and dead letters are kept. */
const KEPT = 10_000;

/**
 * The local cloud's own state in memory, and the only way to change it: `commit` first writes the records to the log, in
 * one write, then applies them. So a firing and what it queues are remembered together or not at all.
 */
export interface LocalState {
  readonly schedules: ReadonlyMap<string, Schedule>;
  readonly groups: ReadonlyMap<string, ScheduleGroup>;
  readonly invocations: ReadonlyMap<string, QueuedInvocation>;
  readonly streamPositions: ReadonlyMap<string, StreamPosition>;
  readonly deadLetters: readonly DeadLetter[];
  readonly events: readonly PublishedEvent[];
  /** null before the first start. */
  clockOffsetMs(): number | null;
  commit(...records: readonly StateRecord[]): void;
}

export const loadState = (log: StateLog): LocalState => {
  const state = emptyState();
  for (const record of log.readAll()) apply(state, record);
  log.startOver(snapshot(state));
  return {
    ...state,
    clockOffsetMs: () => state.clock.offsetMs,
    commit: (...records) => {
      log.append(records);
      for (const record of records) apply(state, record);
    },
  };
};

const emptyState = () => ({
  clock: { offsetMs: null as number | null },
  groups: new Map<string, ScheduleGroup>(),
  schedules: new Map<string, Schedule>(),
  invocations: new Map<string, QueuedInvocation>(),
  streamPositions: new Map<string, StreamPosition>(),
  deadLetters: [] as DeadLetter[],
  events: [] as PublishedEvent[],
});

type State = ReturnType<typeof emptyState>;

const apply = (state: State, record: StateRecord): void => {
  switch (record.kind) {
    case 'clock':
      state.clock.offsetMs = record.offsetMs;
      return;
    case 'group':
      state.groups.set(record.group.name, record.group);
      return;
    case 'groupDeleted':
      state.groups.delete(record.name);
      return;
    case 'schedule':
      state.schedules.set(scheduleKey(record.schedule), record.schedule);
      return;
    case 'scheduleDeleted':
      state.schedules.delete(record.key);
      return;
    case 'invocation':
      state.invocations.set(record.invocation.id, record.invocation);
      return;
    case 'invocationDone':
      state.invocations.delete(record.id);
      return;
    case 'deadLetter':
      keepLatest(state.deadLetters, record.deadLetter);
      return;
    case 'event':
      keepLatest(state.events, record.event);
      return;
    case 'streamPosition':
      state.streamPositions.set(record.position.shardId, record.position);
      return;
  }
};

const keepLatest = <T>(list: T[], item: T): void => {
  list.push(item);
  if (list.length > KEPT) list.shift();
};

/** The fewest records that make this state again: what a log is cut down to at each start. */
const snapshot = (state: State): readonly StateRecord[] => [
  ...(state.clock.offsetMs === null ? [] : [{ kind: 'clock', offsetMs: state.clock.offsetMs } as const]),
  ...[...state.groups.values()].map((group) => ({ kind: 'group', group }) as const),
  ...[...state.schedules.values()].map((schedule) => ({ kind: 'schedule', schedule }) as const),
  ...[...state.invocations.values()].map((invocation) => ({ kind: 'invocation', invocation }) as const),
  ...[...state.streamPositions.values()].map((position) => ({ kind: 'streamPosition', position }) as const),
  ...state.deadLetters.map((deadLetter) => ({ kind: 'deadLetter', deadLetter }) as const),
  ...state.events.map((event) => ({ kind: 'event', event }) as const),
];
