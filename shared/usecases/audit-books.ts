import { type AuditedPolicy, auditBooks, auditPolicy, type Books, bookAccount, bookPayment, type Difference } from '../domain/audit.ts';
import { type CreditMove, otherSide } from '../domain/credit-move.ts';
import type { AuditReader } from '../ports/audit-reader.ts';
import type { CreditMoveReader } from '../ports/credit-moves.ts';
import type { Pace } from '../ports/pace.ts';
import type { Cursor } from '../ports/page.ts';
import type { PaymentReader } from '../ports/payment-reader.ts';
import type { PolicyStore } from '../ports/policy-store.ts';
import type { TimelineReader } from '../ports/timeline-reader.ts';
import { allPaymentsOf } from './all-payments-of.ts';
import { auditCells, type Deps as CellsDeps, type CellsPass } from './audit-cells.ts';
import { statusesInOrder } from './statuses-in-order.ts';

export interface Deps extends CellsDeps {
  readonly reader: AuditReader;
  readonly policies: PolicyStore;
  readonly payments: PaymentReader;
  readonly credits: CreditMoveReader;
  readonly timeline: Pick<TimelineReader, 'journal'>;
  readonly pace: Pace;
}

/** Where an audit has come: plain data, so that it goes on in another invocation. */
export interface AuditState {
  readonly phase: 'policies' | 'payments' | 'clients' | 'done';
  readonly cursor?: Cursor;
  readonly policies: number;
  readonly payments: number;
  readonly clients: number;
  /** Of the phase `clients`: the count that is under way. */
  readonly cells?: CellsPass;
  /** Shards of the cells' counters that could not be judged: clients moved all the while. */
  readonly unsureCells: number;
  readonly books: Books;
  /** The first hundred; `differencesFound` counts all. */
  readonly differences: readonly Difference[];
  readonly differencesFound: number;
}

export const AUDIT_BEGINS: AuditState = {
  phase: 'policies',
  policies: 0,
  payments: 0,
  clients: 0,
  unsureCells: 0,
  books: {},
  differences: [],
  differencesFound: 0,
};

const PAGE = 100;
const MOST_SHOWN = 100;

/** One page more of the audit. Changes nothing in the store. */
export async function auditPage(deps: Deps, state: AuditState): Promise<AuditState> {
  switch (state.phase) {
    case 'policies':
      return auditPolicies(deps, state);
    case 'payments':
      return auditPayments(deps, state);
    case 'clients':
      return auditClients(deps, state);
    case 'done':
      return state;
  }
}

const request = ({ cursor }: AuditState) => ({ limit: PAGE, ...(cursor ? { cursor } : {}) });

async function auditPolicies(deps: Deps, { cursor: _, ...state }: AuditState & { readonly cursor?: Cursor }): Promise<AuditState> {
  const page = await deps.reader.policyNumbers(request(_ ? { ...state, cursor: _ } : state));
  let books = state.books;
  const found: Difference[] = [];
  for (const policyNumber of page.items) {
    const { audited, differences } = await auditOne(deps, policyNumber);
    if (audited) books = bookAccount(books, audited.policy.premium.currency, audited.account);
    found.push(...differences);
  }
  const next = page.cursor ? { cursor: page.cursor } : { phase: 'payments' as const };
  return { ...withFound(state, found), books, policies: state.policies + page.items.length, ...next };
}

async function auditPayments(deps: Deps, { cursor: _, ...state }: AuditState & { readonly cursor?: Cursor }): Promise<AuditState> {
  const page = await deps.reader.payments(request(_ ? { ...state, cursor: _ } : state));
  const books = page.items.reduce(bookPayment, state.books);
  const done = { ...state, books, payments: state.payments + page.items.length };
  return page.cursor ? { ...done, cursor: page.cursor } : { ...withFound(done, auditBooks(books)), phase: 'clients' };
}

async function auditClients(deps: Deps, { cursor, cells, ...state }: AuditState): Promise<AuditState> {
  const step = await auditCells(deps, { ...(cells ? { pass: cells } : {}), ...(cursor ? { cursor } : {}) });
  if (step.kind === 'goOn') return { ...state, cells: step.pass, ...(step.cursor ? { cursor: step.cursor } : {}) };
  return { ...withFound(state, step.differences), clients: step.clients, unsureCells: step.unsure, phase: 'done' };
}

const withFound = (state: AuditState, found: readonly Difference[]): AuditState => ({
  ...state,
  differences: [...state.differences, ...found].slice(0, MOST_SHOWN),
  differencesFound: state.differencesFound + found.length,
});

const LOOKS = 3;

/** A payment may arrive between two reads, and an index may lag: a difference counts when it is still there at the third look. */
async function auditOne(
  deps: Deps,
  policyNumber: string,
): Promise<{ readonly audited?: AuditedPolicy; readonly differences: readonly Difference[] }> {
  for (let look = 1; ; look++) {
    const audited = await readAudited(deps, policyNumber);
    const differences = audited
      ? auditPolicy(audited)
      : [{ where: `policy ${policyNumber}`, what: 'records', stored: 'account', recomputed: 'policy, account and next checkpoint' }];
    if (differences.length === 0 || look === LOOKS) return audited ? { audited, differences } : { differences };
    await deps.pace.sleep(500);
  }
}

async function readAudited({ policies, payments, credits, timeline }: Deps, policyNumber: string): Promise<AuditedPolicy | undefined> {
  const [head, told, moves, journal] = [
    await policies.read(policyNumber),
    await allPaymentsOf(payments, policyNumber),
    await credits.ofPolicy(policyNumber),
    await timeline.journal(policyNumber),
  ];
  if (!head) return undefined;
  const statuses = statusesInOrder(journal);
  return { ...head, payments: told, credits: moves, transfers: await withMirrors(credits, moves), statuses };
}

async function withMirrors(credits: CreditMoveReader, moves: readonly CreditMove[]): Promise<AuditedPolicy['transfers']> {
  const transfers = moves.flatMap((move) => (move.kind === 'disbursement' ? [] : [move]));
  return Promise.all(
    transfers.map(async (move) => {
      const { policyNumber, name } = otherSide(move);
      return { move, mirror: await credits.read(policyNumber, name) };
    }),
  );
}
