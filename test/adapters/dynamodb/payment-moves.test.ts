import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, expect, test } from 'vitest';
import { localDate } from '../../../shared/domain/local-date.ts';
import type { StoredPayment } from '../../../shared/domain/payment.ts';
import type { JournalRecord } from '../../../shared/ports/journal.ts';
import type { Move } from '../../../shared/ports/payment-moves.ts';
import { recordPayment } from '../../../shared/usecases/record-payment.ts';
import { statementImports } from '../../support/statement-imports.ts';

/** 500.00 in suspense, and a policy that it could go to. Each move is made whole or not at all. */
let store: ReturnType<typeof statementImports>;
let held: StoredPayment;

const AT = '2026-11-22T10:00:00.000Z';
const FACTS = { paymentId: 'held', policyNumber: 'NOBODY', amountMinor: 50_000, currency: 'UAH', receivedOn: localDate('2026-11-20') };

beforeEach(async () => {
  store = statementImports();
  await store.open('P-1');
  const recorded = await recordPayment(store.deps, FACTS, { recordedAt: AT, by: 'bank' });
  if (recorded.outcome === 'refused') throw new Error('it was new');
  held = recorded.payment;
});

const part = (paymentId: string): StoredPayment => ({
  ...FACTS,
  recordedAt: AT,
  by: 'bank',
  paymentId,
  policyNumber: 'P-1',
  status: 'applied',
});
const told: JournalRecord = {
  entry: `${AT}#1`,
  policyNumber: 'P-1',
  at: AT,
  by: 'person',
  kind: 'allocation',
  paymentId: 'held',
  from: 'NOBODY',
};

const move = (different: Partial<Move> = {}): Move => ({
  payments: [{ before: held, after: { ...part('held'), said: { policyNumber: 'NOBODY' } } }],
  added: [],
  counters: [{ policyNumber: 'P-1', amountMinor: 50_000, seenStatus: 'active' }],
  journal: [told],
  intents: [],
  ...different,
});
const make = (different?: Partial<Move>) => store.money.moves.make(move(different));
const account = async () =>
  (await store.client.send(new GetCommand({ TableName: 'Policies', Key: { policyNumber: 'P-1', record: 'account' } }))).Item;

test('money moves, and whoever decides on the policy learns that it moved', async () => {
  expect(await make()).toBe('made');
  expect(await account()).toMatchObject({ receivedMinor: 50_000, moves: 1 });
  expect(await store.money.payments.read('held')).toMatchObject({ status: 'applied', policyNumber: 'P-1' });
});

test.each<[string, () => Partial<Move>]>([
  ['a payment that has changed', () => ({ payments: [{ before: { ...held, status: 'applied' } as StoredPayment, after: part('held') }] })],
  ['a policy whose status has changed', () => ({ counters: [{ policyNumber: 'P-1', amountMinor: 50_000, seenStatus: 'suspended' }] })],
  ['a part that has the id of another payment', () => ({ added: [part('other')] })],
  ['a record that the journal has already', () => ({ journal: [{ ...told, entry: `${AT}#0` }] })],
])('%s: nothing moves', async (_, different) => {
  await recordPayment(store.deps, { ...FACTS, paymentId: 'other', amountMinor: 1 }, { recordedAt: AT, by: 'bank' });
  const before = [await account(), held, await store.money.payments.read('other')];
  expect(await make(different())).toBe('changed');
  expect([await account(), await store.money.payments.read('held'), await store.money.payments.read('other')]).toEqual(before);
});
