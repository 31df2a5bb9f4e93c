import { expect, test } from 'vitest';
import { progressItem, readProgress } from '../../../shared/adapters/dynamodb/policy-items.ts';
import { NO_CONTROL, type Progress } from '../../../shared/domain/policy.ts';
import { policyOf } from '../../support/policies.ts';

const AT = Date.parse('2026-11-17T07:12:00Z');
const WAITING: Progress = { generation: 3, controls: [NO_CONTROL], next: { at: AT, installment: 1, code: 'C1' } };

test('what waits is in the indexes of what is due and what is past due', () => {
  const item = progressItem({ policy: policyOf(), progress: WAITING, oldestDueOn: '2026-12-01' });
  expect(item).toMatchObject({ dueBucket: expect.any(String), at: '2026-11-17T07:12:00Z', oldestDueOn: '2026-12-01' });
});

test('a policy that has ended is in neither', () => {
  const { next: _, ...ended } = WAITING;
  const item = progressItem({ policy: policyOf(), progress: ended, oldestDueOn: '2026-12-01' });
  for (const name of ['dueBucket', 'at', 'oldestDueOn']) expect(item).not.toHaveProperty(name);
});

test.each<[string, Progress]>([
  ['what waits', WAITING],
  ['what is looked at before its checkpoint', { ...WAITING, next: { at: AT, installment: 1, code: 'C1', wakeAt: AT - 60_000 } }],
  ['what waits for tasks and promises', { ...WAITING, promises: ['R-1'] }],
])('%s is read as it was written', (_, progress) => {
  expect(readProgress(progressItem({ policy: policyOf(), progress }))).toEqual(progress);
});
