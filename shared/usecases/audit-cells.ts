import type { Difference } from '../domain/audit.ts';
import { auditShard } from '../domain/significance/audit-cells.ts';
import { addCounts, type CellCounts, recount } from '../domain/significance/cells.ts';
import type { AuditReader, CountedClient } from '../ports/audit-reader.ts';
import type { CellCounter } from '../ports/cell-counter.ts';
import type { Pace } from '../ports/pace.ts';
import type { Cursor } from '../ports/page.ts';

export interface Deps {
  readonly reader: Pick<AuditReader, 'clients'>;
  readonly cells: Pick<CellCounter, 'shards'>;
  readonly pace: Pace;
}

/** One count of all clients, by the shards of the kept counters. As large as the counters are, however many clients there are. */
export interface CellsPass {
  readonly look: number;
  readonly clients: number;
  /** The shards that this pass compares, with their moves when it began. */
  readonly movesBefore: Readonly<Record<string, number>>;
  readonly counted: Readonly<Record<string, CellCounts>>;
}

export type CellsStep =
  | { readonly kind: 'goOn'; readonly pass: CellsPass; readonly cursor?: Cursor }
  | {
      readonly kind: 'done';
      readonly clients: number;
      readonly differences: readonly Difference[];
      /** Shards that are neither right nor wrong: clients moved in them during every look. */
      readonly unsure: number;
    };

const LOOKS = 3;
const PAGE = 100;
const NOBODY = recount([]);

/**
 * One page more of the cells' audit. The counters are kept in the transactions that move clients, so a shard in which nobody
 * moved must equal its clients. One that does not is counted again: it is wrong when it still is at the third look.
 */
export async function auditCells(deps: Deps, from: { readonly pass?: CellsPass; readonly cursor?: Cursor }): Promise<CellsStep> {
  const pass = from.pass ?? beginning(1, await deps.cells.shards());
  const page = await deps.reader.clients({ limit: PAGE, ...(from.cursor ? { cursor: from.cursor } : {}) });
  const counted = { ...pass, clients: pass.clients + page.items.length, counted: countedWith(pass.counted, page.items) };
  return page.cursor ? { kind: 'goOn', pass: counted, cursor: page.cursor } : endOfPass(deps, counted);
}

type Moves = readonly { readonly shard: string; readonly moves: number }[];

const beginning = (look: number, shards: Moves): CellsPass => ({
  look,
  clients: 0,
  movesBefore: Object.fromEntries(shards.map(({ shard, moves }) => [shard, moves])),
  counted: {},
});

function countedWith(counted: CellsPass['counted'], clients: readonly CountedClient[]): CellsPass['counted'] {
  const byShard = Object.entries(Object.groupBy(clients, ({ shard }) => shard));
  const added = byShard.map(([shard, of = []]) => [shard, addCounts(counted[shard] ?? NOBODY, recount(of))] as const);
  return { ...counted, ...Object.fromEntries(added) };
}

async function endOfPass({ cells, pace }: Deps, { look, clients, movesBefore, counted }: CellsPass): Promise<CellsStep> {
  const compared = (await cells.shards()).flatMap((kept) => {
    const before = movesBefore[kept.shard];
    return before === undefined ? [] : [{ ...kept, ...auditShard(kept, { counts: counted[kept.shard] ?? NOBODY, movesBefore: before }) }];
  });
  const wrong = compared.filter(({ all }) => all.length > 0);
  if (wrong.length > 0 && look < LOOKS) {
    await pace.sleep(500); // a transaction that had reached the counter, but not yet the client, when both were read
    return { kind: 'goOn', pass: beginning(look + 1, wrong) };
  }
  const differences = wrong.flatMap(({ unexplained }) => unexplained);
  return { kind: 'done', clients, differences, unsure: wrong.filter(({ unexplained }) => unexplained.length === 0).length };
}
