import { expect, test } from 'vitest';
import { defaultRegulation } from '../../shared/domain/default-regulation.ts';
import { localDate } from '../../shared/domain/local-date.ts';
import type { Relief } from '../../shared/domain/relief.ts';
import { needsApproval } from '../../shared/domain/relief-authority.ts';
import type { ReliefTerms } from '../../shared/domain/relief-request.ts';
import { CONDITIONS, deferralOf, holdOf, policyOf, promiseOf } from '../support/policies.ts';
import { writeOffOf } from '../support/write-offs.ts';

/** Class B: deferrals of 14 days, twice a year; promises of 10 days, holds of 14; no agreement without approval. Due 1 Dec 2026. */
const { conditions } = CONDITIONS;

const deferral = (newDueOn?: string): ReliefTerms => ({
  kind: 'deferral',
  installment: 1,
  ...(newDueOn ? { newDueOn: localDate(newDueOn) } : {}),
});
const promise = (promisedOn: string): ReliefTerms => ({ kind: 'promise', promisedOn: localDate(promisedOn) });
const hold = (until: string): ReliefTerms => ({ kind: 'hold', until: localDate(until) });
const agreement: ReliefTerms = { kind: 'agreement', slices: [{ dueOn: localDate('2027-01-15'), amountMinor: 10_000 }] };
const writeOff = (...amounts: readonly number[]): ReliefTerms => ({
  kind: 'writeOff',
  shares: amounts.map((amountMinor, index) => ({ installment: index + 1, amountMinor })),
});

const uah = (amountMinor: number) => ({ amountMinor, currency: 'UAH' });
/** Up to 1.00 UAH is written off without asking. */
const regulation = { ...defaultRegulation, thresholds: [{ currency: 'UAH', writeOff: uah(100), start: uah(100), adverse: uah(100) }] };

test.each<[string, ReliefTerms, string, readonly Relief[], boolean]>([
  ['a deferral to the last day of authority', deferral('2026-12-15'), '2026-12-05', [], false],
  ['a deferral by a day more', deferral('2026-12-16'), '2026-12-05', [], true],
  [
    'a deferral that was made longer, measured from the plan',
    deferral('2026-12-16'),
    '2026-12-05',
    [deferralOf('2026-11-20', '2026-12-10')],
    true,
  ],
  ['a second deferral of the year', deferral('2026-12-15'), '2026-12-05', [deferralOf('2026-11-20', '2026-12-10')], false],
  [
    'a third deferral of the year',
    deferral('2026-12-15'),
    '2026-12-05',
    [deferralOf('2026-03-01', '2026-03-05', 2), deferralOf('2026-11-20', '2026-12-10')],
    true,
  ],
  [
    'one that was granted a year ago counts no more',
    deferral('2026-12-15'),
    '2026-12-05',
    [deferralOf('2025-12-05', '2025-12-10', 2), deferralOf('2026-11-20', '2026-12-10')],
    false,
  ],
  ['a deferral whose date the approver is to name', deferral(), '2026-12-05', [], true],
  ['a promise for ten days ahead', promise('2026-12-15'), '2026-12-05', [], false],
  ['a promise for eleven', promise('2026-12-16'), '2026-12-05', [], true],
  ['a promise after another, without a day between', promise('2026-12-13'), '2026-12-06', [promiseOf('2026-12-02', '2026-12-05')], true],
  ['a promise after a hold that has ended a day before', promise('2026-12-15'), '2026-12-06', [holdOf('2026-12-02', '2026-12-05')], false],
  ['a hold of fourteen days', hold('2026-12-19'), '2026-12-05', [], false],
  ['a hold of fifteen', hold('2026-12-20'), '2026-12-05', [], true],
  [
    'a hold that prolongs a hold, which prolongs a promise',
    hold('2026-12-19'),
    '2026-12-10',
    [promiseOf('2026-12-02', '2026-12-05'), holdOf('2026-12-06', '2026-12-11')],
    true,
  ],
  ['a hold after one that was lifted earlier', hold('2026-12-19'), '2026-12-10', [holdOf('2026-12-02', '2026-12-20', '2026-12-04')], false],
  ['an agreement', agreement, '2026-12-05', [], true],
  ['a write-off of the threshold', writeOff(100), '2026-12-05', [], false],
  ['a write-off of a cent more', writeOff(101), '2026-12-05', [], true],
  ['a write-off of two installments, together at the threshold', writeOff(40, 60), '2026-12-05', [], false],
  ['a write-off of two installments, together above it', writeOff(41, 60), '2026-12-05', [], true],
  ['a write-off that goes over it with the one before', writeOff(60), '2026-12-05', [writeOffOf('2026-06-01', '1: 41')], true],
  ['a write-off a year after another', writeOff(60), '2026-12-05', [writeOffOf('2025-12-05', '1: 41')], false],
])('%s', (_, terms, today, relief, expected) => {
  expect(needsApproval(terms, { policy: policyOf({ relief }), regulation, conditions, today: localDate(today) })).toBe(expected);
});

test('a class that may agree alone needs nobody', () => {
  const alone = { ...conditions, agreementsWithoutApproval: true };
  const facts = { policy: policyOf(), regulation, conditions: alone, today: localDate('2026-12-05') };
  expect(needsApproval(agreement, facts)).toBe(false);
});

test.each([
  ['without thresholds', undefined, 'UAH'],
  ['in a currency that it does not name', regulation.thresholds, 'EUR'],
])('under a regulation %s every write-off is for the approver', (_, thresholds, currency) => {
  const policy = policyOf({ premium: { amountMinor: 10_000, currency } });
  const facts = { policy, regulation: thresholds ? { thresholds } : {}, conditions, today: localDate('2026-12-05') };
  expect(needsApproval(writeOff(1), facts)).toBe(true);
});
