import type { TimelineEntry } from '../api/answers.ts';
import type { ReadBack } from './read-back.ts';

/** What the table counts: letters that really left, tasks of people, changes of cover that were announced. */
export interface Happenings {
  readonly reminders: number;
  readonly calls: number;
  readonly handedOn: number;
  readonly overdueNotices: number;
  readonly escalations: number;
  readonly suspended: number;
  readonly restored: number;
  readonly lapsed: number;
  readonly completed: number;
  readonly mails: number;
  /** Nobody knows whether the mail system took them: an answer came too late on a busy machine. */
  readonly unknownMails: number;
}

type NoticeEntry = Extract<TimelineEntry, { kind: 'notice' }>;
type TaskEntry = Extract<TimelineEntry, { kind: 'task' }>;

export const happeningsOf = ({ policies, actions, events, mails }: ReadBack): Happenings => {
  const timelines = policies.flatMap(({ timeline }) => timeline);
  const letters = timelines.filter(isNotice).filter((notice) => notice.audience === 'policyholder' && hasLeft(notice));
  const unknown = timelines.filter(isNotice).filter(({ state }) => state === 'UNKNOWN');
  const lettersOf = (noticeKind: string) => letters.filter((letter) => letter.noticeKind === noticeKind).length;
  const tasks = timelines.filter(isTask);
  const kindOf = new Map(actions.map(({ code, kind }) => [code, kind]));
  const openedOf = (kind: string) =>
    tasks.filter(({ happened, action }) => happened === 'opened' && kindOf.get(action ?? '') === kind).length;
  const announced = (type: string) => events.filter((event) => event === type).length;
  return {
    reminders: lettersOf('remind'),
    calls: openedOf('task'),
    handedOn: tasks.filter(({ happened }) => happened === 'handedOn').length,
    overdueNotices: lettersOf('notice'),
    escalations: openedOf('escalate'),
    suspended: announced('PolicySuspended'),
    restored: announced('PolicyRestored'),
    lapsed: announced('PolicyLapsed'),
    completed: announced('PolicyCompleted'),
    mails,
    unknownMails: unknown.length,
  };
};

const isNotice = (entry: TimelineEntry): entry is NoticeEntry => entry.kind === 'notice';
const isTask = (entry: TimelineEntry): entry is TaskEntry => entry.kind === 'task';

const LEFT = ['SENT', 'DELIVERED', 'BOUNCED', 'COMPLAINED'];

export const hasLeft = ({ state }: { readonly state: string }): boolean => LEFT.includes(state);
