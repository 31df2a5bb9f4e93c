import { describe, expect, test } from 'vitest';
import { localDate } from '../../../shared/domain/local-date.ts';
import type { StoredPayment } from '../../../shared/domain/payment.ts';
import type { Account, Policy } from '../../../shared/domain/policy.ts';
import { policyFactsOf } from '../../../shared/domain/significance/policy-facts.ts';
import { creditMove } from '../../support/credit-moves.ts';
import { deferralOf, holdOf, installmentsOf, policyOf, promiseOf } from '../../support/policies.ts';

const on = localDate;
const ACTIVE = { status: 'active' } as const;
let serial = 0;
const paid = (receivedOn: string, amountMinor: number, installment?: number): StoredPayment => ({
  paymentId: `p-${++serial}`,
  policyNumber: 'CARGO-2026-000123',
  amountMinor,
  currency: 'UAH',
  receivedOn: on(receivedOn),
  recordedAt: `${receivedOn}T10:00:00.000Z`,
  by: 'bank',
  status: 'applied',
  ...(installment ? { installment } : {}),
});
const reversed = (payment: StoredPayment): StoredPayment => ({
  ...payment,
  status: 'reversed',
  reversal: { reason: 'recalled', reversedOn: payment.receivedOn, at: payment.recordedAt, by: 'bank' },
});
const facts = (payments: readonly StoredPayment[], policy: Partial<Policy> = {}, account: Pick<Account, 'status' | 'closedOn'> = ACTIVE) =>
  policyFactsOf({ policy: policyOf(policy), account, payments, credits: [] });
const onTime = (...of: Parameters<typeof facts>) => facts(...of).installments.map((i) => [i.effectiveDueOn, i.coveredOnTimeMinor]);

test('excess of another policy pays in time as money does, from the day it came; what was paid back was never premium', () => {
  const policy = policyOf({ installments: installmentsOf('2026-12-01: 100', '2027-03-01: 100') });
  const credits = [
    creditMove('transferIn', '2026-12-01', 60, { fromPolicyNumber: 'OLD' }),
    creditMove('transferIn', '2026-12-02', 40, { fromPolicyNumber: 'OLD' }),
    creditMove('disbursement', '2026-12-03', 30),
  ];
  const { installments, receipts } = policyFactsOf({ policy, account: ACTIVE, payments: [paid('2026-12-01', 20)], credits });
  expect(installments.map((i) => i.coveredOnTimeMinor)).toEqual([80, 20]);
  expect(receipts.map((r) => r.amountMinor)).toEqual([20, -30]);
});

describe('what was covered in time', () => {
  const two = { installments: installmentsOf('2026-12-01: 100', '2027-03-01: 100') };
  test.each([
    [
      'money by the due date, the day itself included',
      [paid('2026-12-01', 100)],
      two,
      [
        ['2026-12-01', 100],
        ['2027-03-01', 0],
      ],
    ],
    [
      'a day late counts as nothing',
      [paid('2026-12-02', 100)],
      two,
      [
        ['2026-12-01', 0],
        ['2027-03-01', 0],
      ],
    ],
    [
      'a part in time counts as that part',
      [paid('2026-11-20', 40), paid('2026-12-02', 60)],
      two,
      [
        ['2026-12-01', 40],
        ['2027-03-01', 0],
      ],
    ],
    [
      'what is left over covers the next one',
      [paid('2026-11-20', 150)],
      two,
      [
        ['2026-12-01', 100],
        ['2027-03-01', 50],
      ],
    ],
    [
      'money that came late for the first is not in the way of the second',
      [paid('2026-12-20', 200)],
      two,
      [
        ['2026-12-01', 0],
        ['2027-03-01', 100],
      ],
    ],
    [
      'what the payer named goes there',
      [paid('2026-11-20', 100, 2)],
      two,
      [
        ['2026-12-01', 0],
        ['2027-03-01', 100],
      ],
    ],
    [
      'what went back was not received',
      [reversed(paid('2026-11-20', 100))],
      two,
      [
        ['2026-12-01', 0],
        ['2027-03-01', 0],
      ],
    ],
  ] as const)('%s', (_, payments, policy, expected) => {
    expect(onTime(payments, policy)).toEqual(expected);
  });

  test.each([
    ['a deferral granted in time moves the day', [deferralOf('2026-11-25', '2026-12-20')], '2026-12-20', 100],
    ['a promise taken by the due date counts to its last day', [promiseOf('2026-12-01', '2026-12-15')], '2026-12-15', 100],
    ['a promise taken the day after it as well: no day was late', [promiseOf('2026-12-02', '2026-12-15')], '2026-12-15', 100],
    ['one taken when it was late already changes nothing', [promiseOf('2026-12-03', '2026-12-15')], '2026-12-01', 0],
    ['a hold counts up to the day before it ends', [holdOf('2026-11-30', '2026-12-16')], '2026-12-15', 100],
    [
      'relief after relief, without a late day between',
      [holdOf('2026-11-30', '2026-12-06'), promiseOf('2026-12-05', '2026-12-15')],
      '2026-12-15',
      100,
    ],
    ['a promise that was not kept', [promiseOf('2026-12-01', '2026-12-10')], '2026-12-10', 0],
  ])('agreed relief: %s', (_, relief, dueOn, covered) => {
    expect(onTime([paid('2026-12-15', 100)], { installments: installmentsOf('2026-12-01: 100'), relief })).toEqual([[dueOn, covered]]);
  });
});

test('receipts are what was applied or went back; money that never reached the policy is none', () => {
  const elsewhere: StoredPayment = { ...paid('2026-11-20', 7), status: 'suspense', reason: 'policyClosed' };
  const kept = [paid('2026-11-20', 100), reversed(paid('2026-11-21', 50)), elsewhere];
  expect(facts(kept).receipts).toEqual([
    { receivedOn: '2026-11-20', amountMinor: 100, state: 'applied' },
    { receivedOn: '2026-11-21', amountMinor: 50, state: 'reversed' },
  ]);
});

test.each([
  ['lapsed', on('2027-01-12'), 1],
  ['cancelled', on('2027-03-02'), 2],
  ['completed', on('2027-12-01'), 4],
] as const)('of a policy that is %s nothing is owed that would have been due since', (status, closedOn, owed) => {
  const installments = installmentsOf('2026-12-01: 100', '2027-03-01: 100', '2027-06-01: 100', '2027-09-01: 100');
  expect(facts([], { installments }, { status, closedOn }).installments).toHaveLength(owed);
});

test("product, cover, currency and status are the policy's", () => {
  expect(facts([], {}, { status: 'suspended' })).toMatchObject({
    product: 'Cargo',
    coverFrom: '2026-12-01',
    coverTo: '2027-11-30',
    currency: 'UAH',
    status: 'suspended',
  });
});
