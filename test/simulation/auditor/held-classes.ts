import type { Change, Item } from '../engine/change-feed.ts';
import type { Report } from './finding.ts';
import { graceOf } from './own-process.ts';

interface Held {
  readonly since: number;
  readonly significance: string;
}

/** A decision may rest on what was read some hours before it was written: nothing of the policy changed, but the client may have. */
const OLDEST_READ_MS = 12 * 3_600_000;

/** Which class clients had when. Who has none is served as B. */
export class HeldClasses {
  readonly #held = new Map<string, Held[]>();

  observe({ table, after }: Change, now: number): void {
    if (table !== 'Clients' || after?.['record'] !== 'client') return;
    const clientId = String(after['clientId']);
    const significance = String((after['significance'] as Item | undefined)?.['class'] ?? 'B');
    this.#held.set(clientId, [...(this.#held.get(clientId) ?? []), { since: now, significance }]);
  }

  /** The longest grace that the client ever had. */
  longestGrace(clientId: string): number {
    return Math.max(10, ...(this.#held.get(clientId) ?? []).map(({ significance }) => graceOf(significance)));
  }

  /** The days of grace that a decision went by: those of a class that the client had when it was made. */
  graceOfDecision(record: Item, clientId: string, now: number, report: Report): number {
    const { class: significance, conditions } = (record['inputs'] as Item)['conditions'] as {
      readonly class: string;
      readonly conditions: Item;
    };
    const held = this.#held.get(clientId) ?? [];
    const isHeld = held.some((h, index) => h.significance === significance && (held[index + 1]?.since ?? now) > now - OLDEST_READ_MS);
    const grace = graceOf(significance);
    if (!isHeld || conditions['graceDays'] !== grace)
      report(6, `${String(record['policyNumber'])} is served as ${significance} with ${String(conditions['graceDays'])} days of grace`);
    return grace;
  }
}
