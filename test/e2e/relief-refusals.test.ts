import { afterAll, beforeAll, expect, test } from 'vitest';
import { countAwsRequests } from '../support/aws-requests.ts';
import { type Insurer, startInsurer } from '../support/insurer.ts';

/** What relief, endings and tasks refuse, each with its code and, where there is one, the field. Sat 5 Dec 2026. */
let insurer: Insurer;

beforeAll(async () => {
  insurer = await startInsurer('2026-12-05T10:00:00Z');
  await insurer.client('UA-1');
  await insurer.policy('P/1 №7', {});
  await insurer.policy('PAID');
  await insurer.pay('pay-1', 'PAID', '30000.00');
  await insurer.policy('OTHER');
}, 60_000);
afterAll(() => insurer.cloud.stop());

const P = `/policies/~${Buffer.from('P/1 №7').toString('base64url')}`;
const uah = (amount: string) => ({ amount, currency: 'UAH' });
const asked = { reliefId: 'r-1', reason: 'asked for' };
const agreed = (...installments: readonly object[]) => ({ ...asked, installments });

test.each<[string, string, object, number, string, string?]>([
  ['no reason', `${P}/deferrals`, { reliefId: 'r-1', installment: 1, newDueOn: '2026-12-08' }, 400, 'INVALID_REQUEST', '/reason'],
  ['a typo', `${P}/deferrals`, { ...asked, instalment: 1, newDueOn: '2026-12-08' }, 400, 'INVALID_REQUEST', '/installment'],
  ['no such date', `${P}/deferrals`, { ...asked, installment: 1, newDueOn: '2026-02-30' }, 400, 'INVALID_REQUEST', '/newDueOn'],
  ['a date that is not later', `${P}/deferrals`, { ...asked, installment: 2, newDueOn: '2027-03-01' }, 400, 'DATE_NOT_LATER', '/newDueOn'],
  [
    'an installment that is not there',
    `${P}/deferrals`,
    { ...asked, installment: 5, newDueOn: '2026-12-08' },
    400,
    'INSTALLMENT_UNKNOWN',
    '/installment',
  ],
  [
    'a paid installment',
    '/policies/PAID/deferrals',
    { ...asked, installment: 1, newDueOn: '2026-12-08' },
    409,
    'INSTALLMENT_PAID',
    '/installment',
  ],
  ['a promise in the past', `${P}/promises`, { ...asked, promisedOn: '2026-12-04' }, 400, 'DATE_NOT_LATER', '/promisedOn'],
  ['a promise about nothing', '/policies/PAID/promises', { ...asked, promisedOn: '2026-12-08' }, 409, 'NOTHING_OWED', '/promisedOn'],
  [
    'a promise in another currency',
    `${P}/promises`,
    { ...asked, promisedOn: '2026-12-08', amount: { amount: '10.00', currency: 'EUR' } },
    400,
    'CURRENCY_MISMATCH',
  ],
  [
    'a promise of more than there is',
    `${P}/promises`,
    { ...asked, promisedOn: '2026-12-08', amount: uah('120000.01') },
    400,
    'AMOUNT_TOO_LARGE',
    '/amount',
  ],
  ['a hold until today', `${P}/holds`, { ...asked, until: '2026-12-05' }, 400, 'DATE_NOT_LATER', '/until'],
  ['an agreement of nothing', `${P}/agreements`, agreed(), 400, 'INVALID_REQUEST', '/installments'],
  [
    'an agreement in two currencies',
    `${P}/agreements`,
    agreed({ dueOn: '2027-01-01', amount: uah('1.00') }, { dueOn: '2027-02-01', amount: { amount: '1.00', currency: 'EUR' } }),
    400,
    'INVALID_REQUEST',
    '/installments',
  ],
  [
    'an agreement that begins in the past',
    `${P}/agreements`,
    agreed({ dueOn: '2026-12-04', amount: uah('120000.00') }),
    400,
    'DATE_NOT_LATER',
    '/installments/0/dueOn',
  ],
  [
    'an agreement that does not add up',
    `${P}/agreements`,
    agreed({ dueOn: '2027-01-01', amount: uah('119999.99') }),
    400,
    'SUM_NOT_OUTSTANDING',
    '/installments',
  ],
  ['relief of no policy', '/policies/NONE/holds', { ...asked, until: '2026-12-10' }, 404, 'NOT_FOUND'],
  ['a cancellation without a day', `${P}/cancellation`, { reason: 'sold' }, 400, 'INVALID_REQUEST', '/cancelledOn'],
  ['a reinstatement of no policy', '/policies/NONE/reinstatement', { reason: 'again' }, 404, 'NOT_FOUND'],
  ['a result of no task', '/tasks/NONE/result', { outcome: 'done' }, 404, 'NOT_FOUND'],
  ['a result that is none', '/tasks/NONE/result', { outcome: 'perhaps' }, 400, 'INVALID_REQUEST', '/outcome'],
])('%s', async (_, path, body, status, code, pointer) => {
  const answer = await insurer.call('POST', path, body);
  expect([answer.status, answer.body.code, answer.body.errors?.[0]?.pointer]).toEqual([status, code, pointer]);
  expect((await insurer.call('GET', P)).body).toMatchObject({ relief: [], reliefRequests: [], status: 'active' });
});

