import type { ControlFacts } from '../domain/control/control-facts.ts';
import type { Decision } from '../domain/control/decide.ts';
import type { Progress } from '../domain/policy.ts';
import { timestamp } from '../domain/zone.ts';
import type { JournalEvent, JournalRecord } from '../ports/journal.ts';

/** What control itself did. That something waits is told once a day, however often it is looked at. */
export function eventsOf(decision: Decision, facts: ControlFacts, before: Progress): readonly JournalEvent[] {
  const { settlements, reissued, waiting, statusReason, promises, tasks } = decision;
  const isNews = (installment: number) => before.controls[installment - 1]?.waitedOn !== decision.today;
  return [
    ...(settlements.length + reissued.length > 0 ? [decisionRecord(decision, facts)] : []),
    ...waiting.filter((w) => isNews(w.installment)).map((w) => ({ kind: 'waiting' as const, ...w })),
    ...(statusReason ? [{ kind: 'status' as const, status: decision.status, reason: statusReason }] : []),
    ...promises.settled.map(({ reliefId, kept }) => promiseEvent(reliefId, kept)),
    ...tasks.closed.map(({ task: { taskId }, reason }) => closedEvent(taskId, reason)),
  ];
}

function decisionRecord({ settlements, reissued }: Decision, facts: ControlFacts): JournalEvent {
  const again = reissued.map(({ noticeId, replaces }) => ({ noticeId, replaces }));
  return { kind: 'checkpoint', settlements, ...(again.length > 0 ? { reissued: again } : {}), inputs: inputsOf(facts) };
}

const promiseEvent = (reliefId: string, kept: boolean): JournalEvent => ({
  kind: 'relief',
  relief: { reliefId, relief: 'promise', status: kept ? 'kept' : 'broken' },
});

const closedEvent = (taskId: string, reason: Decision['tasks']['closed'][number]['reason']): JournalEvent => ({
  kind: 'task',
  taskId,
  task: { happened: 'closed', reason },
});

export interface Said {
  readonly by: string;
  readonly event: JournalEvent;
}

interface Writer {
  readonly policyNumber: string;
  readonly at: string;
  readonly generation: number;
}

/** Records of one transaction, in the order in which things happened. */
export function recordsOf(said: readonly Said[], { policyNumber, at, generation }: Writer): readonly JournalRecord[] {
  const serial = String(generation).padStart(8, '0');
  return said.map(({ by, event }, index) => ({
    entry: `${at}#${serial}#${String(index).padStart(2, '0')}`,
    policyNumber,
    at,
    by,
    ...event,
  }));
}

/** What reproduces the decision: with the policy's facts (its journal has them), `decide` gives the same again. */
const inputsOf = ({ account, progress, regulation, applied, now, policy, reconciledThrough, ...letters }: ControlFacts) => ({
  now: timestamp(now),
  status: account.status,
  receivedMinor: account.receivedMinor,
  directedMinor: account.directedMinor,
  ...(account.moved ? { moved: account.moved } : {}),
  regulation: { regulationId: regulation.regulationId, version: regulation.version },
  conditions: applied,
  controls: progress.controls,
  ...(progress.tasks ? { tasks: progress.tasks } : {}),
  ...(progress.promises ? { promises: progress.promises } : {}),
  installments: policy.installments,
  relief: policy.relief,
  noticeStates: letters.noticeStates,
  sentOn: letters.sentOn,
  readdressed: letters.readdressed,
  ...(reconciledThrough ? { reconciledThrough } : {}),
});
