import { expect, test } from 'vitest';
import { defaultRegulation } from '../../shared/domain/default-regulation.ts';
import { missingApprovers } from '../../shared/domain/missing-approvers.ts';
import { DEFAULT_MODEL } from '../../shared/domain/significance/default-model.ts';

const approvedBy = (A: string, B: string, C: string) => ({ A: { approverRole: A }, B: { approverRole: B }, C: { approverRole: C } });
const rolesOf = (...names: string[]) => ({ roles: names.map((role) => ({ role, title: role })) });

test.each([
  ['all there', rolesOf('head'), approvedBy('head', 'head', 'head'), []],
  ['nobody', rolesOf('clerk'), approvedBy('head', 'head', 'head'), [{ role: 'head', classes: ['A', 'B', 'C'] }]],
  ['one of two', rolesOf('head'), approvedBy('board', 'head', 'head'), [{ role: 'board', classes: ['A'] }]],
  [
    'two different',
    rolesOf('clerk'),
    approvedBy('board', 'head', 'head'),
    [
      { role: 'board', classes: ['A'] },
      { role: 'head', classes: ['B', 'C'] },
    ],
  ],
])('%s', (_, regulation, conditions, expected) => {
  expect(missingApprovers(regulation, conditions)).toEqual(expected);
});

test('what comes with the product goes together', () => {
  expect(missingApprovers(defaultRegulation, DEFAULT_MODEL.conditions)).toEqual([]);
});
