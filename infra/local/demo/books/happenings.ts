import type { TimelineEntry } from '../api/answers.ts';
import type { ReadBack } from './read-back.ts';

/** What the table counts: messages that really left, by what they were for, and changes of cover that were announced. */
export interface Happenings {
  readonly reminders: number;
  readonly calls: number;
  readonly overdueNotices: number;
  readonly escalations: number;
  readonly suspended: number;
  readonly restored: number;
  readonly lapsed: number;
  readonly completed: number;
  readonly mails: number;
}

type NoticeEntry = Extract<TimelineEntry, { kind: 'notice' }>;

export const happeningsOf = ({ policies, events, mails }: ReadBack): Happenings => {
  const sent = policies.flatMap(({ timeline }) => timeline.filter(isNotice)).filter(hasLeft);
  const messages = (noticeKind: string, audience: string) =>
    sent.filter((notice) => notice.noticeKind === noticeKind && notice.audience === audience).length;
  const announced = (type: string) => events.filter((event) => event === type).length;
  return {
    reminders: messages('remind', 'policyholder'),
    calls: messages('task', 'responsible'),
    overdueNotices: messages('notice', 'policyholder'),
    escalations: messages('escalate', 'responsible'),
    suspended: announced('PolicySuspended'),
    restored: announced('PolicyRestored'),
    lapsed: announced('PolicyLapsed'),
    completed: announced('PolicyCompleted'),
    mails,
  };
};

const isNotice = (entry: TimelineEntry): entry is NoticeEntry => entry.kind === 'notice';

const LEFT = ['SENT', 'DELIVERED', 'BOUNCED', 'COMPLAINED'];

export const hasLeft = ({ state }: { readonly state: string }): boolean => LEFT.includes(state);
