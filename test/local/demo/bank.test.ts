import { expect, test } from 'vitest';
import type { Api } from '../../../infra/local/demo/api/api.ts';
import { openBank } from '../../../infra/local/demo/payers/bank.ts';
import type { Transfer } from '../../../infra/local/demo/payers/transfers.ts';
import { localDate } from '../../../shared/domain/local-date.ts';

const MONDAY = localDate('2027-03-01');
const TUESDAY = localDate('2027-03-02');

const transfer = (reference: string, different: Partial<Transfer> = {}): Transfer => ({
  on: MONDAY,
  policyNumber: 'CARGO-1',
  money: { amountMinor: 10_050, currency: 'UAH' },
  payer: 'ТОВ «Мрія»',
  reference,
  intention: 'applied',
  ...different,
});

/** Takes payments as the contract says: a new one 201, the same one 200. */
const apiThat = (status: 'applied' | 'suspense') => {
  const bodies: unknown[] = [];
  const known = new Set<string>();
  const never = () => Promise.reject(new Error('a bank only posts'));
  const post: Api['post'] = async (path, body) => {
    const text = JSON.stringify(body);
    const isNew = !known.has(text);
    known.add(text);
    bodies.push({ path, ...(body as object) });
    const reason = status === 'suspense' ? { reason: 'unknownPolicy' } : {};
    return { status: isNew ? 201 : 200, body: { ...(body as object), status, ...reason } };
  };
  return { bodies, api: { mailUrl: '', put: never, post, get: never, list: never, moveClock: never } };
};

test('each entry is a payment with an id of its day, in the order given', async () => {
  const { api, bodies } = apiThat('applied');
  await openBank(api).report(MONDAY, [transfer('first'), transfer('second', { installment: 2 })]);
  const common = { path: '/payments', policyNumber: 'CARGO-1', amount: { amount: '100.50', currency: 'UAH' }, receivedOn: MONDAY };
  const payer = 'ТОВ «Мрія»';
  expect(bodies).toEqual([
    { ...common, payer, paymentId: 'bank-20270301-0001', reference: 'first' },
    { ...common, payer, paymentId: 'bank-20270301-0002', reference: 'second', installment: 2 },
  ]);
});

test('what is sent again on its day is the same entry, and stays one receipt', async () => {
  const { api, bodies } = apiThat('applied');
  const bank = openBank(api);
  await bank.report(MONDAY, [transfer('first', { resentOn: TUESDAY }), transfer('second')]);
  await bank.resend(MONDAY);
  expect(bodies).toHaveLength(2);
  await bank.resend(TUESDAY);
  expect(bodies[2]).toEqual(bodies[0]);
  expect(bank.receipts().map(({ paymentId, answers }) => [paymentId, answers.map(({ httpStatus }) => httpStatus)])).toEqual([
    ['bank-20270301-0001', [201, 200]],
    ['bank-20270301-0002', [201]],
  ]);
});

test('a receipt says why money waits', async () => {
  const bank = openBank(apiThat('suspense').api);
  await bank.report(MONDAY, [transfer('astray')]);
  expect(bank.receipts()[0]?.answers).toEqual([{ httpStatus: 201, outcome: 'unknownPolicy' }]);
});
