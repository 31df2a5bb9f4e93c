import type { Disbursement, StoredPayment } from '../domain/payment.ts';
import { Refusal } from '../domain/refusal.ts';
import { timestamp } from '../domain/zone.ts';
import { toldOf } from './allocate-payment.ts';
import { MOST_ATTEMPTS, type MoneyDeps } from './moving-money.ts';

export type Disbursing = Pick<Disbursement, 'reason' | 'disbursedOn' | 'by'> & { readonly paymentId: string };

/** Returns money in suspense to its payer. Recorded once; the transfer itself is the bank's. */
export async function disbursePayment(deps: MoneyDeps, { paymentId, reason, disbursedOn, by }: Disbursing): Promise<StoredPayment> {
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const before = await deps.payments.read(paymentId);
    if (!before) throw new Refusal('NOT_FOUND', 'there is no payment with this id');
    if (before.status === 'disbursed' && before.disbursement.reason === reason && before.disbursement.disbursedOn === disbursedOn)
      return before;
    if (before.status !== 'suspense')
      throw new Refusal('NOT_IN_SUSPENSE', `the payment is ${before.status}; only money in suspense can be returned`);
    const disbursement = { reason, disbursedOn, by, at: timestamp(deps.clock.now()) };
    const after: StoredPayment = { ...toldOf(before), status: 'disbursed', disbursement };
    if ((await deps.moves.make({ payments: [{ before, after }], added: [], counters: [], journal: [], intents: [] })) === 'made')
      return after;
  }
  throw new Error('a payment changed each time it was being returned');
}
