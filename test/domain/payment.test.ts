import { describe, expect, test } from 'vitest';
import { localDate } from '../../shared/domain/local-date.ts';
import { type Payment, type Said, type StoredPayment, sameFact } from '../../shared/domain/payment.ts';

const told: Payment = {
  paymentId: 'bank-20261122-0001',
  policyNumber: 'CARGO-2026-000123',
  amountMinor: 3_000_000,
  currency: 'UAH',
  receivedOn: localDate('2026-11-22'),
  payer: 'Dnipro Logistics LLC',
  reference: 'invoice 7',
  installment: 1,
};
const stored: StoredPayment = { ...told, recordedAt: '2026-11-22T08:00:00.000Z', by: 'bank-gateway', status: 'applied' };

const moved = { reason: 'recalled by the bank', at: '2027-01-15T08:00:00.000Z', by: 'accountant' };
const day = localDate('2027-01-15');

test.each<[string, StoredPayment]>([
  ['it is applied', stored],
  ['somebody else tells it', { ...stored, by: 'somebody else' }],
  ['it waits in suspense', { ...stored, status: 'suspense', reason: 'unknownPolicy' }],
  ['it was reversed', { ...stored, status: 'reversed', reversal: { ...moved, reversedOn: day } }],
  ['it was returned', { ...stored, status: 'disbursed', disbursement: { ...moved, disbursedOn: day } }],
  ['it was split', { ...stored, status: 'split', parts: ['a', 'b'] }],
])('the same facts are a replay, whatever became of the payment: %s', (_, known) => {
  expect(sameFact(known, told)).toBe(true);
});

describe('other facts are another payment under a used id', () => {
  test.each<[string, Partial<Payment>]>([
    ['policyNumber', { policyNumber: 'CARGO-2026-000124' }],
    ['amountMinor', { amountMinor: 3_000_001 }],
    ['currency', { currency: 'EUR' }],
    ['receivedOn', { receivedOn: localDate('2026-11-23') }],
    ['payer', { payer: 'Dnipro Logistics' }],
    ['reference', { reference: 'invoice 8' }],
    ['installment', { installment: 2 }],
  ])('%s', (fact, different) => {
    expect(sameFact(stored, { ...told, ...different })).toBe(false);
    const { [fact as 'payer']: _, ...without } = told;
    expect(sameFact(stored, without)).toBe(false);
    const { [fact as 'payer']: __, ...storedWithout } = stored;
    expect(sameFact(storedWithout, told)).toBe(false);
  });
});

describe('a payment allocated out of suspense', () => {
  const said: Said = { policyNumber: 'CARGO-2026-00123' };
  const { installment: _, ...mistold } = { ...told, policyNumber: said.policyNumber };
  const allocated = { ...stored, said };

  test('a retry of the first message is still a replay', () => {
    expect(sameFact(allocated, mistold)).toBe(true);
  });

  test('where the money went was never said', () => {
    expect(sameFact(allocated, told)).toBe(false);
    expect(sameFact(allocated, { ...mistold, installment: 1 })).toBe(false);
  });
});
