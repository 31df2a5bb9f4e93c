import { describe, expect, test } from 'vitest';
import { type SendingFacts, whyObsolete } from '../../../shared/domain/control/still-applies.ts';
import { defaultRegulation } from '../../../shared/domain/default-regulation.ts';
import { localDate } from '../../../shared/domain/local-date.ts';
import type { Notice } from '../../../shared/domain/notice.ts';
import type { ActionKind } from '../../../shared/domain/regulation.ts';
import type { Relief } from '../../../shared/domain/relief.ts';
import { standing } from '../../../shared/domain/standing.ts';
import { deferralOf, holdOf, installmentsOf, POLICYHOLDER_PERSON, policyOf, promiseOf } from '../../support/policies.ts';

const notice = (kind: ActionKind, installment = 1): Notice => ({
  noticeId: 'N1',
  policyNumber: 'CARGO-2026-000123',
  clientId: 'UA-00112233',
  installment,
  checkpoint: 'C4',
  kind,
  audience: 'policyholder',
  actions: ['A4'],
  recipient: { role: 'policyholder', ...POLICYHOLDER_PERSON },
  createdAt: '2026-12-08T07:58:00.000Z',
});

/** Two installments of 100, due 1 Dec and 1 March; asked on 10 Dec. */
function asked(kind: ActionKind, different: Partial<SendingFacts> & { paid?: number; relief?: readonly Relief[]; of?: number } = {}) {
  const { paid = 0, relief = [], of = 1, ...facts } = different;
  const policy = policyOf({ installments: installmentsOf('2026-12-01: 100', '2027-03-01: 100'), relief });
  const today = localDate('2026-12-10');
  const owed = standing(policy, { receivedMinor: paid, directedMinor: {} }, today);
  const base = { notice: notice(kind, of), status: 'active', standing: owed, currency: 'UAH', regulation: defaultRegulation } as const;
  return whyObsolete({ ...base, today, openTasks: [], ...facts });
}

describe.each<ActionKind>(['remind', 'notice', 'task', 'escalate'])('a message about a debt: %s', (kind) => {
  test.each<[string, Parameters<typeof asked>[1], string | undefined]>([
    ['the debt is there', {}, undefined],
    ['a part of it is there', { paid: 99 }, undefined],
    ['paid', { paid: 100 }, 'covered'],
    ['another installment is paid', { paid: 100, of: 2 }, undefined],
    ['an installment that is no more', { of: 3 }, 'covered'],
    ['suspended: the debt is there', { status: 'suspended' }, undefined],
    ['lapsed', { status: 'lapsed' }, 'the policy is lapsed'],
    ['cancelled', { status: 'cancelled' }, 'the policy is cancelled'],
    ['completed', { status: 'completed' }, 'the policy is completed'],
    ['deferred in time', { relief: [deferralOf('2026-11-20', '2026-12-20')] }, 'deferred'],
    ['deferred late', { relief: [deferralOf('2026-12-05', '2026-12-20')] }, 'deferred'],
    ['another installment is deferred', { relief: [deferralOf('2026-12-05', '2027-04-01', 2)] }, undefined],
    ['held', { relief: [holdOf('2026-12-05', '2026-12-20')] }, 'on hold'],
    ['held until today', { relief: [holdOf('2026-12-05', '2026-12-10')] }, undefined],
    ['promised for today', { relief: [promiseOf('2026-12-05', '2026-12-10')] }, 'on hold'],
    ['promised for yesterday', { relief: [promiseOf('2026-12-05', '2026-12-09')] }, undefined],
    ['too small to chase', { paid: 90, regulation: withStart(10) }, 'covered'],
    ['just large enough', { paid: 89, regulation: withStart(10) }, undefined],
  ])('%s', (_, facts, expected) => {
    expect(asked(kind, facts)).toBe(expected);
  });
});

function withStart(amountMinor: number) {
  const money = { amountMinor, currency: 'UAH' };
  return { ...defaultRegulation, thresholds: [{ currency: 'UAH', writeOff: money, start: money, adverse: money }] };
}

test.each<[ActionKind, SendingFacts['status'], boolean]>([
  ['suspend', 'suspended', true],
  ['suspend', 'active', false],
  ['suspend', 'lapsed', false],
  ['lapse', 'lapsed', true],
  ['lapse', 'active', false],
  ['reinstate', 'active', true],
  ['reinstate', 'suspended', false],
  ['reinstate', 'completed', false],
])('what a %s message says of cover must be true: %s → %s', (kind, status, isSent) => {
  expect(asked(kind, { status }) === undefined).toBe(isSent);
});
