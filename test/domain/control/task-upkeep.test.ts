import { expect, test } from 'vitest';
import type { ControlFacts } from '../../../shared/domain/control/control-facts.ts';
import { keepTasks } from '../../../shared/domain/control/task-upkeep.ts';
import { localDate } from '../../../shared/domain/local-date.ts';
import type { Account, PolicyStatus } from '../../../shared/domain/policy.ts';
import type { ReliefTerms } from '../../../shared/domain/relief-request.ts';
import { standing } from '../../../shared/domain/standing.ts';
import type { OpenTask } from '../../../shared/domain/task.ts';
import { factsOn, holdOf, installmentsOf, NOTHING_RECEIVED, noon, policyOf } from '../../support/policies.ts';

/** 100.00 due Tue 1 Dec 2026; the call is due Fri 4 Dec, so it is late on Mon 7 Dec at the hour of checkpoints (09:00 to 11:00). */
const call: OpenTask = { taskId: 'call', kind: 'action', installment: 1, dueOn: localDate('2026-12-04'), escalates: true };
const paid: Account = { ...NOTHING_RECEIVED, receivedMinor: 10_000 };
const approval: OpenTask = { ...call, kind: 'approval' };

/** 100.00 and 50.00 are owed, and relief beyond authority was asked for. */
const asked = (terms: ReliefTerms) =>
  policyOf({
    installments: installmentsOf('2026-12-01: 10000', '2026-12-02: 5000'),
    requests: [{ reliefId: 'R', reason: 'a hard winter', status: 'pending', taskId: call.taskId, terms }],
  });
const bothWrittenOff = asked({
  kind: 'writeOff',
  shares: [
    { installment: 1, amountMinor: 10_000 },
    { installment: 2, amountMinor: 5_000 },
  ],
});
const onlyFirstPaid = (terms: ReliefTerms): Case => ({
  tasks: [approval],
  on: '2026-12-03',
  different: { account: paid, policy: asked(terms) },
});

interface Case {
  readonly tasks: readonly OpenTask[];
  readonly on: string;
  readonly different?: Partial<ControlFacts>;
  readonly status?: PolicyStatus;
}

function fatesOf({ tasks, on, different = {}, status = 'active' }: Case): readonly string[] {
  const facts = factsOn(on, { progress: { generation: 2, controls: [], tasks }, ...different });
  const today = localDate(on);
  const { kept, closed, late, more } = keepTasks({ facts, owed: standing(facts.policy, facts.account, today), status, today });
  return [
    ...kept.map((t) => `${t.taskId} kept`),
    ...closed.map(({ task, reason }) => `${task.taskId} ${reason}`),
    ...late.map((t) => `${t.taskId} late`),
    ...(more ? ['more'] : []),
  ];
}

test.each<[string, Case, readonly string[]]>([
  ['on its last day', { tasks: [call], on: '2026-12-04' }, ['call kept']],
  ['at the weekend after it', { tasks: [call], on: '2026-12-05' }, ['call kept']],
  ['on the business day after it', { tasks: [call], on: '2026-12-07' }, ['call late']],
  ['with nobody accountable it waits', { tasks: [{ ...call, escalates: false }], on: '2026-12-20' }, ['call kept']],
  [
    'held over its day, it waits',
    { tasks: [call], on: '2026-12-07', different: { policy: policyOf({ relief: [holdOf('2026-12-03', '2026-12-10')] }) } },
    ['call kept'],
  ],
  [
    'and is late when the hold is over',
    { tasks: [call], on: '2026-12-10', different: { policy: policyOf({ relief: [holdOf('2026-12-03', '2026-12-10')] }) } },
    ['call late'],
  ],
  ['paid', { tasks: [call], on: '2026-12-03', different: { account: paid } }, ['call paid']],
  ['an approval, paid', { tasks: [approval], on: '2026-12-03', different: { account: paid } }, ['call paid']],
  [
    'a write-off of two to approve, one paid',
    { tasks: [approval], on: '2026-12-03', different: { account: paid, policy: bothWrittenOff } },
    ['call kept'],
  ],
  [
    'a write-off of two to approve, both paid',
    { tasks: [approval], on: '2026-12-03', different: { account: { ...paid, receivedMinor: 15_000 }, policy: bothWrittenOff } },
    ['call paid'],
  ],
  ['a deferral of the first to approve, the first paid', onlyFirstPaid({ kind: 'deferral', installment: 1 }), ['call paid']],
  ['a hold to approve, the first paid', onlyFirstPaid({ kind: 'hold', until: localDate('2027-01-10') }), ['call kept']],
  ['a promise to approve, the first paid', onlyFirstPaid({ kind: 'promise', promisedOn: localDate('2027-01-10') }), ['call kept']],
  [
    'an agreement to approve, the first paid',
    onlyFirstPaid({ kind: 'agreement', slices: [{ dueOn: localDate('2027-01-10'), amountMinor: 15_000 }] }),
    ['call kept'],
  ],
  [
    'a hold to approve, all paid',
    {
      tasks: [approval],
      on: '2026-12-03',
      different: { account: { ...paid, receivedMinor: 15_000 }, policy: asked({ kind: 'hold', until: localDate('2027-01-10') }) },
    },
    ['call paid'],
  ],
  [
    'a dead address stays dead when the debt is paid',
    { tasks: [{ ...call, kind: 'undelivered' }], on: '2026-12-03', different: { account: paid } },
    ['call kept'],
  ],
  ['the policy lapses', { tasks: [call], on: '2026-12-03', status: 'lapsed' }, ['call policyClosed']],
])('%s', (_, given, expected) => {
  expect(fatesOf(given)).toEqual(expected);
});

test('it is late at the hour of checkpoints, not at midnight', () => {
  const early = { now: noon('2026-12-07') - 4 * 3_600_000 };
  expect(fatesOf({ tasks: [call], on: '2026-12-07', different: early })).toEqual(['call kept']);
});

test('what doesn’t fit into a transaction is left for the next round', () => {
  const tasks = Array.from({ length: 8 }, (_, index) => ({ ...call, taskId: `t${index}` }));
  expect(fatesOf({ tasks, on: '2026-12-03', different: { account: paid } })).toEqual([
    't6 kept',
    't7 kept',
    ...[0, 1, 2, 3, 4, 5].map((n) => `t${n} paid`),
    'more',
  ]);
});
