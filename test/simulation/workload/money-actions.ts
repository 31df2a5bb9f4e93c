import type { Chance } from '../engine/chance.ts';
import { isoDay, noonOf } from './calendar-arithmetic.ts';
import { moneyText } from './money-text.ts';
import type { PlannedPolicy, Slice } from './planned-policy.ts';
import type { Action, Span } from './scenario.ts';

/** Money that is going to be paid. */
export interface Paying {
  readonly paymentId: string;
  readonly policyNumber: string;
  readonly minor: number;
  readonly currency: string;
  readonly at: number;
  readonly installment?: number;
  readonly racing?: boolean;
}

const [HOUR, DAY] = [3_600_000, 86_400_000];

/** How clients pay, and what else happens to money: late, in parts, twice, to the wrong place, and back again. */
export function moneyActions(chance: Chance, policy: PlannedPolicy, span: Span, others: readonly PlannedPolicy[]): readonly Action[] {
  const payments = policy.slices.flatMap((slice) => paymentsFor(chance, policy, slice));
  return [
    ...payments.flatMap((paying) => [payAction(paying), ...repetitions(chance, paying), ...undoings(chance, paying)]),
    ...astray(chance, policy, span, others),
  ];
}

/** How an installment is paid, if it is: early or late, whole, in parts, short, or with something over. */
export function paymentsFor(
  chance: Chance,
  { policyNumber, currency, regulationId }: PlannedPolicy,
  { number, dueOn, minor }: Slice,
): readonly Paying[] {
  const days = chance.pick([-12, -3, 0, 1, 4, 8, 12, 17, 25, 32, Number.POSITIVE_INFINITY]);
  if (!Number.isFinite(days)) return [];
  const at = noonOf(dueOn) + days * DAY + chance.int(-12 * HOUR, 12 * HOUR);
  const base = { policyNumber, currency, at, racing: chance.is(0.4), ...(chance.is(0.3) ? { installment: number } : {}) };
  const paymentId = `pay-${policyNumber}-${number}`;
  const style = regulationId === 'picky' && chance.is(0.5) ? 'short' : chance.pick(['whole', 'whole', 'over', 'parts', 'short']);
  const part = Math.floor(minor / 2);
  if (style === 'over') return [{ ...base, paymentId, minor: minor + chance.int(1, 5_000) }];
  if (style === 'short') return [{ ...base, paymentId, minor: Math.max(1, minor - chance.pick([1, 300, 4_000, 4_500, 7_000])) }];
  if (style === 'whole' || part === 0) return [{ ...base, paymentId, minor }];
  return [
    { ...base, paymentId, minor: part },
    { ...base, paymentId: `${paymentId}b`, minor: minor - part, at: at + chance.pick([0, 2 * HOUR, 9 * DAY]) },
  ];
}

const bodyOf = ({ paymentId, policyNumber, minor, currency, at, installment }: Paying) => ({
  paymentId,
  policyNumber,
  amount: moneyText(minor, currency),
  receivedOn: isoDay(at),
  ...(installment === undefined ? {} : { installment }),
});

const payAction = (paying: Paying, key = paying.paymentId): Action => ({
  at: paying.at,
  request: { key, operation: 'recordPayment', body: bodyOf(paying) },
  ...(paying.racing ? { racing: paying.policyNumber } : {}),
});

/** The same message again, at once or much later; and another message under the same id. */
function repetitions(chance: Chance, paying: Paying): readonly Action[] {
  const again = { ...payAction(paying, `${paying.paymentId}-again`), at: paying.at + chance.pick([0, 30, HOUR, 9 * DAY]) };
  const other = payAction({ ...paying, minor: paying.minor + 1 }, `${paying.paymentId}-other`);
  const { body } = payAction(paying).request; // told on another day, it is still the payment of its own day
  return [
    ...(chance.is(0.3) ? [{ ...again, request: { ...again.request, ...(body ? { body } : {}) } }] : []),
    ...(chance.is(0.15) ? [{ ...other, at: paying.at + chance.pick([0, 20, DAY]) }] : []),
  ];
}

function undoings(chance: Chance, { paymentId, policyNumber, at }: Paying): readonly Action[] {
  if (!chance.is(0.2)) return [];
  const reversedAt = at + chance.pick([100, HOUR, 3 * DAY, 20 * DAY]);
  const body = { reason: 'recalled by the bank', reversedOn: isoDay(reversedAt) };
  const reverse = (key: string, inMs: number): Action => ({
    at: reversedAt + inMs,
    request: { key, operation: 'reversePayment', path: { paymentId }, body },
    ...(chance.is(0.5) ? { racing: policyNumber } : {}),
  });
  return [reverse(`reverse-${paymentId}`, 0), ...(chance.is(0.3) ? [reverse(`reverse-${paymentId}-again`, chance.int(0, 5_000))] : [])];
}

const MOVES = ['allocatePayment', 'allocatePayment', 'disbursePayment', 'splitPayment', 'reversePayment', 'none'] as const;

/** Money that finds no target: a wrong number, another currency, an installment that isn't there. Some of it is sent on. */
function astray(chance: Chance, policy: PlannedPolicy, { start, days }: Span, others: readonly PlannedPolicy[]): readonly Action[] {
  if (!chance.is(others.length > 0 ? 0.6 : 0.35)) return [];
  const at = start + chance.int(2 * HOUR, days * DAY);
  const paymentId = `astray-${policy.policyNumber}`;
  const { currency, policyNumber } = policy;
  const base = { paymentId, policyNumber, currency, minor: chance.int(2, 20_000), at };
  const other = others.find((o) => o.currency === currency);
  const move = other && chance.is(0.5) ? 'splitPayment' : chance.pick(MOVES);
  const wrong: Paying =
    move === 'splitPayment'
      ? { ...base, policyNumber: 'CARGO-unknown' }
      : chance.pick([
          { ...base, policyNumber: 'CARGO-unknown' },
          { ...base, currency: currency === 'EUR' ? 'USD' : 'EUR' },
          { ...base, installment: 99 },
        ]);
  const later = at + chance.pick([200, HOUR, 5 * DAY]);
  const bodies = {
    allocatePayment: { policyNumber },
    disbursePayment: { reason: 'not ours', disbursedOn: isoDay(later) },
    reversePayment: { reason: 'recalled', reversedOn: isoDay(later) },
    splitPayment: {
      parts: [
        { policyNumber, amount: moneyText(1, wrong.currency) },
        {
          policyNumber: other?.policyNumber ?? 'CARGO-unknown',
          amount: moneyText(base.minor - 1, wrong.currency),
        },
      ],
    },
  };
  if (move === 'none') return [payAction(wrong)];
  return [
    payAction(wrong),
    { at: later, request: { key: `${move}-${paymentId}`, operation: move, path: { paymentId }, body: bodies[move] } },
  ];
}
