import { whyObsolete } from '../domain/control/still-applies.ts';
import { standing } from '../domain/standing.ts';
import { localDateAt } from '../domain/zone.ts';
import type { NoticeFacts } from '../notices/notice-facts.ts';
import type { Clock } from '../ports/clock.ts';
import type { Sendable } from '../ports/notice-store.ts';
import type { RegulationStore } from '../ports/regulation-store.ts';
import type { TaskLinks } from '../ports/task-links.ts';
import { type Insurer, noticeFactsOf } from './notice-facts-of.ts';

export interface AssessDeps {
  readonly regulations: RegulationStore;
  readonly links: TaskLinks;
  readonly insurer: Insurer;
  readonly clock: Clock;
}

export interface Assessed {
  /** Why it must not be sent any more, if so. */
  readonly obsolete: string | undefined;
  readonly facts: NoticeFacts;
}

/** Does a notice still apply, and what does it say: by what was read, now. */
export async function assessNotice({ regulations, insurer, links, clock }: AssessDeps, sendable: Sendable): Promise<Assessed> {
  const { notice, policy, account, openTasks } = sendable;
  const { regulationId, version } = policy.regulation;
  const regulation = await regulations.version(regulationId, version);
  if (!regulation) throw new Error(`regulation ${regulationId} version ${version} is gone, though versions are never deleted`);
  const now = clock.now();
  const today = localDateAt(now, policy.timeZone);
  const owed = standing(policy, account, today);
  const { currency } = policy.premium;
  const obsolete = whyObsolete({ notice, status: account.status, standing: owed, currency, regulation, today, openTasks });
  const tasks = (notice.tasks ?? []).map(async (task) => ({
    ...task,
    url: await links.urlOf({ taskId: task.taskId, assignee: notice.recipient.email }, now),
  }));
  const known = { sendable, regulation, standing: owed, today, insurer, tasks: await Promise.all(tasks) };
  return { obsolete, facts: noticeFactsOf(known) };
}
