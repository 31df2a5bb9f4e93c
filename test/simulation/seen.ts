import type { Change, Item } from './engine/change-feed.ts';

/** How often what was seen: outcomes of checkpoints, statuses, answers, states of notices. What is never seen is not tested. */
export class Seen {
  readonly counts = new Map<string, number>();

  count(what: string, times = 1): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + times);
  }

  add(others: ReadonlyMap<string, number>): void {
    for (const [what, times] of others) this.count(what, times);
  }

  commit(changes: readonly Change[]): void {
    for (const change of changes) for (const what of decisionsIn(change)) this.count(what);
  }
}

function decisionsIn({ table, before, after }: Change): readonly string[] {
  switch (table) {
    case 'Notices':
      if (!before && after?.['replaces']) return ['notice PENDING', 'warning written again'];
      return before?.['state'] === after?.['state'] ? [] : [`notice ${String(after?.['state'])}${reasonOf(after)}`];
    case 'Tasks':
      return before?.['status'] === after?.['status'] ? [] : [`task ${String(after?.['status'])}`];
    case 'Payments':
      return before?.['status'] === after?.['status']
        ? []
        : [`payment ${String(after?.['status'])}${reasonOf(after)}`, ...takenBack(before, after)];
    case 'Clients':
      return String(after?.['record']).startsWith('class#') ? [`class ${String(after?.['event'])}`] : [];
    case 'Statements':
      return fromStatements(before, after);
    case 'Journal':
      return after ? fromJournal(after) : [];
    default:
      return [];
  }
}

function fromStatements(before: Item | undefined, after: Item | undefined): readonly string[] {
  if (!before && after?.['statementId'] === 'returns') return ['return kept for its payment'];
  const [was, is] = [before, after].map((item) => (item?.['progress'] as Item | undefined)?.['status']);
  return is === undefined || was === is ? [] : [`upload ${String(is)}`];
}

/** Money that came through a bank, and went back through it. */
const takenBack = (before: Item | undefined, after: Item | undefined): readonly string[] =>
  after?.['status'] === 'reversed' && String(after['paymentId']).startsWith('stmt-')
    ? [`bank took back (${String(before?.['status'])})`]
    : [];

/** Only where it is one of a few: a letter that was cancelled, money in suspense. */
const reasonOf = (item: Item | undefined): string =>
  item?.['state'] === 'CANCELLED' || item?.['status'] === 'suspense' ? ` (${String(item['reason'])})` : '';

function fromJournal(record: Item): readonly string[] {
  switch (record['kind']) {
    case 'checkpoint':
      return (record['settlements'] as readonly Settlement[]).map(
        ({ outcome, reason }) => `checkpoint ${outcome}${reason ? ` (${reason})` : ''}`,
      );
    case 'status':
      return [`policy ${String(record['status'])} (${String(record['reason'])})`];
    case 'waiting':
      return [`waiting ${String(record['reason'])}`];
    case 'relief':
      return [reliefOf(record['relief'] as Item)];
    case 'task':
      return [taskOf(record['task'] as Item)];
    default:
      return [`journal ${String(record['kind'])}`];
  }
}

const reliefOf = ({ relief, status }: Item): string => `relief ${String(relief)} ${String(status)}`;

function taskOf({ happened, of, reason, result }: Item): string {
  const what = of ?? reason ?? (result as Item | undefined)?.['outcome'];
  return `task ${String(happened)}${what ? ` (${String(what)})` : ''}`;
}

interface Settlement {
  readonly outcome: string;
  readonly reason?: string;
}
