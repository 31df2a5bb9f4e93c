import type { Chance } from '../engine/chance.ts';
import { isoDay, noonOf, plusDays } from './calendar-arithmetic.ts';
import { moneyText } from './money-text.ts';
import type { PlannedPolicy, Slice } from './planned-policy.ts';
import type { Action } from './scenario.ts';

const [HOUR, DAY] = [3_600_000, 86_400_000];

/** What clients ask for who cannot pay: sometimes too much, sometimes too late, sometimes twice. */
export function reliefActions(chance: Chance, policy: PlannedPolicy): readonly Action[] {
  return policy.slices.flatMap((slice) => (chance.is(0.35) ? askedFor(chance, policy, slice) : []));
}

function askedFor(chance: Chance, policy: PlannedPolicy, slice: Slice): readonly Action[] {
  const at = noonOf(slice.dueOn) + chance.pick([-10, -2, 1, 6, 11, 16]) * DAY + chance.int(-10 * HOUR, 10 * HOUR);
  const asked: Asked = { policyNumber: policy.policyNumber, reliefId: `relief-${policy.policyNumber}-${slice.number}`, at };
  const kind = chance.pick(['deferral', 'promise', 'hold', 'hold', 'agreement'] as const);
  if (kind === 'agreement') return [agreement(chance, policy, asked)];
  const alone = kind === 'deferral' ? deferral(chance, asked, slice) : kind === 'promise' ? promise(chance, asked) : hold(chance, asked);
  const action = chance.is(0.4) ? { ...alone, racing: policy.policyNumber } : alone;
  const kept = kind === 'promise' && chance.is(0.5) ? [keeping(policy, asked)] : [];
  const again = { ...action, at: at + chance.pick([0, 50, 2 * DAY]), request: { ...action.request, key: `${action.request.key}-again` } };
  return [action, ...kept, ...(chance.is(0.3) ? [again] : []), ...(kind === 'hold' && chance.is(0.5) ? [endOf(chance, asked)] : [])];
}

interface Asked {
  readonly policyNumber: string;
  readonly reliefId: string;
  readonly at: number;
}

const asking = ({ policyNumber, reliefId, at }: Asked, operation: string, body: object): Action => ({
  at,
  request: { key: `${operation}-${reliefId}`, operation, path: { policyNumber }, body: { reliefId, reason: 'short of cash', ...body } },
});

const deferral = (chance: Chance, asked: Asked, { number, dueOn }: Slice): Action =>
  asking(asked, 'deferInstallment', { installment: number, newDueOn: plusDays(dueOn, chance.pick([3, 7, 12, 25])) });

const promise = (chance: Chance, asked: Asked): Action =>
  asking(asked, 'promisePayment', { promisedOn: plusDays(isoDay(asked.at), chance.pick([1, 4, 9, 20])) });

/** Who keeps his word pays all he owes, some hours later. */
function keeping({ policyNumber, currency, slices }: PlannedPolicy, { reliefId, at }: Asked): Action {
  const paidAt = at + 20 * HOUR;
  const minor = slices.reduce((sum, slice) => sum + slice.minor, 0);
  const body = { paymentId: `kept-${reliefId}`, policyNumber, amount: moneyText(minor, currency), receivedOn: isoDay(paidAt) };
  return { at: paidAt, request: { key: `kept-${reliefId}`, operation: 'recordPayment', body } };
}

const hold = (chance: Chance, asked: Asked): Action =>
  asking(asked, 'holdProcess', { until: plusDays(isoDay(asked.at), chance.pick([1, 5, 13, 40])) });

const endOf = (chance: Chance, { policyNumber, reliefId, at }: Asked): Action => ({
  at: at + chance.pick([HOUR, DAY, 4 * DAY]),
  request: { key: `end-${reliefId}`, operation: 'endHold', path: { policyNumber, reliefId } },
  ...(chance.is(0.5) ? { racing: policyNumber } : {}),
});

/** A new plan for what is outstanding, so what is outstanding is asked first; a payment may come in between. */
function agreement(chance: Chance, { policyNumber, currency }: PlannedPolicy, { reliefId, at }: Asked): Action {
  const [first, second] = [plusDays(isoDay(at), chance.int(1, 6)), plusDays(isoDay(at), chance.int(7, 15))];
  return {
    at,
    request: { key: `look-${reliefId}`, operation: 'getPolicy', path: { policyNumber } },
    next: ({ status, body }) => {
      if (status !== 200) return undefined;
      const outstanding = Number(String(body.standing.outstanding.amount).replace('.', ''));
      if (outstanding < 2) return undefined;
      const slices = [
        { dueOn: first, amount: moneyText(Math.floor(outstanding / 2), currency) },
        { dueOn: second, amount: moneyText(Math.ceil(outstanding / 2), currency) },
      ];
      const asked = { reliefId, reason: 'a new plan', installments: slices };
      return { key: `agree-${reliefId}`, operation: 'agreePlan', path: { policyNumber }, body: asked };
    },
  };
}

/** Ends by people: the contract is cancelled, or a lapsed one is taken up again. */
export function endingActions(chance: Chance, { policyNumber, slices }: PlannedPolicy): readonly Action[] {
  const due = noonOf(slices[0]?.dueOn ?? '');
  const at = due + chance.int(-10, 40) * DAY;
  const cancel = {
    key: `cancel-${policyNumber}`,
    operation: 'cancelPolicy',
    path: { policyNumber },
    body: { reason: 'sold', cancelledOn: isoDay(at) },
  };
  const reinstateAt = due + chance.int(20, 45) * DAY;
  const reinstate = {
    key: `reinstate-${policyNumber}`,
    operation: 'reinstatePolicy',
    path: { policyNumber },
    body: { reason: 'goodwill' },
  };
  const racing = chance.is(0.5) ? { racing: policyNumber } : {};
  return [
    ...(chance.is(0.08) ? [{ at, request: cancel, ...racing }] : []),
    ...(chance.is(0.3) ? [{ at: reinstateAt, request: reinstate, ...racing }] : []),
  ];
}
