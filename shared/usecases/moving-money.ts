import type { StoredPayment } from '../domain/payment.ts';
import { isOpen } from '../domain/policy.ts';
import { timestamp } from '../domain/zone.ts';
import type { CheckpointRunner, Wake } from '../ports/checkpoint-wake-ups.ts';
import type { Clock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { JournalEvent, JournalRecord } from '../ports/journal.ts';
import type { Intent } from '../ports/outbox.ts';
import type { PaymentMoves } from '../ports/payment-moves.ts';
import type { PaymentReader } from '../ports/payment-reader.ts';
import type { PolicyHead, PolicyStore } from '../ports/policy-store.ts';
import { wakeOf } from './intents.ts';

/** What every use case that moves money needs. */
export interface MoneyDeps {
  readonly payments: PaymentReader;
  readonly policies: PolicyStore;
  readonly moves: PaymentMoves;
  readonly runner: CheckpointRunner;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Attempts against others who move the same money. */
export const MOST_ATTEMPTS = 4;

/** A record of the journal of a policy. */
export function journalRecord(
  deps: Pick<MoneyDeps, 'clock' | 'ids'>,
  policyNumber: string,
  by: string,
  event: JournalEvent,
): JournalRecord {
  const at = timestamp(deps.clock.now());
  return { entry: `${at}#${deps.ids.next()}`, policyNumber, at, by, ...event };
}

/** The policy is looked at again at once, whatever crashes: the wake is written with the move. */
export function wakeFor(deps: Pick<MoneyDeps, 'clock' | 'ids'>, { policy }: PolicyHead): { readonly wake: Wake; readonly intent: Intent } {
  const { policyNumber, clientId } = policy;
  const wake = wakeOf(policyNumber, clientId, { at: timestamp(deps.clock.now()), id: deps.ids.next() });
  return { wake, intent: { ...wake.intent, policyNumber, clientId, kind: 'wake' } };
}

/** Money may go to an open policy of the same currency, and to an installment that it has. */
export function whyNoTarget(
  head: PolicyHead | undefined,
  payment: Pick<StoredPayment, 'currency'>,
  installment: number | undefined,
): string | undefined {
  if (!head) return 'there is no policy with this number';
  if (!isOpen(head.account.status)) return `the policy is ${head.account.status}`;
  if (head.policy.premium.currency !== payment.currency)
    return `the policy is in ${head.policy.premium.currency}, the payment in ${payment.currency}`;
  return installment !== undefined && installment > head.policy.installments.length ? 'the policy has no such installment' : undefined;
}
