import type { Reversal, StoredPayment } from '../domain/payment.ts';
import { Refusal } from '../domain/refusal.ts';
import { timestamp } from '../domain/zone.ts';
import type { Wake } from '../ports/checkpoint-wake-ups.ts';
import type { JournalRecord } from '../ports/journal.ts';
import type { CounterChange, Move } from '../ports/payment-moves.ts';
import type { PolicyHead } from '../ports/policy-store.ts';
import { toldOf } from './allocate-payment.ts';
import { recordsOf } from './checkpoint-journal.ts';
import { paymentEvent } from './intents.ts';
import { journalRecord, MOST_ATTEMPTS, type MoneyDeps, wakeFor } from './moving-money.ts';

export type Reversing = Pick<Reversal, 'reason' | 'reversedOn'> & { readonly paymentId: string; readonly by: string };

export type Reversed = { readonly outcome: 'new' | 'replay'; readonly payment: StoredPayment };

/**
 * Undoes a payment (chargeback, bank recall), applied or in suspense, at any later time and once only. Counters, journal and a
 * wake for each policy change in one transaction; then the checkpoints that the money had cleared are looked at again.
 */
export async function reversePayment(deps: MoneyDeps, reversing: Reversing): Promise<Reversed> {
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const payment = await deps.payments.read(reversing.paymentId);
    if (!payment) throw new Refusal('NOT_FOUND', 'there is no payment with this id');
    if (payment.status === 'reversed') return replay(payment, reversing);
    if (payment.status === 'disbursed') throw new Refusal('ALREADY_REVERSED', 'the money was returned to the payer already');
    const reversal = reversalOf(deps, reversing);
    const { move, wakes } = await planReversal(deps, payment, reversal);
    if ((await deps.moves.make(move)) === 'changed') continue; // somebody moved it meanwhile: look again
    for (const wake of wakes) await deps.runner.runNow(wake);
    return { outcome: 'new', payment: reversedOf(payment, reversal) };
  }
  throw new Error('a payment changed each time it was being reversed');
}

function replay(payment: StoredPayment & { readonly status: 'reversed' }, { reason, reversedOn }: Reversing): Reversed {
  const same = payment.reversal.reason === reason && payment.reversal.reversedOn === reversedOn;
  if (!same)
    throw new Refusal('ALREADY_REVERSED', 'the payment was reversed already, for another reason or on another day; nothing was changed');
  return { outcome: 'replay', payment };
}

const reversalOf = ({ clock }: MoneyDeps, { reason, reversedOn, by }: Reversing): Reversal => ({
  reason,
  reversedOn,
  by,
  at: timestamp(clock.now()),
});

/** A split payment goes back with all its parts. */
async function planReversal(
  deps: MoneyDeps,
  payment: StoredPayment,
  reversal: Reversal,
): Promise<{ readonly move: Move; readonly wakes: readonly Wake[] }> {
  const parts = payment.status === 'split' ? await Promise.all(payment.parts.map((id) => deps.payments.read(id))) : [];
  const applied = [payment, ...parts.flatMap((p) => p ?? [])].filter((p) => p.status === 'applied');
  const heads = await Promise.all(applied.map((p) => headOf(deps, p)));
  const reverse = (before: StoredPayment) => ({ before, after: reversedOf(before, reversal) });
  const wakes = heads.map((head) => wakeFor(deps, head));
  const move: Move = {
    payments: [reverse(payment), ...applied.filter((p) => p !== payment).map(reverse)],
    added: [],
    counters: applied.map((p, index) => takeBack(p, heads[index])),
    journal: applied.flatMap((p, index) => told(deps, p, heads[index], reversal)),
    intents: [...wakes.map((w) => w.intent), paymentEvent(deps, 'PaymentReversed', payment)],
  };
  return { move, wakes: wakes.map((w) => w.wake) };
}

async function headOf({ policies }: MoneyDeps, { policyNumber }: StoredPayment): Promise<PolicyHead> {
  const head = await policies.read(policyNumber);
  if (!head) throw new Error('an applied payment names a policy that is not stored');
  return head;
}

/** Why it was held belongs to the state before. */
function reversedOf(before: StoredPayment, reversal: Reversal): StoredPayment {
  const split = before.status === 'split' ? { parts: before.parts } : {};
  return { ...toldOf(before), ...split, status: 'reversed', reversal };
}

/** That a policy is open again is told with the generation that completed it: by generations its statuses are put in order. */
function told(
  deps: MoneyDeps,
  { policyNumber, paymentId }: StoredPayment,
  head: PolicyHead | undefined,
  { reason, by, at }: Reversal,
): readonly JournalRecord[] {
  const event = { kind: 'reversal', paymentId, reason } as const;
  if (head?.account.status !== 'completed') return [journalRecord(deps, policyNumber, by, event)];
  const opened = { kind: 'status', status: 'active', reason: 'paymentReversed' } as const;
  const { generation } = head.progress;
  return recordsOf(
    [event, opened].map((one) => ({ by, event: one })),
    { policyNumber, at, generation },
  );
}

/** A policy that was completed because all was paid is open again: something is owed. */
function takeBack({ policyNumber, amountMinor, installment }: StoredPayment, head: PolicyHead | undefined): CounterChange {
  const seenStatus = head?.account.status ?? 'active';
  return {
    policyNumber,
    amountMinor: -amountMinor,
    seenStatus,
    ...(installment === undefined ? {} : { installment }),
    ...(seenStatus === 'completed' ? { becomes: 'active' as const } : {}),
  };
}
