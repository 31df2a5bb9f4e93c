import { batchKey, entryFingerprint, entryKey } from './entry-fingerprint.ts';
import type { Occurrences } from './occurrences.ts';
import type { CreditItem, EntryFacts, StatementItem } from './statement-item.ts';
import { type UsableMoney, usableMoney } from './usable-money.ts';

/**
 * What an entry is to us: a payment, the return of one, or nothing. Only booked ones move money. A debit that returns nothing is
 * none of our business, so it isn't rejected for its currency or date either; whatever would be money must be whole.
 */
export function judgeEntry(facts: EntryFacts, occurrences: Occurrences): StatementItem {
  const { status, direction, returnOf, account, entryNumber, detailNumber } = facts;
  if (status !== 'booked') return { ...facts, kind: 'ignored', why: status };
  if (direction === 'debit' && !returnOf) return { ...facts, kind: 'ignored', why: 'debit' };
  const rejected = (detail: string): StatementItem => ({ kind: 'rejected', entryNumber, ...(detailNumber && { detailNumber }), detail });
  const money = usableMoney(facts);
  if (typeof money === 'string') return rejected(money);
  if (!account) return rejected('the account is missing: the entry stands outside a statement that names it');
  const booked = () => ({ ...facts, ...money, ...paymentIds(facts, money, { account, occurrences }) });
  if (direction === 'credit') return { ...booked(), kind: 'credit', direction };
  if (direction === 'debit' && returnOf) return { ...booked(), kind: 'return', direction, returnOf };
  return rejected('the entry says neither credit nor debit');
}

interface Counting {
  readonly account: string;
  readonly occurrences: Occurrences;
}

type PaymentIds = Pick<CreditItem, 'paymentId' | 'batchPaymentId'>;

function paymentIds(facts: EntryFacts, money: UsableMoney, { account, occurrences }: Counting): PaymentIds {
  const key = entryKey(facts, { ...money, account });
  const first = entryFingerprint(key, 1); // counted by its hash: of the key itself, 100,000 would be kept
  const occurrence = occurrences.next(account, first);
  const paymentId = occurrence === 1 ? first : entryFingerprint(key, occurrence);
  return { paymentId, ...(facts.batch && batchId(facts, money, account)) };
}

/** Two batches that agree in all of this are one: a bank does not give its reference of the entry twice on a day. */
function batchId(facts: EntryFacts, money: UsableMoney, account: string): Pick<PaymentIds, 'batchPaymentId'> {
  const { batch } = facts;
  const whole = batch && usableMoney({ ...facts, ...batch });
  if (whole === undefined || typeof whole === 'string') return {};
  const key = batchKey({ ...facts, direction: batch?.direction }, { ...whole, bookedOn: money.bookedOn, account });
  return key === undefined ? {} : { batchPaymentId: entryFingerprint(key, 1) };
}
