import type { Regulation } from '../domain/regulation.ts';

export interface RegulationStore {
  /** A version never changes, so it is read once and remembered. */
  version(regulationId: string, version: number): Promise<Regulation | undefined>;
  /** The latest known without asking: may be outdated, and whoever relies on it checks in its own transaction. */
  latestKnown(regulationId: string): Promise<Regulation | undefined>;
  /** Somebody saw a newer one. */
  learn(regulation: Regulation): void;
}
