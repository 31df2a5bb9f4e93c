import type { Regulation } from '../domain/regulation.ts';

export interface RegulationStore {
  /** A version never changes, so it is read once and remembered. */
  version(regulationId: string, version: number): Promise<Regulation | undefined>;
  /** The latest known without asking: may be outdated, and whoever relies on it checks in its own transaction. */
  latestKnown(regulationId: string): Promise<Regulation | undefined>;
  /** Somebody saw a newer one. */
  learn(regulation: Regulation): void;
}

export interface RegulationPublisher {
  /** Consistent. */
  latest(regulationId: string): Promise<Regulation | undefined>;
  /** 'taken': another publisher was faster; a version never changes. */
  add(regulation: Regulation, recorded: { readonly recordedAt: string; readonly by: string }): Promise<'added' | 'taken'>;
}