test.each([
  ['/tasks', 'INVALID_QUERY'],
  ['/tasks?assignee=olena@example.com', 'INVALID_QUERY'],
  ['/tasks?assignee=olena@example.com&status=done', 'INVALID_QUERY'],
  ['/tasks?assignee=olena@example.com&status=open&limit=0', 'INVALID_QUERY'],
])('the list %s', async (path, code) => {
  const answer = await insurer.call('GET', path);
  expect([answer.status, answer.body.code]).toEqual([400, code]);
});

test('a token that may only read grants nothing', async () => {
  const token = await insurer.cloud.token(['read']);
  for (const path of [`${P}/holds`, `${P}/cancellation`, '/tasks/T/result'])
    expect([path, (await insurer.call('POST', path, { ...asked, until: '2026-12-10' }, token)).status]).toEqual([path, 403]);
  expect((await insurer.call('POST', `${P}/holds`, { ...asked, until: '2026-12-10' }, 'none')).status).toBe(401);
});

test('the same relief asked for many times at once is granted once, and each hears of it', async () => {
  const body = { ...asked, until: '2026-12-10' };
  const answers = await Promise.all(Array.from({ length: 8 }, () => insurer.call('POST', '/policies/OTHER/holds', body)));
  expect(answers.map((a) => a.status).toSorted()).toEqual([200, 200, 200, 200, 200, 200, 200, 201]);
  expect((await insurer.call('GET', '/policies/OTHER')).body.relief).toHaveLength(1);
});

test('money and relief at once: both count', async () => {
  const hold = insurer.call('POST', '/policies/OTHER/holds', { ...asked, reliefId: 'r-2', until: '2026-12-11' });
  const payments = Array.from({ length: 10 }, (_, index) => insurer.pay(`at-once-${index}`, 'OTHER', '100.00'));
  expect([(await hold).status, ...(await Promise.all(payments)).map((p) => p.status)]).toEqual([
    201,
    ...Array.from({ length: 10 }, () => 201),
  ]);
  const { relief, standing } = (await insurer.call('GET', '/policies/OTHER')).body;
  expect([relief.length, standing.received.amount]).toEqual([2, '1000.00']);
});

test('relief costs what it needs: the policy, its control, one transaction, one schedule', async () => {
  const sent = await countAwsRequests(() => insurer.call('POST', '/policies/PAID/holds', { ...asked, until: '2026-12-09' }));
  const ofTheOutbox = ['DynamoDB DeleteItem', 'EventBridge PutEvents', 'SES']; // later, by itself: also letters collected from before
  expect(sent.filter((name) => !ofTheOutbox.includes(name))).toEqual([
    'DynamoDB BatchGetItem',
    'DynamoDB Query',
    'DynamoDB TransactWriteItems',
    'Scheduler POST',
  ]);
});
