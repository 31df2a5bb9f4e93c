import { referenceKeys } from '../bank-formats/reference-keys.ts';
import type { ReturnItem } from '../bank-formats/statement-item.ts';
import { Refusal } from '../domain/refusal.ts';
import type { EntryRegistry, PaymentReference } from '../ports/entry-registry.ts';
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
 */
export async function importReturn(deps: ReturnDeps, item: ReturnItem, by: string): Promise<EntryOutcome> {
  const before = await deps.entries.returnedBy(item.paymentId);
  const fitting = before === undefined ? await fittingPayments(deps.entries, item) : [before];
  const [target, ...others] = fitting;
  if (target === undefined) return { outcome: 'ignored' };
  if (others.length > 0) return rejected(item, `it may return any of ${fitting.length} payments: reverse the right one by hand`);
  const paymentId = before ?? (await deps.entries.claimReturn(item.paymentId, target));
  const reason = (item.returnOf.reason ?? 'returned by the bank').slice(0, LONGEST_REASON);
  try {
    const { outcome } = await reversePayment(deps.money, { paymentId, reason, reversedOn: item.bookedOn, by });
    return { outcome: outcome === 'new' ? 'reversed' : 'duplicate' };
  } catch (error) {
    if (error instanceof Refusal) return refused(deps, { item, paymentId, error });
    throw error;
  }
}

interface RefusedReturn {
  readonly item: ReturnItem;
  readonly paymentId: string;
  readonly error: Refusal;
}

/** Its references are kept, but it never was recorded; or the money is back already, by another entry or a person's hand. */
async function refused({ money }: ReturnDeps, { item, paymentId, error }: RefusedReturn): Promise<EntryOutcome> {
  if (error.code === 'NOT_FOUND') return { outcome: 'ignored' };
  const payment = await money.payments.read(paymentId);
  return payment?.status === 'reversed' ? { outcome: 'duplicate' } : rejected(item, `payment ${paymentId}: ${error.message}`);
}

const rejected = ({ entryNumber: entry }: ReturnItem, detail: string): EntryOutcome => ({ outcome: 'rejected', entry, detail });

/** The payments that share most references with the return, among those whose account, currency and amount fit. */
async function fittingPayments(entries: EntryRegistry, item: ReturnItem): Promise<readonly string[]> {
  const named = { ...item, structuredReferences: [...item.returnOf.references, ...item.structuredReferences] };
  const keys = referenceKeys(named).slice(0, MOST_KEYS);
  const found = (await atOnce(keys, LOOKUPS_AT_ONCE, (key) => entries.withReference(key))).flat().filter((r) => fits(r, item));
  const shared = Map.groupBy(found, ({ paymentId }) => paymentId);
  const most = Math.max(...[...shared.values()].map(({ length }) => length));
  return [...shared].filter(([, references]) => references.length === most).map(([paymentId]) => paymentId);
}

const fits = (reference: PaymentReference, item: ReturnItem): boolean =>
  reference.account === accountKey(item.account) && reference.currency === item.currency && reference.amountMinor === item.amountMinor;
