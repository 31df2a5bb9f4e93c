import type { Change, Item } from '../engine/change-feed.ts';
import { type Report, told } from './finding.ts';
import type { ModelVersions } from './model-versions.ts';

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

  /** What he has. */
  of(clientId: string): string {
    return this.#held.get(clientId)?.at(-1)?.significance ?? 'B';
  }

  /**
   * The days of grace that a decision went by. On record are the conditions it used: of a class that the client had and of a model that
   * was in force when it was made, as that model has them for that class.
   */
  graceOfDecision(record: Item, clientId: string, { models, now }: Deciding, report: Report): number {
    const used = (record['inputs'] as Item)['conditions'] as Used;
    const held = this.#held.get(clientId) ?? [];
    const isHeld = held.some((h, index) => h.significance === used.class && (held[index + 1]?.since ?? now) > now - OLDEST_READ_MS);
    const own = models.conditionsOf(used.modelVersion, used.class) ?? {};
    const standard = Number(models.conditionsOf(used.modelVersion, 'B')?.['graceDays']);
    const isSame = used.standardGraceDays === standard && Object.entries(own).every(([name, value]) => used.conditions[name] === value);
    if (!isHeld || !isSame || !models.isInForce(used.modelVersion, now))
      report(6, `${String(record['policyNumber'])} is served by ${told(used)}; in force is ${models.latest.version}: ${told(own)}`);
    return Number(own['graceDays']);
  }
}

interface Deciding {
  readonly models: ModelVersions;
  readonly now: number;
}

interface Used {
  readonly class: string;
  readonly modelVersion: number;
  readonly conditions: Item;
  /** Of who has no class: B, in every model here. */
  readonly standardGraceDays: number;
}
