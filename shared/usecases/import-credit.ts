import type { CreditItem } from '../bank-formats/statement-item.ts';
import type { Payment, StoredPayment } from '../domain/payment.ts';
import { timestamp } from '../domain/zone.ts';
import type { Clock } from '../ports/clock.ts';
import type { PaymentReader } from '../ports/payment-reader.ts';
import type { EntryOutcome } from './entry-outcome.ts';
import { NO_POLICY, paymentOfCredit } from './payment-of-credit.ts';
import { type Deps as RecordDeps, recordPayment } from './record-payment.ts';

export interface CreditDeps extends RecordDeps {
  readonly payments: Pick<PaymentReader, 'read'>;
  readonly clock: Clock;
}

export interface NamedCredit {
  readonly credit: CreditItem;
  /** The policies that it names. */
  readonly named: readonly string[];
  readonly by: string;
}

/** More than a person can choose from. */
const MOST_CANDIDATES = 20;

/**
 * Makes a payment of a booked credit, once: its id follows from the entry. It goes to a policy only if exactly one is named and the
 * sum is one payment; anything else waits in suspense with the candidates, for a person to decide. Never a guess.
 */
export async function importCredit(deps: CreditDeps, { credit, named, by }: NamedCredit): Promise<EntryOutcome> {
  const recording = { recordedAt: timestamp(deps.clock.now()), by };
  const only = named.length === 1 && credit.undivided === undefined ? named[0] : undefined;
  if (only === undefined) {
    const payment = paymentOfCredit(credit, NO_POLICY);
    const candidates = named.length > 0 ? { candidates: named.slice(0, MOST_CANDIDATES) } : {};
    const held = await deps.ledger.hold(payment, { ...recording, ...candidates, reason: 'unknownPolicy', event: deps.newEvent(payment) });
    return held.outcome === 'held' ? { outcome: 'suspense' } : knownBefore(held.stored, payment, credit);
  }
  const payment = paymentOfCredit(credit, only);
  const recorded = await recordPayment(deps, payment, recording);
  if (recorded.outcome === 'refused') return knownBefore(await deps.payments.read(payment.paymentId), payment, credit);
  if (recorded.outcome === 'replay') return { outcome: 'duplicate' };
  return { outcome: recorded.payment.status === 'suspense' ? 'suspense' : 'applied' };
}

/**
 * The money counts once, wherever it is by now: a policy opened since the first import is found by the second, another report writes
 * the payer's name otherwise. With another amount or date it is another payment under a taken id, which only CSV can bring.
 */
function knownBefore(stored: StoredPayment | undefined, payment: Payment, { entryNumber: entry }: CreditItem): EntryOutcome {
  const same =
    stored?.amountMinor === payment.amountMinor && stored.currency === payment.currency && stored.receivedOn === payment.receivedOn;
  if (same) return { outcome: 'duplicate' };
  return { outcome: 'rejected', entry, detail: `paymentId ${payment.paymentId} was recorded before with another amount or date` };
}
