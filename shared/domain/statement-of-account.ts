import { moneyIn, type Receipts } from './coverage.ts';
import type { CreditMove } from './credit-move.ts';
import { type LocalDate, maxDate } from './local-date.ts';
import { sum } from './money.ts';
import type { StoredPayment } from './payment.ts';
import type { Policy } from './policy.ts';
import { effectiveDueOn, type Relief } from './relief.ts';
import { writtenOff } from './write-off.ts';

/** One line of a policy's account. Positive: charged to the client; negative: to his credit; zero: told, without an amount. */
export interface AccountLine {
  readonly on: LocalDate;
  readonly kind: 'charge' | 'payment' | 'reversal' | 'relief' | 'writeOff' | CreditMove['kind'];
  /** Installment, or id of the payment, the relief or the move. */
  readonly reference: string;
  readonly detail?: string;
  readonly amountMinor: number;
  /** After this line. */
  readonly balanceMinor: number;
}

export interface StatementOfAccount {
  readonly policyNumber: string;
  readonly clientId: string;
  readonly product: string;
  readonly currency: string;
  readonly lines: readonly AccountLine[];
  /** What the last line's balance is: outstanding less excess credit. */
  readonly balanceMinor: number;
  /** Counters and lines agree; where they don't, a cent is missing somewhere, and the statement says so. */
  readonly agrees: boolean;
}

type Movement = Omit<AccountLine, 'balanceMinor'>;

/** What was recorded of a policy's money. */
export interface Booked {
  readonly payments: readonly StoredPayment[];
  readonly credits: readonly CreditMove[];
}

/**
 * Every charge, payment, reversal, relief and move of excess credit in the order of their dates, with a running balance that ends at the standing.
 * 2 × 100 due 1 Mar and 1 Jun, 130 paid 5 Mar → +100 (100), −130 (−30), +100 (70): 70 outstanding.
 */
export function statementOfAccount(policy: Policy, receipts: Receipts, { payments, credits }: Booked): StatementOfAccount {
  const told = [...charges(policy), ...payments.flatMap(ofPayment), ...reliefs(policy), ...credits.map(ofCredit)];
  const movements = told.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  let balanceMinor = 0;
  const lines = movements.map((movement) => {
    balanceMinor += movement.amountMinor;
    return { ...movement, balanceMinor };
  });
  const owed = sum(policy.installments.map((i) => i.amountMinor)) - writtenOff(policy.relief) - moneyIn(receipts);
  const { policyNumber, clientId, product, premium } = policy;
  return { policyNumber, clientId, product, currency: premium.currency, lines, balanceMinor, agrees: balanceMinor === owed };
}

const charges = (policy: Policy): readonly Movement[] =>
  policy.installments.map((i) => ({
    on: effectiveDueOn(i, policy.relief),
    kind: 'charge',
    reference: String(i.number),
    amountMinor: i.amountMinor,
  }));

/** A reversed payment stays in the account: it came, and it went. What is in suspense, returned or split is no part of it. */
function ofPayment(payment: StoredPayment): readonly Movement[] {
  if (payment.status !== 'applied' && payment.status !== 'reversed') return [];
  const { paymentId: reference, receivedOn: on, amountMinor, payer } = payment;
  const came: Movement = { on, kind: 'payment', reference, amountMinor: -amountMinor, ...(payer === undefined ? {} : { detail: payer }) };
  if (payment.status === 'applied') return [came];
  const { reversedOn, reason: detail } = payment.reversal;
  return [came, { on: maxDate(reversedOn, on), kind: 'reversal', reference, detail, amountMinor }];
}

/** What comes is to the client's credit; what leaves is taken from it. */
function ofCredit(move: CreditMove): Movement {
  const { kind, movedOn: on, moveId: reference, amountMinor, reason } = move;
  switch (kind) {
    case 'transferIn':
      return { on, kind, reference, detail: `${move.fromPolicyNumber}: ${reason}`, amountMinor: -amountMinor };
    case 'transferOut':
      return { on, kind, reference, detail: `${move.toPolicyNumber}: ${reason}`, amountMinor };
    case 'disbursement':
      return { on, kind, reference, detail: reason, amountMinor };
  }
}

const reliefs = ({ relief }: Policy): readonly Movement[] => relief.map(ofRelief);

/** Relief changes dates; a write-off alone changes what is owed. */
function ofRelief(relief: Relief): Movement {
  const { kind, reliefId: reference, grantedOn: on, reason } = relief;
  if (kind === 'writeOff') return { on, kind, reference, detail: reason, amountMinor: -writtenOff([relief]) };
  return { on, kind: 'relief', reference, detail: `${kind}: ${reason}`, amountMinor: 0 };
}
