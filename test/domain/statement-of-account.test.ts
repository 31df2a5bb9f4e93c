import { expect, test } from 'vitest';
import { localDate } from '../../shared/domain/local-date.ts';
import type { StoredPayment } from '../../shared/domain/payment.ts';
import type { Policy } from '../../shared/domain/policy.ts';
import { statementOfAccount } from '../../shared/domain/statement-of-account.ts';
import { creditMove } from '../support/credit-moves.ts';
import { writeOffOf } from '../support/write-offs.ts';

const policy: Policy = {
  policyNumber: 'P',
  clientId: 'C',
  product: 'Cargo',
  premium: { amountMinor: 20000, currency: 'UAH' },
  coverFrom: localDate('2027-03-01'),
  coverTo: localDate('2028-02-29'),
  installments: [
    { number: 1, dueOn: localDate('2027-03-01'), amountMinor: 10000 },
    { number: 2, dueOn: localDate('2027-06-01'), amountMinor: 10000 },
  ],
  participants: {},
  regulation: { regulationId: 'premium-control', version: 1 },
  timeZone: 'Europe/Kyiv',
  country: 'UA',
  relief: [],
  openedAt: '2027-02-01T08:00:00.000Z',
};

const payment = (paymentId: string, on: string, amountMinor: number, more: Partial<StoredPayment> = {}): StoredPayment =>
  ({
    paymentId,
    policyNumber: 'P',
    amountMinor,
    currency: 'UAH',
    receivedOn: localDate(on),
    recordedAt: `${on}T10:00:00.000Z`,
    by: 'bank',
    status: 'applied',
    ...more,
  }) as StoredPayment;

const receipts = (receivedMinor: number) => ({ receivedMinor, directedMinor: {} });
const told = (p: Policy, received: number, payments: readonly StoredPayment[]) =>
  statementOfAccount(p, receipts(received), { payments, credits: [] }).lines.map((l) => [
    l.on,
    l.kind,
    l.reference,
    l.amountMinor,
    l.balanceMinor,
  ]);

test('the balance runs from charge to payment to charge, and ends at what is outstanding', () => {
  expect(told(policy, 13000, [payment('a', '2027-03-05', 13000)])).toEqual([
    ['2027-03-01', 'charge', '1', 10000, 10000],
    ['2027-03-05', 'payment', 'a', -13000, -3000],
    ['2027-06-01', 'charge', '2', 10000, 7000],
  ]);
});

test('a reversed payment stays: it came and it went, never before it came', () => {
  const reversal = { reason: 'recalled', reversedOn: localDate('2027-03-02'), at: '', by: 'bank' };
  expect(told(policy, 0, [payment('a', '2027-03-05', 13000, { status: 'reversed', reversal })])).toEqual([
    ['2027-03-01', 'charge', '1', 10000, 10000],
    ['2027-03-05', 'payment', 'a', -13000, -3000],
    ['2027-03-05', 'reversal', 'a', 13000, 10000],
    ['2027-06-01', 'charge', '2', 10000, 20000],
  ]);
});

test('a deferred installment is charged on its new date, and the relief is told', () => {
  const relief = [
    {
      kind: 'deferral',
      reliefId: 'r1',
      installment: 1,
      newDueOn: localDate('2027-03-20'),
      grantedOn: localDate('2027-02-20'),
      reason: 'harvest',
    },
  ] as const;
  expect(told({ ...policy, relief }, 0, []).slice(0, 2)).toEqual([
    ['2027-02-20', 'relief', 'r1', 0, 0],
    ['2027-03-20', 'charge', '1', 10000, 10000],
  ]);
});

test('what is written off is to the credit of the client: 100.00 due, 99.50 paid, 0.50 written off', () => {
  const relief = [writeOffOf('2027-03-20', '1: 50')];
  expect(told({ ...policy, relief }, 9950, [payment('a', '2027-03-05', 9950)]).slice(0, 3)).toEqual([
    ['2027-03-01', 'charge', '1', 10000, 10000],
    ['2027-03-05', 'payment', 'a', -9950, 50],
    ['2027-03-20', 'writeOff', 'writeOff-2027-03-20', -50, 0],
  ]);
  expect(
    statementOfAccount({ ...policy, relief }, receipts(9950), { payments: [payment('a', '2027-03-05', 9950)], credits: [] }).agrees,
  ).toBe(true);
});

test.each([
  ['in suspense', { status: 'suspense', reason: 'unknownPolicy' }],
  ['returned to the payer', { status: 'disbursed', disbursement: { reason: '', disbursedOn: localDate('2027-03-09'), at: '', by: '' } }],
])('money %s is no part of the account', (_, state) => {
  expect(told(policy, 0, [payment('a', '2027-03-05', 500, state as Partial<StoredPayment>)])).toHaveLength(2);
});

test('excess that left, or came from elsewhere: 230.00 in, 20.00 to another policy, 10.00 paid back', () => {
  const credits = [
    creditMove('transferIn', '2027-02-20', 5000, { fromPolicyNumber: 'OLD' }),
    creditMove('transferOut', '2027-03-07', 2000, { toPolicyNumber: 'NEW' }),
    creditMove('disbursement', '2027-03-08', 1000),
  ];
  const moved = { inMinor: 5000, outMinor: 2000, disbursedMinor: 1000 };
  const payments = [payment('a', '2027-03-05', 18000)];
  const { lines, agrees } = statementOfAccount(policy, { ...receipts(18000), moved }, { payments, credits });
  expect(lines.map((l) => [l.on, l.kind, l.detail, l.amountMinor, l.balanceMinor])).toEqual([
    ['2027-02-20', 'transferIn', 'OLD: renewed', -5000, -5000],
    ['2027-03-01', 'charge', undefined, 10000, 5000],
    ['2027-03-05', 'payment', undefined, -18000, -13000],
    ['2027-03-07', 'transferOut', 'NEW: renewed', 2000, -11000],
    ['2027-03-08', 'disbursement', 'renewed', 1000, -10000],
    ['2027-06-01', 'charge', undefined, 10000, 0],
  ]);
  expect(agrees).toBe(true);
  expect(statementOfAccount(policy, { ...receipts(18000), moved }, { payments, credits: credits.slice(1) }).agrees).toBe(false);
});

test('lines that do not add up to the counters are said, not hidden', () => {
  expect(statementOfAccount(policy, receipts(13000), { payments: [payment('a', '2027-03-05', 13000)], credits: [] }).agrees).toBe(true);
  expect(statementOfAccount(policy, receipts(13000), { payments: [], credits: [] }).agrees).toBe(false);
});
