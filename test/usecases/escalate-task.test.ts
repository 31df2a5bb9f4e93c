import { expect, test } from 'vitest';
import { localDate } from '../../shared/domain/local-date.ts';
import { NO_CONTROL } from '../../shared/domain/policy.ts';
import { standing } from '../../shared/domain/standing.ts';
import type { Task } from '../../shared/domain/task.ts';
import type { Situation } from '../../shared/usecases/change-policy.ts';
import { escalate } from '../../shared/usecases/escalate-task.ts';
import { factsOn, NOTHING_RECEIVED, policyOf, regulationWith } from '../support/policies.ts';
import { IVAN, taskOf } from '../support/tasks.ts';

/** 100.00 due Tue 1 Dec 2026; on Thu 3 Dec the policyholder refused to pay. C5 escalates to the head of sales. */
const TODAY = localDate('2026-12-03');
const CLIENT = {
  clientId: 'C-1',
  name: 'Dnipro',
  kind: 'legalEntity',
  email: 'cfo@client.example',
  language: 'uk',
  timeZone: 'Europe/Kyiv',
  potential: {},
} as const;

function escalated(task: Task, settled: number, regulation = regulationWith({})) {
  const policy = policyOf();
  const facts = factsOn('2026-12-03', {
    policy,
    regulation,
    progress: { generation: 4, controls: [{ ...NO_CONTROL, settled, unclear: settled }] },
  });
  const owed = standing(policy, NOTHING_RECEIVED, TODAY);
  const situation: Situation = { facts, owed, client: CLIENT, today: TODAY, at: '2026-12-03T10:00:00.000Z', ids: { next: () => 'T-2' } };
  return escalate(situation, task);
}

test('the escalation that is to come begins now, and is known to have begun', () => {
  const { opened, progress, effect } = escalated(taskOf(), 3) ?? {};
  expect(opened?.[0]).toMatchObject({
    as: 'escalate',
    task: { taskId: 'T-2', checkpoint: 'C5', action: { code: 'A5' }, assignee: { role: 'headOfSales' }, dueOn: '2026-12-07' },
  });
  expect(progress).toMatchObject({ controls: [{ escalated: true, settled: 3 }], tasks: [{ taskId: 'T-2' }] });
  expect(effect).toEqual({ effect: 'escalated', taskId: 'T-2' });
});

test.each([
  ['when the escalation is over', 5, regulationWith({})],
  ['when it is not for this class', 3, regulationWith({ C5: { classes: ['A'] } })],
])('%s, the task goes to who is accountable', (_, settled, regulation) => {
  const { opened, progress } = escalated(taskOf(), settled, regulation) ?? {};
  expect(opened?.[0]?.task).toMatchObject({ taskId: 'T-2', assignee: IVAN, action: { code: 'A3' }, dueOn: '2026-12-07' });
  expect(opened?.[0]?.task).not.toHaveProperty('accountable');
  expect(progress?.controls[0]).not.toHaveProperty('escalated');
});

test('with nobody above there is nothing to begin', () => {
  const { accountable: _, ...alone } = taskOf();
  expect(escalated(alone, 5)).toBeUndefined();
});
