import { expect, test } from 'vitest';
import type { Receipts } from '../../shared/domain/coverage.ts';
import { localDate } from '../../shared/domain/local-date.ts';
import type { Relief } from '../../shared/domain/relief.ts';
import { faultOf } from '../../shared/domain/relief-fault.ts';
import type { ReliefTerms } from '../../shared/domain/relief-request.ts';
import { standing } from '../../shared/domain/standing.ts';
import { deferralOf, installmentsOf, policyOf } from '../support/policies.ts';
import { writeOffOf } from '../support/write-offs.ts';

/** 100.00 due 1 Dec, 100.00 due 1 Mar; today Sat 5 Dec 2026. */
const TODAY = localDate('2026-12-05');
const NOTHING: Receipts = { receivedMinor: 0, directedMinor: {} };

const deferral = (newDueOn: string, installment = 1): ReliefTerms => ({ kind: 'deferral', installment, newDueOn: localDate(newDueOn) });
const promise = (promisedOn: string, amountMinor?: number): ReliefTerms => ({
  kind: 'promise',
  promisedOn: localDate(promisedOn),
  ...(amountMinor === undefined ? {} : { amountMinor }),
});
const hold = (until: string): ReliefTerms => ({ kind: 'hold', until: localDate(until) });
const agreement = (...slices: readonly string[]): ReliefTerms => ({
  kind: 'agreement',
  slices: installmentsOf(...slices).map(({ dueOn, amountMinor }) => ({ dueOn, amountMinor })),
});

const writeOff = (...shares: readonly string[]): ReliefTerms => ({ kind: 'writeOff', shares: writeOffOf('2026-12-05', ...shares).shares });

const received = (receivedMinor: number): Receipts => ({ receivedMinor, directedMinor: {} });
const sixtyOne = Array.from(
  { length: 61 },
  (_, index) => `20${27 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-15: 1`,
);

test.each<[string, ReliefTerms, Receipts, readonly Relief[], readonly [string, string] | undefined]>([
  ['a deferral to tomorrow', deferral('2026-12-06'), NOTHING, [], undefined],
  ['a deferral to today', deferral('2026-12-05'), NOTHING, [], ['DATE_NOT_LATER', 'newDueOn']],
  ['a deferral to the date it has', deferral('2027-03-01', 2), NOTHING, [], ['DATE_NOT_LATER', 'newDueOn']],
  [
    'a deferral to earlier than was agreed already',
    deferral('2026-12-08'),
    NOTHING,
    [deferralOf('2026-12-03', '2026-12-10')],
    ['DATE_NOT_LATER', 'newDueOn'],
  ],
  ['a deferral of an installment that is not there', deferral('2026-12-10', 3), NOTHING, [], ['INSTALLMENT_UNKNOWN', 'installment']],
  ['a deferral of a paid installment', deferral('2026-12-10'), received(10_000), [], ['INSTALLMENT_PAID', 'installment']],
  ['a promise for today', promise('2026-12-05'), NOTHING, [], undefined],
  ['a promise for yesterday', promise('2026-12-04'), NOTHING, [], ['DATE_NOT_LATER', 'promisedOn']],
  ['a promise when nothing is due by then', promise('2026-12-10'), received(10_000), [], ['NOTHING_OWED', 'promisedOn']],
  ['a promise for what will be due by then', promise('2027-03-01'), received(10_000), [], undefined],
  ['a promise of all that is outstanding', promise('2026-12-10', 20_000), NOTHING, [], undefined],
  ['a promise of a cent more', promise('2026-12-10', 20_001), NOTHING, [], ['AMOUNT_TOO_LARGE', 'amount']],
  ['a hold until tomorrow', hold('2026-12-06'), NOTHING, [], undefined],
  ['a hold until today', hold('2026-12-05'), NOTHING, [], ['DATE_NOT_LATER', 'until']],
  ['a hold when all is paid', hold('2026-12-10'), received(20_000), [], ['NOTHING_OWED', 'until']],
  ['an agreement to the cent', agreement('2026-12-05: 5000', '2027-01-05: 15000'), NOTHING, [], undefined],
  [
    'an agreement that is a cent short',
    agreement('2026-12-05: 5000', '2027-01-05: 14999'),
    NOTHING,
    [],
    ['SUM_NOT_OUTSTANDING', 'installments'],
  ],
  [
    'an agreement that forgets what has been paid',
    agreement('2027-01-05: 20000'),
    received(1),
    [],
    ['SUM_NOT_OUTSTANDING', 'installments'],
  ],
  ['an agreement from yesterday', agreement('2026-12-04: 20000'), NOTHING, [], ['DATE_NOT_LATER', 'installments/0/dueOn']],
  [
    'an agreement in no order',
    agreement('2027-01-05: 10000', '2027-01-05: 10000'),
    NOTHING,
    [],
    ['DATES_NOT_ASCENDING', 'installments/1/dueOn'],
  ],
  ['an agreement when all is paid', agreement('2027-01-05: 1'), received(20_000), [], ['NOTHING_OWED', 'installments']],
  ['a write-off of what is outstanding', writeOff('1: 10000'), NOTHING, [], undefined],
  ['a write-off of which some has been paid since', writeOff('1: 10000'), received(9_999), [], undefined],
  ['a write-off of what has been paid since', writeOff('1: 10000'), received(10_000), [], ['NOTHING_OWED', '']],
  ['a write-off of what is written off', writeOff('1: 10000'), NOTHING, [writeOffOf('2026-12-04', '1: 10000')], ['NOTHING_OWED', '']],
  [
    'a write-off of all past due when only later installments are outstanding',
    writeOff(),
    received(10_000),
    [],
    ['NOTHING_OWED', 'installment'],
  ],
  ['a write-off of all past due when all is paid', writeOff(), received(20_000), [], ['NOTHING_OWED', '']],
  ['a write-off of an installment that is not there', writeOff('3: 0'), NOTHING, [], ['INSTALLMENT_UNKNOWN', 'installment']],
  [
    'a promise after a write-off of all that is due',
    promise('2026-12-10'),
    NOTHING,
    [writeOffOf('2026-12-04', '1: 10000')],
    ['NOTHING_OWED', 'promisedOn'],
  ],
  ['an agreement in 61 installments', agreement(...sixtyOne), NOTHING, [], ['TOO_MANY_INSTALLMENTS', 'installments']],
])('%s', (_, terms, receipts, relief, expected) => {
  const policy = policyOf({ installments: installmentsOf('2026-12-01: 10000', '2027-03-01: 10000'), relief });
  const fault = faultOf(terms, { policy, standing: standing(policy, receipts, TODAY), today: TODAY });
  expect(fault && [fault.code, fault.field.join('/')]).toEqual(expected);
});

test('where nothing is past due, who writes off is told to name the installment', () => {
  const policy = policyOf({ installments: installmentsOf('2027-03-01: 10000') });
  const fault = faultOf(writeOff(), { policy, standing: standing(policy, NOTHING, TODAY), today: TODAY });
  expect(fault?.detail).toBe('nothing is past due: name the installment that is to be written off');
});
