import type { CellShard } from '../domain/significance/audit-cells.ts';
import type { CellCounts } from '../domain/significance/cells.ts';

/** Clients by cell, kept exact by whoever moves a client. */
export interface CellCounter {
  /** One request, however many clients there are. */
  counts(): Promise<CellCounts>;
  /** The same, by the shards in which it is kept; a shard without a client is there, too. */
  shards(): Promise<readonly CellShard[]>;
}
