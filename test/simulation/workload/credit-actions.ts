import type { Chance } from '../engine/chance.ts';
import { isoDay, noonOf } from './calendar-arithmetic.ts';
import { moneyText } from './money-text.ts';
import type { PlannedPolicy } from './planned-policy.ts';
import type { Action } from './scenario.ts';

const [HOUR, DAY] = [3_600_000, 86_400_000];

/** What accountants do with what is left over: small debts are written off, excess goes to another policy or back. Often twice, or too much. */
export function creditActions(chance: Chance, policy: PlannedPolicy, others: readonly PlannedPolicy[]): readonly Action[] {
  const each = policy.slices.flatMap(({ number, dueOn }) => [
    ...(chance.is(0.4) ? writeOff(chance, policy, { number, at: noonOf(dueOn) + chance.pick([-3, 2, 9, 15, 22]) * DAY }) : []),
    ...(chance.is(0.4) ? moves(chance, policy, { others, at: noonOf(dueOn) + chance.int(-10, 30) * DAY, of: number }) : []),
  ]);
  return [...each, ...(chance.is(0.5) ? overpaid(chance, policy) : [])];
}

/** Somebody pays the whole premium, though some of it is paid already; the bank may take it back when the excess has long gone. */
function overpaid(chance: Chance, { policyNumber, currency, slices }: PlannedPolicy): readonly Action[] {
  const at = noonOf(slices[0]?.dueOn ?? '') + chance.int(-12, 10) * DAY;
  const paymentId = `all-${policyNumber}`;
  const minor = slices.reduce((sum, slice) => sum + slice.minor, 0) + chance.int(0, 5_000);
  const body = { paymentId, policyNumber, amount: moneyText(minor, currency), receivedOn: isoDay(at) };
  const reversedAt = at + chance.int(1, 30) * DAY;
  const reversal = { reason: 'recalled by the bank', reversedOn: isoDay(reversedAt) };
  const reverse = { key: `reverse-${paymentId}`, operation: 'reversePayment', path: { paymentId }, body: reversal };
  return [
    { at, request: { key: paymentId, operation: 'recordPayment', body } },
    ...(chance.is(0.35) ? [{ at: reversedAt, request: reverse }] : []),
  ];
}

function writeOff(chance: Chance, { policyNumber }: PlannedPolicy, { number, at }: { readonly number: number; readonly at: number }) {
  const reliefId = `off-${policyNumber}-${number}`;
  const body = { reliefId, reason: 'not worth a letter', ...(chance.is(0.5) ? { installment: number } : {}) };
  const request = { key: `writeOff-${reliefId}`, operation: 'writeOff', path: { policyNumber }, body };
  return repeated(chance, { at, request, ...(chance.is(0.5) ? { racing: policyNumber } : {}) });
}

interface Moving {
  readonly others: readonly PlannedPolicy[];
  readonly at: number;
  readonly of: number;
}

function moves(chance: Chance, { policyNumber, currency }: PlannedPolicy, { others, at, of }: Moving): readonly Action[] {
  const id = `move-${policyNumber}-${of}`;
  const amount = chance.is(0.5) ? { amount: moneyText(chance.pick([1, 200, 900, 6_000]), currency) } : {};
  const target = others[chance.int(0, others.length)]?.policyNumber;
  const request = target
    ? { operation: 'transferExcess', body: { transferId: id, toPolicyNumber: target, reason: 'renewed', ...amount } }
    : { operation: 'disburseExcess', body: { disbursementId: id, reason: 'paid too much', ...amount } };
  const racing = chance.is(0.4) ? { racing: chance.is(0.5) ? policyNumber : (target ?? policyNumber) } : {};
  return repeated(chance, { at: at + chance.int(0, 20) * HOUR, request: { key: id, path: { policyNumber }, ...request }, ...racing });
}

/** The same again at once or later: it must change nothing. */
const repeated = (chance: Chance, action: Action): readonly Action[] =>
  chance.is(0.4)
    ? [action, { ...action, at: action.at + chance.pick([0, 40, DAY]), request: { ...action.request, key: `${action.request.key}-again` } }]
    : [action];
