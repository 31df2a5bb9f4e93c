import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Insurer, startInsurer } from '../support/insurer.ts';

/** Money whose policy is not known waits with a list of those it may be for, and why: for a person, who decides. */
let insurer: Insurer;

beforeAll(async () => {
  insurer = await startInsurer('2026-11-01T08:00:00Z');
  await insurer.client('UA-1');
  await insurer.client('UA-2', { email: 'other@example.com' });
  for (const number of ['CARGO-2026-000123', 'ДОГ/2026-№7', 'ENDED-2026-01', 'RENEWED-2027-01']) await insurer.policy(number);
  await insurer.policy('EUROS-2026-01', { premium: { amount: '120000.00', currency: 'EUR' } });
  await insurer.policy('HULL-2026-000777', { clientId: 'UA-2' });
  await insurer.call('POST', '/policies/ENDED-2026-01/cancellation', { reason: 'sold', cancelledOn: '2026-11-01' });
});
afterAll(() => insurer.cloud.stop());

const shown = async (paymentId: string) => {
  const { candidates, candidatesBecause, status } = (await insurer.call('GET', `/payments/${paymentId}`)).body;
  return { status, candidates, because: candidatesBecause };
};

test.each<[string, string, Readonly<Record<string, unknown>>, readonly string[] | undefined, string | undefined]>([
  ['written with other separators', 'cargo 2026/000123', {}, ['CARGO-2026-000123'], 'named'],
  ['written in Latin for Cyrillic letters', 'ДOГ 2026 7', {}, ['ДОГ/2026-№7'], 'named'],
  ['named in the reference alone', 'invoice', { reference: 'premium HULL 2026 000777, June' }, ['HULL-2026-000777'], 'named'],
  ['two named', 'CARGO2026000123', { reference: 'HULL-2026-000777' }, ['CARGO-2026-000123', 'HULL-2026-000777'], 'named'],
  ['two digits swapped', 'CARGO-2026-000132', {}, ['CARGO-2026-000123'], 'similar'],
  ['a zero forgotten', 'CARGO-2026-00123', {}, ['CARGO-2026-000123'], 'similar'],
  ['the neighbour of a number', 'CARGO-2026-000124', {}, undefined, undefined],
  ['nothing like any', 'NOBODY', { reference: 'thank you' }, undefined, undefined],
])('%s', async (what, policyNumber, more, candidates, because) => {
  const { status, body } = await insurer.pay(what, policyNumber, '10.00', more);
  expect([status, body.status, body.reason]).toEqual([202, 'suspense', 'unknownPolicy']);
  expect(await shown(encodeURIComponent(what))).toEqual({ status: 'suspense', candidates, because });
});

test('a policy that has ended: the open ones of its client in the currency of the money', async () => {
  expect((await insurer.pay('ended', 'ENDED-2026-01', '10.00')).body.reason).toBe('policyClosed');
  const { candidates, because } = await shown('ended');
  expect([[...candidates].sort(), because]).toEqual([['CARGO-2026-000123', 'RENEWED-2027-01', 'ДОГ/2026-№7'], 'sameClient']);
  expect((await insurer.pay('renewed', 'ENDED-2026-01', '10.00', { reference: 'for RENEWED-2027-01' })).status).toBe(202);
  expect(await shown('renewed')).toMatchObject({ candidates: ['RENEWED-2027-01'], because: 'named' });
});

test('another currency, an installment that is not there', async () => {
  const euros = { amount: { amount: '10.00', currency: 'EUR' } };
  expect((await insurer.pay('euros', 'CARGO-2026-000123', '10.00', euros)).body.reason).toBe('currencyMismatch');
  expect(await shown('euros')).toMatchObject({ candidates: ['EUROS-2026-01'], because: 'sameClient' });
  expect((await insurer.pay('fifth', 'CARGO-2026-000123', '10.00', { installment: 5 })).body.reason).toBe('unknownInstallment');
  expect(await shown('fifth')).toMatchObject({ candidates: ['CARGO-2026-000123'], because: 'named' });
});

test('a policy opened after the money came is found, and once allocated the money has no candidates', async () => {
  await insurer.pay('early', 'SOON-2026-01', '10.00');
  expect((await shown('early')).candidates).toBeUndefined();
  await insurer.policy('SOON/2026-01');
  expect(await shown('early')).toMatchObject({ candidates: ['SOON/2026-01'], because: 'named' });
  await insurer.call('POST', '/payments/early/allocation', { policyNumber: 'SOON/2026-01' });
  expect(await shown('early')).toEqual({ status: 'applied', candidates: undefined, because: undefined });
});

test('the list has them, too', async () => {
  const { items } = (await insurer.call('GET', '/payments?status=suspense&limit=100')).body;
  const found = items.filter((p: { candidates?: unknown }) => p.candidates !== undefined);
  expect([items.length, found.length]).toEqual([12, 10]);
});
