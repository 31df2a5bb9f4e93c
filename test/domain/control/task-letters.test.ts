import { expect, test } from 'vitest';
import { whyObsolete } from '../../../shared/domain/control/still-applies.ts';
import { defaultRegulation } from '../../../shared/domain/default-regulation.ts';
import { localDate } from '../../../shared/domain/local-date.ts';
import type { PolicyStatus } from '../../../shared/domain/policy.ts';
import { standing } from '../../../shared/domain/standing.ts';
import { type TaskKind, watched } from '../../../shared/domain/task.ts';
import { noticeTask } from '../../../shared/usecases/task-effects.ts';
import { holdOf, NOTHING_RECEIVED, policyOf } from '../../support/policies.ts';
import { LETTER } from '../../support/stored-notices.ts';
import { taskOf } from '../../support/tasks.ts';

/** 100.00 due Tue 1 Dec 2026, on hold where it is said; on Thu 3 Dec somebody is to be told of a task. */
const TODAY = localDate('2026-12-03');

interface Told {
  readonly kind?: TaskKind;
  readonly isOpen?: boolean;
  readonly onHold?: boolean;
  readonly status?: PolicyStatus;
}

function why({ kind = 'action', isOpen = true, onHold = false, status = 'active' }: Told) {
  const task = taskOf({ kind });
  return whyObsolete({
    notice: { ...LETTER, kind: 'task', audience: 'responsible', tasks: [noticeTask(task)] },
    status,
    standing: standing(policyOf({ relief: onHold ? [holdOf('2026-12-02', '2026-12-20')] : [] }), NOTHING_RECEIVED, TODAY),
    currency: 'UAH',
    regulation: defaultRegulation,
    today: TODAY,
    openTasks: isOpen ? [watched(task)] : [watched(taskOf({ taskId: 'T-9' }))],
  });
}

test.each<[string, Told, string | undefined]>([
  ['it is to be done', {}, undefined],
  ['it is done already', { isOpen: false }, 'the task is closed'],
  ['it is about a debt that is on hold', { onHold: true }, expect.any(String)],
  ['it is an approval, and holds are no matter', { kind: 'approval', onHold: true }, undefined],
  ['it is an approval, and somebody has given it', { kind: 'approval', isOpen: false }, 'the task is closed'],
  ['the policy has ended', { status: 'cancelled' }, 'the policy is cancelled'],
])('%s', (_, told, expected) => {
  expect(why(told)).toEqual(expected);
});
