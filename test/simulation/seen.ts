import type { Change } from './engine/change-feed.ts';

/** How often what was seen: outcomes of checkpoints, statuses, answers, states of notices. What is never seen is not tested. */
export class Seen {
  readonly counts = new Map<string, number>();

  count(what: string, times = 1): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + times);
  }

  add(other: Seen): void {
    for (const [what, times] of other.counts) this.count(what, times);
  }

  commit(changes: readonly Change[]): void {
    for (const change of changes) for (const what of decisionsIn(change)) this.count(what);
  }
}

function decisionsIn({ table, before, after }: Change): readonly string[] {
  if (table === 'Notices' && !before && after?.['replaces']) return ['notice PENDING', 'warning written again'];
  if (table === 'Notices') return before?.['state'] === after?.['state'] ? [] : [`notice ${String(after?.['state'])}`];
  if (table === 'Tasks') return before?.['status'] === after?.['status'] ? [] : [`task ${String(after?.['status'])}`];
  return table === 'Journal' && after ? fromJournal(after) : [];
}

function fromJournal(record: Readonly<Record<string, unknown>>): readonly string[] {
  switch (record['kind']) {
    case 'checkpoint':
      return (record['settlements'] as readonly Settlement[]).map(
        ({ outcome, reason }) => `checkpoint ${outcome}${reason ? ` (${reason})` : ''}`,
      );
    case 'status':
      return [`policy ${String(record['status'])} (${String(record['reason'])})`];
    case 'waiting':
      return [`waiting ${String(record['reason'])}`];
    case 'task':
      return [`task ${String((record['task'] as TaskTold).happened)}`];
    default:
      return [`journal ${String(record['kind'])}`];
  }
}

interface TaskTold {
  readonly happened: string;
}

interface Settlement {
  readonly outcome: string;
  readonly reason?: string;
}
