import { expect, test } from 'vitest';
import { checkBooks } from '../../../infra/local/demo/books/check-books.ts';
import type { PolicyStory, ReadBack } from '../../../infra/local/demo/books/read-back.ts';
import type { Receipt } from '../../../infra/local/demo/payers/bank.ts';
import { localDate } from '../../../shared/domain/local-date.ts';

const uah = (amountMinor: number) => ({ amountMinor, currency: 'UAH' });

/** One policy of 100.00; p-1 paid 60.00 of it, p-2 of 5.00 went astray. */
const policy = (different: Partial<PolicyStory> = {}): PolicyStory => ({
  self: '/policies/CARGO-1',
  policyNumber: 'CARGO-1',
  clientId: 'UA-1',
  premium: uah(10_000),
  status: 'active',
  installments: [{ number: 1, dueOn: localDate('2027-03-01'), amount: uah(10_000), covered: uah(6000), outstanding: uah(4000) }],
  standing: { received: uah(6000), outstanding: uah(4000), pastDue: uah(0), excessCredit: uah(0) },
  timeline: [
    {
      kind: 'payment',
      at: '2027-02-01T06:00:00Z',
      paymentId: 'p-1',
      amount: uah(6000),
      status: 'applied',
      receivedOn: localDate('2027-02-01'),
    },
    { kind: 'notice', at: '2027-02-15T08:00:00Z', noticeKind: 'remind', audience: 'policyholder', state: 'SENT', messageId: 'm-1' },
    { kind: 'notice', at: '2027-02-15T08:00:00Z', noticeKind: 'remind', audience: 'policyholder', state: 'DELIVERED', messageId: 'm-1' },
  ],
  ...different,
});

const found = (different: Partial<ReadBack> = {}): ReadBack => ({
  clients: 1,
  policies: [policy()],
  suspense: [{ paymentId: 'p-2', status: 'suspense', reason: 'unknownPolicy', amount: uah(500) }],
  events: [],
  mails: 1,
  actions: [],
  cells: [{ potentialBand: 'P3', resultBand: 'F2', class: 'C', clients: 1 }],
  deadLetters: 0,
  ...different,
});

const receipt = (
  paymentId: string,
  amountMinor: number,
  outcome: 'applied' | 'unknownPolicy' | 'policyClosed',
  httpStatus: number,
): Receipt => ({
  paymentId,
  transfer: {
    on: localDate('2027-02-01'),
    policyNumber: outcome === 'unknownPolicy' ? 'CARGO-' : 'CARGO-1',
    money: uah(amountMinor),
    payer: 'ТОВ «Мрія»',
    reference: 'premium',
    intention: outcome === 'unknownPolicy' ? 'unknownPolicy' : 'applied',
  },
  answers: [{ httpStatus, outcome }],
});

const RECEIPTS = [receipt('p-1', 6000, 'applied', 201), receipt('p-2', 500, 'unknownPolicy', 202)];

const answeredAgain = (httpStatus: number): readonly Receipt[] =>
  RECEIPTS.map((one) => ({ ...one, answers: [...one.answers, { httpStatus, outcome: one.answers[0]?.outcome ?? 'applied' }] }));

test('books that agree have no fault, replays included', () => {
  expect(checkBooks(found(), RECEIPTS)).toEqual([]);
  expect(checkBooks(found(), answeredAgain(200))).toEqual([]);
});

const lapsed = policy({ status: 'lapsed' });

test.each<[string, ReadBack, readonly Receipt[], string]>([
  ['a cent is missing', found({ suspense: [] }), RECEIPTS, 'UAH: 65.00 was paid in, but 60.00 is applied and 0.00 in suspense'],
  ['a payment is nowhere', found({ suspense: [] }), RECEIPTS, 'payment p-2 of 5.00 UAH was reported, but is nowhere'],
  [
    'a payment is there twice',
    found({ suspense: [...found().suspense, ...found().suspense] }),
    RECEIPTS,
    'p-2 of 5.00 UAH is there without',
  ],
  ['nobody reported it', found(), RECEIPTS.slice(0, 1), 'p-2 of 5.00 UAH is there without a report'],
  [
    'coverage is not what was received',
    found({ policies: [policy({ standing: { ...policy().standing, excessCredit: uah(1) } })] }),
    RECEIPTS,
    "CARGO-1: what is covered and the credit don't add up",
  ],
  [
    'a replay was taken for a new payment',
    found(),
    answeredAgain(201),
    'p-1 should have become applied, but was answered 201 applied, then 201',
  ],
  [
    'an open policy refused money',
    found(),
    [receipt('p-1', 6000, 'policyClosed', 202), ...RECEIPTS.slice(1)],
    'p-1 should have become applied',
  ],
  ['a mail is missing', found({ mails: 0 }), RECEIPTS, 'notices were sent in 1 mails, but there are 0 in the mailbox'],
  ['an end was not announced', found({ policies: [lapsed] }), RECEIPTS, '1 policies are lapsed, but 0 PolicyLapsed events'],
  ['a client is in no cell', found({ clients: 2 }), RECEIPTS, 'there are 2 clients, but 1 in the cells'],
  ['work was given up', found({ deadLetters: 2 }), RECEIPTS, '2 pieces of work failed for good'],
])('%s', (_, readBack, receipts, line) => {
  expect(checkBooks(readBack, receipts)).toContainEqual(expect.stringContaining(line));
});

test('money for a policy that has lapsed belongs in suspense', () => {
  const receipts = [receipt('p-1', 6000, 'applied', 201), receipt('p-2', 500, 'policyClosed', 202)];
  expect(checkBooks(found({ policies: [lapsed], events: ['PolicyLapsed'] }), receipts)).toEqual([]);
});
