import { checkStatement } from '../bank-formats/check-statement.ts';
import { readStatement } from '../bank-formats/read-statement.ts';
import type { StatementFormat, StatementItem } from '../bank-formats/statement-item.ts';
import { addDays, type LocalDate } from '../domain/local-date.ts';
import { localDateAt, timestamp } from '../domain/zone.ts';
import type { ByteDigest } from '../ports/byte-digest.ts';
import type { StatementImport, StatementStore } from '../ports/statement-store.ts';
import { addOutcomes, NOTHING_YET, type Tally } from './entry-outcome.ts';
import { type BlockDeps, importCredits, importReturns } from './import-block.ts';
import { importKeptReturns } from './import-return.ts';

export interface Deps extends BlockDeps {
  readonly statements: Pick<StatementStore, 'keepImport' | 'reconcile'>;
  readonly newDigest: () => ByteDigest;
}

/** A file that can be read from its beginning as often as needed, and who sent it. */
export interface Source {
  readonly open: () => AsyncIterable<Uint8Array>;
  readonly contentType?: string;
  readonly by: string;
}

/** Where an import has come: plain data, so that it goes on after a stop, in another invocation. */
export interface ImportState {
  readonly statementId: string;
  readonly format: StatementFormat;
  readonly entries: number;
  readonly returns: number;
  readonly phase: 'credits' | 'returns' | 'done';
  /** Items of the file that this phase is through with. */
  readonly position: number;
  readonly tally: Tally;
}

/** Kept between two stops: so many items are repeated at most, and found to be done. */
const BLOCK = 200;

/**
 * Reads the file to its end and changes nothing: what can't be read whole changes nothing at all.
 * @throws StatementError
 */
export async function beginImport({ newDigest }: Pick<Deps, 'newDigest'>, { open, contentType }: Source): Promise<ImportState> {
  const digest = newDigest();
  const { format, entries, returns } = await checkStatement(digested(open(), digest), contentType === undefined ? {} : { contentType });
  return { statementId: `st-${digest.text()}`, format, entries, returns, phase: 'credits', position: 0, tally: NOTHING_YET };
}

/**
 * Does the rest of an import, and says after each block where it is. Whoever stops in between, on purpose or by a crash, goes on from
 * the last state, or from the beginning: nothing is recorded twice. Returns come after all credits, since banks that write the latest
 * entry first show a return before the payment it returns; and last those that earlier files told before their payments.
 * @throws ImportStopped
 */
export async function* continueImport(deps: Deps, source: Source, begun: ImportState): AsyncGenerator<ImportState> {
  let state = begun;
  while (state.phase !== 'done') {
    for await (const items of blocksFrom(source, state.position)) {
      state = { ...state, position: state.position + items.length, tally: await doBlock(deps, source, state, items) };
      yield state;
    }
    state = { ...state, phase: state.phase === 'credits' && state.returns > 0 ? 'returns' : 'done', position: 0 };
  }
  const kept = await importKeptReturns(deps, source.by);
  state = { ...state, tally: addOutcomes(state.tally, kept.outcomes) };
  const { reconciledThrough } = state.tally;
  if (reconciledThrough) await deps.statements.reconcile(reconciledThrough);
  await deps.statements.keepImport(importOf(state, source.by, timestamp(deps.clock.now())));
  for (const known of kept.done) await deps.entries.forgetReturn(known);
  yield state;
}

/** All of it at once. */
export async function importStatement(deps: Deps, source: Source): Promise<ImportState> {
  let state = await beginImport(deps, source);
  for await (const reached of continueImport(deps, source, state)) state = reached;
  return state;
}

async function doBlock(deps: Deps, { by }: Source, { phase, tally }: ImportState, items: readonly StatementItem[]): Promise<Tally> {
  if (phase === 'returns') return addOutcomes(tally, await importReturns(deps, items, by));
  const through = latestClosing(items, tomorrow(deps.clock.now()));
  const added = addOutcomes(tally, await importCredits(deps, items, by));
  return through && through > (tally.reconciledThrough ?? '') ? { ...added, reconciledThrough: through } : added;
}

/** A balance of a day that is nowhere yet is a mistake of the bank, and must not reconcile the future. */
const latestClosing = (items: readonly StatementItem[], notAfter: LocalDate): LocalDate | undefined =>
  items
    .flatMap((item) => (item.kind === 'balance' && item.on <= notAfter ? [item.on] : []))
    .toSorted()
    .at(-1);

const tomorrow = (now: number): LocalDate => addDays(localDateAt(now, 'UTC'), 1);

async function* blocksFrom({ open, contentType }: Source, position: number): AsyncGenerator<readonly StatementItem[]> {
  let block: StatementItem[] = [];
  let seen = 0;
  for await (const item of readStatement(open(), contentType === undefined ? {} : { contentType })) {
    if (seen++ < position) continue;
    block.push(item);
    if (block.length < BLOCK) continue;
    yield block;
    block = [];
  }
  if (block.length > 0) yield block;
}

async function* digested(bytes: AsyncIterable<Uint8Array>, digest: ByteDigest): AsyncGenerator<Uint8Array> {
  for await (const block of bytes) {
    digest.add(block);
    yield block;
  }
}

function importOf({ statementId, format, entries, tally }: ImportState, by: string, at: string): StatementImport {
  return { statementId, at, by, counts: { format, entries, ...tally } };
}
