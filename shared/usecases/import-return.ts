import { referenceKeys } from '../bank-formats/reference-keys.ts';
import type { ReturnItem } from '../bank-formats/statement-item.ts';
import { addDays, type LocalDate } from '../domain/local-date.ts';
import { Refusal } from '../domain/refusal.ts';
import { localDateAt } from '../domain/zone.ts';
import type { BankReturn, EntryRegistry, KeptReturn, PaymentReference } from '../ports/entry-registry.ts';
import { atOnce } from './at-once.ts';
import type { EntryOutcome } from './entry-outcome.ts';
import type { MoneyDeps } from './moving-money.ts';
import { accountKey } from './register-credits.ts';
import { reversePayment } from './reverse-payment.ts';

export interface ReturnDeps {
  readonly money: MoneyDeps;
  readonly entries: EntryRegistry;
}

const LONGEST_REASON = 500;
/** A bank repeats a handful. */
const MOST_KEYS = 12;
const LOOKUPS_AT_ONCE = 4;

/**
 * Reverses the payment that a debit returns, once. Which one it is, is written down before: the same return seen again means the same
 * payment, also after others have come to share its references.
 *
 * Files come in any order: a return of no payment that is known is kept, for the import that brings the payment (see importKeptReturns).
 */
export async function importReturn(deps: ReturnDeps, item: ReturnItem, by: string): Promise<EntryOutcome> {
  const told = bankReturn(item);
  const known = await takeBack(deps, told, by);
  if (known) return known;
  await deps.entries.keepReturn({ ...told, keptOn: today(deps) });
  return { outcome: 'ignored' };
}

export interface KeptReturnsDone {
  readonly outcomes: readonly EntryOutcome[];
  /** Those that need not be kept any longer. */
  readonly done: readonly KeptReturn[];
}

/** From the first file that tells of a return to the last that tells of its payment: banks' files of one day come within days. */
const KEPT_DAYS = 30;

/**
 * Returns that were told before their payments, when these have been recorded meanwhile. The others go on waiting. Every import ends with
 * it: of two at once, of a return and its payment, the one that ends last sees what the other has written.
 */
export async function importKeptReturns(deps: ReturnDeps, by: string): Promise<KeptReturnsDone> {
  const outcomes: EntryOutcome[] = [];
  const done: KeptReturn[] = [];
  for (const kept of await deps.entries.returnsKept(addDays(today(deps), -KEPT_DAYS))) {
    const outcome = await takeBack(deps, kept, by);
    if (!outcome) continue;
    done.push(kept);
    if (outcome.outcome !== 'duplicate') outcomes.push(ofEarlierFile(outcome)); // that was counted by the import that did it
  }
  return { outcomes, done };
}

const ofEarlierFile = (outcome: EntryOutcome): EntryOutcome =>
  outcome.outcome === 'rejected' ? { ...outcome, detail: `told by an earlier file: ${outcome.detail}` } : outcome;

const today = ({ money }: ReturnDeps): LocalDate => localDateAt(money.clock.now(), 'UTC');

function bankReturn(item: ReturnItem): BankReturn {
  const { paymentId: returnId, currency, amountMinor, bookedOn, entryNumber, returnOf } = item;
  const named = { ...item, structuredReferences: [...returnOf.references, ...item.structuredReferences] };
  const keys = referenceKeys(named).slice(0, MOST_KEYS);
  const reason = (returnOf.reason ?? 'returned by the bank').slice(0, LONGEST_REASON);
  return { returnId, keys, account: accountKey(item.account), currency, amountMinor, bookedOn, reason, entryNumber };
}

/** undefined: the payment is not in the books. */
async function takeBack(deps: ReturnDeps, told: BankReturn, by: string): Promise<EntryOutcome | undefined> {
  const { returnId, reason, bookedOn: reversedOn } = told;
  const before = await deps.entries.returnedBy(returnId);
  const fitting = before === undefined ? await fittingPayments(deps.entries, told) : [before];
  const [target, ...others] = fitting;
  if (target === undefined) return undefined;
  if (others.length > 0) return rejected(told, `it may return any of ${fitting.length} payments: reverse the right one by hand`);
  const paymentId = before ?? (await deps.entries.claimReturn(returnId, target));
  try {
    const { outcome } = await reversePayment(deps.money, { paymentId, reason, reversedOn, by });
    return { outcome: outcome === 'new' ? 'reversed' : 'duplicate' };
  } catch (error) {
    if (error instanceof Refusal) return refused(deps, { told, paymentId, error });
    throw error;
  }
}

interface RefusedReturn {
  readonly told: BankReturn;
  readonly paymentId: string;
  readonly error: Refusal;
}

/** Its references are kept, but it is not recorded (yet); or the money is back already, by another entry or a person's hand. */
async function refused({ money }: ReturnDeps, { told, paymentId, error }: RefusedReturn): Promise<EntryOutcome | undefined> {
  if (error.code === 'NOT_FOUND') return undefined;
  const payment = await money.payments.read(paymentId);
  return payment?.status === 'reversed' ? { outcome: 'duplicate' } : rejected(told, `payment ${paymentId}: ${error.message}`);
}

const rejected = ({ entryNumber: entry }: BankReturn, detail: string): EntryOutcome => ({ outcome: 'rejected', entry, detail });

/** The payments that share most references with the return, among those whose account, currency and amount fit. */
async function fittingPayments(entries: EntryRegistry, told: BankReturn): Promise<readonly string[]> {
  const found = (await atOnce(told.keys, LOOKUPS_AT_ONCE, (key) => entries.withReference(key))).flat().filter((r) => fits(r, told));
  const shared = Map.groupBy(found, ({ paymentId }) => paymentId);
  const most = Math.max(...[...shared.values()].map(({ length }) => length));
  return [...shared].filter(([, references]) => references.length === most).map(([paymentId]) => paymentId);
}

const fits = (reference: PaymentReference, told: BankReturn): boolean =>
  reference.account === told.account && reference.currency === told.currency && reference.amountMinor === told.amountMinor;
