import type { CellCounts } from '../domain/significance/cells.ts';

/** Clients by cell, kept exact by whoever moves a client. */
export interface CellCounter {
  /** One request, however many clients there are. */
  counts(): Promise<CellCounts>;
}
