import { expect, test } from 'vitest';
import type { PolicyStatus } from '../../shared/domain/policy.ts';
import { statusesInOrder } from '../../shared/usecases/statuses-in-order.ts';

const became = (status: PolicyStatus, at: string, generation: string) =>
  ({ entry: `${at}#${generation}#00`, policyNumber: 'CARGO-1', at, by: 'system', kind: 'status', status, reason: 'why' }) as const;

test('a status that came later counts as later, though the clock of whoever wrote it was slow', () => {
  const reinstated = became('active', '2027-11-02T08:22:04.465Z', '00000025');
  const lapsed = became('lapsed', '2027-11-02T08:22:51.847Z', '00000024');
  expect(statusesInOrder([reinstated, lapsed])).toEqual(['lapsed', 'active']);
});

test('a reversal opens the policy that was completed with the same generation', () => {
  const completed = became('completed', '2027-11-02T08:22:51.847Z', '00000024');
  const opened = became('active', '2027-11-02T08:22:04.465Z', '00000024');
  const again = became('completed', '2027-11-02T08:22:03.100Z', '00000025');
  expect(statusesInOrder([opened, completed])).toEqual(['completed', 'active']);
  expect(statusesInOrder([again, opened, completed])).toEqual(['completed', 'active', 'completed']);
});

test('a policy of which nothing else is told has no status on record', () => {
  const waiting = { ...became('active', '2027-11-02T08:22:04.465Z', '00000002'), kind: 'waiting', installment: 1, code: 'C6' } as const;
  expect(statusesInOrder([waiting])).toEqual([]);
});
