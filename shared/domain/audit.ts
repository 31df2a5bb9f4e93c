import { type AuditedCredits, auditCredits } from './audit-credits.ts';
import { cover, moneyIn } from './coverage.ts';
import { sum } from './money.ts';
import type { StoredPayment } from './payment.ts';
import { type Account, isOpen, type Policy, type PolicyStatus, type Progress } from './policy.ts';
import { oldestDueFirst } from './standing.ts';

/** Something that does not add up: where, what the books say, and what was recomputed. */
export interface Difference {
  readonly where: string;
  readonly what: string;
  readonly stored: string;
  readonly recomputed: string;
}

export interface AuditedPolicy extends AuditedCredits {
  readonly policy: Policy;
  readonly account: Account;
  readonly progress: Progress;
  readonly payments: readonly StoredPayment[];
  /** Of the journal: the status records in their order. */
  readonly statuses: readonly PolicyStatus[];
}

/** Recomputes one policy from its payments and its journal. Nothing here trusts a counter. */
export function auditPolicy(audited: AuditedPolicy): readonly Difference[] {
  return [...auditCounters(audited), ...auditCredits(audited), ...auditCoverage(audited), ...auditState(audited)];
}

function auditCounters({ policy, account, payments }: AuditedPolicy): readonly Difference[] {
  const applied = payments.filter((p) => p.status === 'applied');
  const where = `policy ${policy.policyNumber}`;
  const received = sum(applied.map((p) => p.amountMinor));
  const numbers = new Set([...Object.keys(account.directedMinor).map(Number), ...applied.flatMap((p) => p.installment ?? [])]);
  const directed = [...numbers].flatMap((number) => {
    const recomputed = sum(applied.filter((p) => p.installment === number).map((p) => p.amountMinor));
    return differ(where, `received for installment ${number}`, account.directedMinor[number] ?? 0, recomputed);
  });
  return [...differ(where, 'received', account.receivedMinor, received), ...directed];
}

/** 0 ≤ covered ≤ due less what was written off, for each installment; coverage + excess = the money in the policy (less is overdrawn); the slices are the premium. */
function auditCoverage({ policy, account }: AuditedPolicy): readonly Difference[] {
  const where = `policy ${policy.policyNumber}`;
  const inOrder = oldestDueFirst(policy);
  const { coveredMinor, excessMinor } = cover(inOrder, account);
  const beyond = inOrder.flatMap((i, index) => {
    const covered = coveredMinor[index] ?? 0;
    return covered < 0 || covered > i.amountMinor
      ? [{ where, what: `cover of installment ${i.number}`, stored: String(covered), recomputed: `0–${i.amountMinor}` }]
      : [];
  });
  const slices = sum(policy.installments.map((i) => i.amountMinor));
  return [
    ...beyond,
    ...differ(where, 'coverage and excess', Math.max(0, moneyIn(account)), sum(coveredMinor) + excessMinor),
    ...differ(where, 'sum of the installments', slices, policy.premium.amountMinor),
  ];
}

/** The status is what the journal says last; an open policy has a next checkpoint, a closed one none. */
function auditState({ policy, account, progress, statuses }: AuditedPolicy): readonly Difference[] {
  const where = `policy ${policy.policyNumber}`;
  const waits = progress.next === undefined ? 'no next checkpoint' : 'a next checkpoint';
  return [
    ...differ(where, 'status', account.status, statuses.at(-1) ?? 'active'),
    ...differ(where, 'wake-up', waits, isOpen(account.status) ? 'a next checkpoint' : 'no next checkpoint'),
  ];
}

function differ<T extends string | number>(where: string, what: string, stored: T, recomputed: T): readonly Difference[] {
  return stored === recomputed ? [] : [{ where, what, stored: String(stored), recomputed: String(recomputed) }];
}

/**
 * The books of one currency, in minor units. Received = applied + suspense + disbursed + reversed; accounts = applied. Disbursed is what
 * was returned out of suspense and out of excess credit; the latter is applied no more. Transfers move nothing here.
 */
export interface Totals {
  readonly received: number;
  readonly applied: number;
  readonly suspense: number;
  readonly disbursed: number;
  readonly reversed: number;
  /** Σ of the policies' counters: received less disbursed. */
  readonly accounts: number;
}

export type Books = Readonly<Record<string, Totals>>;

const EMPTY: Totals = { received: 0, applied: 0, suspense: 0, disbursed: 0, reversed: 0, accounts: 0 };

/** A split payment is received; its parts are what became of it. */
export function bookPayment(books: Books, payment: StoredPayment): Books {
  const before = books[payment.currency] ?? EMPTY;
  const received = payment.partOf === undefined ? before.received + payment.amountMinor : before.received;
  if (payment.status === 'split' || (payment.status === 'reversed' && payment.parts))
    return { ...books, [payment.currency]: { ...before, received } };
  return { ...books, [payment.currency]: { ...before, received, [payment.status]: before[payment.status] + payment.amountMinor } };
}

export function bookAccount(books: Books, currency: string, { receivedMinor, moved }: Pick<Account, 'receivedMinor' | 'moved'>): Books {
  const before = books[currency] ?? EMPTY;
  const { accounts, applied, disbursed } = before;
  const back = moved?.disbursedMinor ?? 0;
  return {
    ...books,
    [currency]: { ...before, accounts: accounts + receivedMinor - back, applied: applied - back, disbursed: disbursed + back },
  };
}

/** Each currency by itself: money never moves between them. */
export const auditBooks = (books: Books): readonly Difference[] =>
  Object.entries(books).flatMap(([currency, t]) => [
    ...differ(`books in ${currency}`, 'received', t.received, t.applied + t.suspense + t.disbursed + t.reversed),
    ...differ(`books in ${currency}`, 'counters of the policies', t.accounts, t.applied),
  ]);
