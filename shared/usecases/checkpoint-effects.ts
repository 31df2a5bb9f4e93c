import type { ControlFacts } from '../domain/control/control-facts.ts';
import type { Decision } from '../domain/control/decide.ts';
import type { Control, PolicyStatus, Progress } from '../domain/policy.ts';
import { type Task, watched } from '../domain/task.ts';
import { timestamp } from '../domain/zone.ts';
import type { IntentKey } from '../ports/checkpoint-wake-ups.ts';
import type { Commitment, Controlled, TaskWrite } from '../ports/control-store.ts';
import type { Ids } from '../ports/ids.ts';
import type { StoredNotice } from '../ports/notice-store.ts';
import type { DomainEventType, Intent } from '../ports/outbox.ts';
import type { Announcement, Change } from './change.ts';
import { eventsOf, recordsOf } from './checkpoint-journal.ts';
import { noticedAct, restorationNotices, withNoticeIds } from './checkpoint-notices.ts';
import { eventIntent, noticeIntent } from './intents.ts';
import { reissuedNotices, tasksAbout } from './lost-letters.ts';
import { type HandedOn, handOn, openedEvent, taskNotice, taskOf, type Writing } from './task-effects.ts';

export interface Effecting {
  /** As they are after the change, if there is one. */
  readonly facts: ControlFacts;
  readonly seen: Controlled;
  readonly decision: Decision;
  readonly ids: Ids;
  readonly done: readonly IntentKey[];
  /** The tasks that the decision hands on, read. */
  readonly late: readonly Task[];
  /** The letters that it asks a person to deliver, read. */
  readonly lost: readonly StoredNotice[];
  readonly change?: Change;
}

/** A decision, and the change that led to it → everything that one transaction writes. */
export function commitmentOf(effecting: Effecting): Commitment {
  const { facts, seen, decision, ids, done, change } = effecting;
  const writing: Writing = { facts, client: seen.client, ids, at: timestamp(facts.now) };
  const opened = decision.opened.map((planned) => taskOf(planned, writing));
  const acts = decision.acts.map((act) => noticedAct(act, opened, writing));
  const controls = decision.controls.map((control, index) => withNoticeIds(control, index + 1, acts));
  const asked = tasksAbout(effecting.lost, writing, decision.today);
  const progress = progressAfter(effecting, controls, [...asked, ...opened]);
  const handed = decision.tasks.late.map(({ taskId }) => handOn(taskIn(effecting.late, taskId), writing));
  const notices = [
    ...acts.flatMap((a) => a.notices),
    ...decision.reissued.flatMap((letter) => reissuedNotices(letter, writing)),
    ...asked.map((task) => taskNotice(task, task.assignee, 'task', writing)),
    ...handed.map((h) => h.notice),
    ...(change?.opened ?? []).map(({ task, as }) => taskNotice(task, task.assignee, as, writing)),
    ...(isRestored(decision, seen) ? restorationNotices(writing) : []),
  ];
  const added = [...(change?.opened ?? []).map((o) => o.task), ...asked, ...opened];
  return {
    seen,
    decision,
    ...policyAfter(effecting),
    progress,
    journal: journalOf(effecting, { opened: [...asked, ...opened], handed }, writing.at),
    notices,
    intents: [...notices.map(noticeIntent), ...announcements(effecting, added, writing.at)],
    tasks: [...added.map((task) => ({ write: 'open' as const, task })), ...handed.map((h) => h.write), ...endings(effecting, writing.at)],
    done,
  };
}

/** Relief that waits for an approval nobody needs any more is not asked for any more. */
function policyAfter({ facts: { policy }, decision, change }: Effecting): Pick<Commitment, 'policy'> {
  const closed = new Set(decision.tasks.closed.map(({ task }) => task.taskId));
  const requests = (policy.requests ?? []).filter((request) => request.status === 'declined' || !closed.has(request.taskId));
  if (requests.length < (policy.requests?.length ?? 0)) return { policy: { ...policy, requests } };
  return change?.policy ? { policy: change.policy } : {};
}

/** Cover that was paused or had lapsed is in force again. */
const isRestored = ({ status }: Decision, { account }: Controlled): boolean => status === 'active' && account.status !== 'active';

function progressAfter({ decision, seen }: Effecting, controls: readonly Control[], opened: readonly Task[]): Progress {
  const { kept, late } = decision.tasks;
  const tasks = [...kept, ...late.map((task) => ({ ...task, escalates: false })), ...opened.map(watched)];
  const waits = new Set(decision.waiting.map((w) => w.installment));
  return {
    generation: seen.progress.generation + 1,
    controls: controls.map((control, index) => (waits.has(index + 1) ? { ...control, waitedOn: decision.today } : control)),
    ...(tasks.length > 0 ? { tasks } : {}),
    ...(decision.promises.open.length > 0 ? { promises: decision.promises.open } : {}),
    ...(decision.next ? { next: decision.next } : {}),
  };
}

function taskIn(late: readonly Task[], taskId: string): Task {
  const task = late.find((t) => t.taskId === taskId);
  if (!task) throw new Error(`task ${taskId} waits for a result, but is not stored`);
  return task;
}

interface Happened {
  readonly opened: readonly Task[];
  readonly handed: readonly HandedOn[];
}

/** First what somebody did, then what followed from it. */
function journalOf({ change, decision, facts, seen }: Effecting, { opened, handed }: Happened, at: string) {
  const done = [...(change?.events ?? []), ...(change?.opened ?? []).map(({ task }) => openedEvent(task))];
  const followed = [...eventsOf(decision, facts, seen.progress), ...opened.map(openedEvent), ...handed.map((h) => h.event)];
  const said = [...done.map((event) => ({ by: change?.by ?? 'system', event })), ...followed.map((event) => ({ by: 'system', event }))];
  return recordsOf(said, { policyNumber: facts.policy.policyNumber, at, generation: seen.progress.generation + 1 });
}

/** Tasks that end with it: by their result, or because nothing is to be done any more. */
const endings = ({ change, decision }: Effecting, at: string): readonly TaskWrite[] => [
  ...(change?.results ?? []).map((result) => ({ write: 'result' as const, ...result })),
  ...decision.tasks.closed.map(({ task: { taskId }, reason }) => ({ write: 'close' as const, taskId, reason, at })),
];

function announcements({ change, decision, seen, ids }: Effecting, opened: readonly Task[], at: string): readonly Intent[] {
  const told: readonly Announcement[] = [
    ...(change?.announced ?? []),
    ...(decision.status === seen.account.status ? [] : [{ type: STATUS_EVENTS[decision.status], about: {} }]),
    ...opened.map(({ taskId, kind, installment }) => ({ type: 'TaskOpened' as const, about: { taskId, kind, installment } })),
  ];
  const generation = seen.progress.generation + 1;
  return told.map(({ type, about }) => eventIntent({ type, seen, at, ids, generation, about }));
}

const STATUS_EVENTS: Readonly<Record<PolicyStatus, DomainEventType>> = {
  suspended: 'PolicySuspended',
  active: 'PolicyRestored',
  lapsed: 'PolicyLapsed',
  cancelled: 'PolicyCancelled',
  completed: 'PolicyCompleted',
};
