import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Insurer, startInsurer } from '../support/insurer.ts';

let insurer: Insurer;

beforeAll(async () => {
  insurer = await startInsurer('2026-11-01T08:00:00Z');
  await insurer.client('UA-1');
  for (const number of ['SAME', 'MANY', 'BAD']) await insurer.policy(number);
});
afterAll(() => insurer.cloud.stop());

const statuses = (answers: readonly { readonly status: number }[]) => answers.map((a) => a.status).toSorted();

test('the same payment 30 times at once is stored once: one 201, the others 200 with the same body', async () => {
  const answers = await Promise.all(Array.from({ length: 30 }, () => insurer.pay('same', 'SAME', '100.00')));
  expect(statuses(answers)).toEqual([...Array(29).fill(200), 201]);
  expect(new Set(answers.map((a) => JSON.stringify(a.body))).size).toBe(1);
  expect((await insurer.call('GET', '/policies/SAME')).body.standing.received.amount).toBe('100.00');
});

test('60 payments at once on one policy are all taken, and the sum is exact', async () => {
  const answers = await Promise.all(Array.from({ length: 60 }, (_, i) => insurer.pay(`many-${i}`, 'MANY', `${i + 1}.01`)));
  expect(statuses(answers)).toEqual(Array(60).fill(201));
  expect((await insurer.call('GET', '/policies/MANY')).body.standing.received.amount).toBe('1830.60'); // 60·61/2 + 60·0.01
});

test('the same id with other content changes nothing', async () => {
  await insurer.pay('twice', 'SAME', '10.00');
  const { status, body } = await insurer.pay('twice', 'SAME', '10.01');
  expect([status, body.code]).toEqual([409, 'PAYMENT_ID_REUSED']);
  expect((await insurer.pay('twice', 'SAME', '10')).status).toBe(200); // the same amount, written otherwise
});

test.each([
  ['unknown policy', { policyNumber: 'NOBODY' }, 'unknownPolicy'],
  ['other currency', { amount: { amount: '5.00', currency: 'EUR' } }, 'currencyMismatch'],
  ['an installment the plan has not', { installment: 9 }, 'unknownInstallment'],
])('money without a target waits in suspense: %s', async (name, more, reason) => {
  const { status, body } = await insurer.pay(`held ${name}`, 'SAME', '5.00', more);
  expect([status, body.status, body.reason]).toEqual([202, 'suspense', reason]);
  const again = await insurer.pay(`held ${name}`, 'SAME', '5.00', more);
  expect([again.status, again.body]).toEqual([200, body]);
  const { items } = (await insurer.call('GET', '/payments?status=suspense&limit=100')).body;
  expect(items.map((p: { paymentId: string }) => p.paymentId)).toContain(`held ${name}`);
});

test.each([
  ['an unknown field', { amuont: 1 }, '/amuont'],
  ['too many decimals', { amount: { amount: '10.505', currency: 'UAH' } }, '/amount/amount'],
  ['decimals of a currency that has none', { amount: { amount: '10.5', currency: 'JPY' } }, '/amount/amount'],
  ['nothing', { amount: { amount: '0.00', currency: 'UAH' } }, '/amount/amount'],
  ['a negative amount', { amount: { amount: '-1.00', currency: 'UAH' } }, '/amount/amount'],
  ['a number for an amount', { amount: { amount: 5, currency: 'UAH' } }, '/amount/amount'],
  ['a currency that is none', { amount: { amount: '5.00', currency: 'XXQ' } }, '/amount/currency'],
  ['a date that is none', { receivedOn: '2026-02-30' }, '/receivedOn'],
  ['installment zero', { installment: 0 }, '/installment'],
  ['a control character in the id', { paymentId: 'a\u0007b' }, '/paymentId'],
])('%s is refused with a pointer, and nothing is stored', async (_, fields, pointer) => {
  const { status, body, headers } = await insurer.pay('bad', 'BAD', '5.00', fields);
  expect([status, headers.get('content-type')]).toEqual([400, 'application/problem+json']);
  expect(body.errors.map((e: { pointer: string }) => e.pointer)).toContain(pointer);
  expect((await insurer.call('GET', '/payments/bad')).status).toBe(404);
  expect((await insurer.call('GET', '/policies/BAD')).body.standing.received.amount).toBe('0.00');
});

test('the doors: no token 401, missing scope 403, other media 415, no JSON 400, other method 405, unknown path 404, Accept 406', async () => {
  const reader = await insurer.cloud.token(['read']);
  const raw = (path: string, init: RequestInit) =>
    fetch(`${insurer.cloud.apiUrl}${path}`, init).then((r) => [r.status, r.headers.get('content-type')]);
  const bearer = { authorization: `Bearer ${await insurer.cloud.token()}` };
  const problem = 'application/problem+json';
  expect(await raw('/payments', { method: 'POST', body: '{}' })).toEqual([401, problem]);
  expect((await insurer.call('POST', '/payments', {}, reader)).body).toMatchObject({ status: 403, code: 'SCOPE_MISSING' });
  expect(await raw('/payments', { method: 'POST', headers: { ...bearer, 'content-type': 'text/plain' }, body: '{}' })).toEqual([
    415,
    problem,
  ]);
  expect(await raw('/payments', { method: 'POST', headers: { ...bearer, 'content-type': 'application/json' }, body: '{' })).toEqual([
    400,
    problem,
  ]);
  expect(await raw('/payments', { method: 'DELETE', headers: bearer })).toEqual([405, problem]);
  expect(await raw('/nothing', { headers: bearer })).toEqual([404, problem]);
  expect(await raw('/policies/BAD', { headers: { ...bearer, accept: 'image/png' } })).toEqual([406, problem]);
});

test('an id with a slash is reached by its own path', async () => {
  const number = 'ДОГ/2026-№7?';
  const { status, body } = await insurer.policy(number);
  expect([status, body.self]).toEqual([201, `/policies/~${Buffer.from(number).toString('base64url')}`]);
  expect((await insurer.call('GET', body.self)).body.policyNumber).toBe(number);
  expect((await insurer.policy(number)).status).toBe(200);
  expect((await insurer.policy(number, { product: 'Fleet' })).body.code).toBe('POLICY_NUMBER_REUSED');
});
