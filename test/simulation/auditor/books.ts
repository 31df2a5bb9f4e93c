import type { Change, Item } from '../engine/change-feed.ts';

/** What is stored, as the auditor saw it being written: plain items by their keys. */
export class Books {
  readonly policies = new Map<string, Item>();
  readonly accounts = new Map<string, Item>();
  readonly nexts = new Map<string, Item>();
  readonly payments = new Map<string, Item>();
  /** Excess credit that was moved: by policy and record. */
  readonly credits = new Map<string, Item>();
  readonly notices = new Map<string, Item>();
  readonly outbox = new Map<string, Item>();
  readonly tasks = new Map<string, Item>();
  /** Bank statements are imported through this day. */
  reconciledThrough = '';
  readonly journals = new Map<string, Item[]>();

  enter(change: Change): void {
    const item = change.after ?? change.before ?? {};
    const [key, book] = this.#placeOf(change.table, item);
    if (change.table === 'Journal')
      this.journals.set(String(item['policyNumber']), [...(this.journals.get(String(item['policyNumber'])) ?? []), item]);
    if (change.table === 'Statements' && item['statementId'] === 'reconciliation')
      this.reconciledThrough = String(item['reconciledThrough']);
    if (!book) return;
    if (change.after) book.set(key, change.after);
    else book.delete(key);
  }

  /** Payments whose money the policy has. */
  appliedTo(policyNumber: string): readonly Item[] {
    return [...this.payments.values()].filter((p) => p['policyNumber'] === policyNumber && p['status'] === 'applied');
  }

  /** Moves of excess, as they are written in the policy. */
  movesOf(policyNumber: string): readonly Item[] {
    return [...this.credits.values()].filter((move) => move['policyNumber'] === policyNumber);
  }

  /** All that ever came to a policy or left it. */
  moneyOf(policyNumber: string): readonly Item[] {
    return [...this.appliedTo(policyNumber), ...this.movesOf(policyNumber)];
  }

  #placeOf(table: string, item: Item): readonly [string, Map<string, Item> | undefined] {
    switch (table) {
      case 'Policies': {
        const record = String(item['record']);
        if (record.startsWith('credit')) return [`${String(item['policyNumber'])} ${record}`, this.credits];
        const books = { policy: this.policies, account: this.accounts, nextCheckpoint: this.nexts };
        return [String(item['policyNumber']), books[item['record'] as keyof typeof books]];
      }
      case 'Payments':
        return [String(item['paymentId']), this.payments];
      case 'Notices':
        return [String(item['noticeId']), this.notices];
      case 'Outbox':
        return [String(item['intent']), this.outbox];
      case 'Tasks':
        return [String(item['taskId']), this.tasks];
      default:
        return ['', undefined];
    }
  }
}
