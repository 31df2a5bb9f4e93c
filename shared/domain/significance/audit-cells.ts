import type { Difference } from '../audit.ts';
import type { CellCounts } from './cells.ts';
import { POTENTIAL_BANDS, RESULT_BANDS } from './model.ts';

/** The counters are kept in shards, so that writers don't wait for each other. Each client is counted in one, always the same. */
export interface CellShard {
  readonly shard: string;
  readonly counts: CellCounts;
  /** Grows by one whenever a client of this shard comes into, leaves or changes his cell. */
  readonly moves: number;
}

export interface Recounted {
  readonly counts: CellCounts;
  /** The shard's moves before the first client was counted. */
  readonly movesBefore: number;
}

export interface ShardDifferences {
  readonly all: readonly Difference[];
  /** What the clients who moved during the count do not explain. */
  readonly unexplained: readonly Difference[];
}

/**
 * What a shard says against its clients counted one after the other. A client who moved meanwhile may have been counted where he
 * was or where he is, so each move makes a cell wrong by one at most: with 2 moves, kept 7 and counted 5 may be right, 7 and 4 are not.
 */
export function auditShard(kept: CellShard, { counts, movesBefore }: Recounted): ShardDifferences {
  const moved = kept.moves - movesBefore;
  const cells = POTENTIAL_BANDS.flatMap((p) =>
    RESULT_BANDS.map((f) => ({ cell: `${p}${f}`, stored: kept.counts[p][f], recomputed: counts[p][f] })),
  );
  const wrong = cells.filter(({ stored, recomputed }) => stored !== recomputed);
  const differences = (of: typeof cells): readonly Difference[] =>
    of.map(({ cell, stored, recomputed }) => ({
      where: `cell ${cell}`,
      what: `clients in shard ${kept.shard}`,
      stored: String(stored),
      recomputed: String(recomputed),
    }));
  return {
    all: differences(wrong),
    unexplained: differences(wrong.filter(({ stored, recomputed }) => Math.abs(stored - recomputed) > moved)),
  };
}
