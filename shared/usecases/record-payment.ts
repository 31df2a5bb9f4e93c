import { type Payment, type StoredPayment, type SuspenseReason, sameFact } from '../domain/payment.ts';
import type { CheckpointRunner, Wake } from '../ports/checkpoint-wake-ups.ts';
import type { Intent } from '../ports/outbox.ts';
import type { Application, PaymentLedger, Recording } from '../ports/payment-ledger.ts';

export interface Deps {
  readonly ledger: PaymentLedger;
  readonly runner: CheckpointRunner;
  /** An Outbox key for a wake of the policy. */
  /** Tells others that money waits in suspense. */
  readonly newEvent: (payment: Payment) => Intent;
  readonly newWake: (policyNumber: string, clientId: string) => Wake;
}

export type Recorded =
  | { readonly outcome: 'new' | 'replay'; readonly payment: StoredPayment }
  | { readonly outcome: 'refused'; readonly code: 'PAYMENT_ID_REUSED' };

/** A policy's status may change between two attempts, not forever. */
const MOST_ATTEMPTS = 4;

/**
 * Records money received. It is never refused for its target: what has no open policy waits in suspense.
 * Safe to repeat: the same fact again changes nothing and gets the same answer.
 */
export async function recordPayment(deps: Deps, payment: Payment, recording: Recording): Promise<Recorded> {
  let wake: Wake | undefined; // nearly every policy is active, so nearly always one request
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const application = await deps.ledger.apply(payment, recording, wake);
    switch (application.outcome) {
      case 'suspended':
        wake = deps.newWake(payment.policyNumber, application.clientId);
        continue;
      case 'active':
        wake = undefined;
        continue;
      default:
        return conclude(deps, { payment, recording, wake }, application);
    }
  }
  throw new Error(`the policy changed its status ${MOST_ATTEMPTS} times while a payment was applied`);
}

interface Attempt {
  readonly payment: Payment;
  readonly recording: Recording;
  readonly wake: Wake | undefined;
}

type Settled = Exclude<Application, { outcome: 'suspended' | 'active' }>;

async function conclude(deps: Deps, { payment, recording, wake }: Attempt, application: Settled): Promise<Recorded> {
  switch (application.outcome) {
    case 'applied':
      if (wake) await deps.runner.runNow(wake); // restores cover now, not at the next date
      return { outcome: 'new', payment: { ...payment, ...recording, status: 'applied' } };
    case 'exists':
      return replayOf(application.stored, payment);
    case 'noTarget':
      return hold(deps, payment, recording, application.reason);
  }
}

async function hold({ ledger, newEvent }: Deps, payment: Payment, recording: Recording, reason: SuspenseReason): Promise<Recorded> {
  const held = await ledger.hold(payment, { ...recording, reason, event: newEvent(payment) });
  if (held.outcome === 'exists') return replayOf(held.stored, payment);
  return { outcome: 'new', payment: { ...payment, ...recording, status: 'suspense', reason } };
}

const replayOf = (stored: StoredPayment, payment: Payment): Recorded =>
  sameFact(stored, payment) ? { outcome: 'replay', payment: stored } : { outcome: 'refused', code: 'PAYMENT_ID_REUSED' };
