import { expect, test } from 'vitest';
import type { TimelineEntry } from '../../../infra/local/demo/api/answers.ts';
import { equalPayments } from '../../../infra/local/demo/books/equal-payments.ts';
import type { PolicyStory, ReadBack } from '../../../infra/local/demo/books/read-back.ts';
import { equalPaymentsText } from '../../../infra/local/demo/report/significance.ts';
import { localDate } from '../../../shared/domain/local-date.ts';

const amount = { amountMinor: 4_800_000, currency: 'UAH' };
const nothing = { ...amount, amountMinor: 0 };

const checkpoint = (on: string, action: string, of: 'A' | 'C', outcome = 'acted'): TimelineEntry => ({
  kind: 'checkpoint',
  at: `${on}T06:54:00Z`,
  outcome,
  actions: [action],
  inputs: { conditions: { class: of } },
});

const PAID: TimelineEntry = {
  kind: 'payment',
  at: '2027-09-29T05:30:00Z',
  paymentId: 'p-1',
  amount,
  status: 'applied',
  receivedOn: localDate('2027-09-29'),
};

const story = (policyNumber: string, timeline: readonly TimelineEntry[]): PolicyStory => ({
  self: `/policies/${policyNumber}`,
  policyNumber,
  clientId: 'UA-1',
  premium: amount,
  status: 'active',
  installments: [{ number: 1, dueOn: localDate('2027-09-13'), amount, covered: amount, outstanding: nothing }],
  standing: { received: amount, outstanding: nothing, pastDue: nothing, excessCredit: nothing },
  timeline,
});

const found = (...policies: readonly PolicyStory[]): ReadBack => ({
  clients: policies.length,
  policies,
  suspense: [],
  events: [],
  mails: 0,
  actions: [
    { code: 'A2', kind: 'remind', title: 'Remind' },
    { code: 'A3', kind: 'task', title: 'Call' },
    { code: 'A4', kind: 'notice', title: 'Send the letter' },
  ],
  cells: [],
  deadLetters: 0,
});

const important = [
  checkpoint('2027-09-10', 'A2', 'A'),
  checkpoint('2027-09-14', 'A3', 'A'),
  PAID,
  checkpoint('2027-10-04', 'A4', 'A', 'clear'),
];
const other = [checkpoint('2027-09-10', 'A2', 'C'), checkpoint('2027-09-14', 'A3', 'C'), checkpoint('2027-09-20', 'A4', 'C'), PAID];
const TWINS = ['MACH-1', 'MACH-2'];

test('what was done between the due date and the payment is told of both, with the class that it followed', () => {
  const equal = equalPayments(found(story('MACH-1', important), story('MACH-2', other), story('CARGO-3', other)), TWINS);
  expect(equal && equalPaymentsText(equal)).toBe(
    [
      'Two equal late payments, 48000.00 UAH due on 2027-09-13 and paid on 2027-09-29:',
      '  MACH-1, client of class A: 2027-09-14 Call',
      '  MACH-2, client of class C: 2027-09-14 Call; 2027-09-20 Send the letter',
    ].join('\n'),
  );
});

test.each([
  ['one is not in the story', [story('MACH-1', important)]],
  ['one has not paid yet', [story('MACH-1', important), story('MACH-2', other.slice(0, 2))]],
])('nothing is told when %s', (_, policies) => {
  expect(equalPayments(found(...policies), TWINS)).toBeUndefined();
});
