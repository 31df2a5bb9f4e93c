import type { Chance } from '../engine/chance.ts';
import type { PlannedPolicy } from './planned-policy.ts';
import type { Action, Span } from './scenario.ts';

const DAY = 86_400_000;

const POLICY_READS = ['getPolicy', 'getPolicy', 'getPolicy', 'getTimeline', 'getPolicyStatement'] as const;

/** Whoever looks at a policy, some of them in the middle of a checkpoint; and at the lists. */
export function readings(chance: Chance, { policyNumber, slices }: PlannedPolicy, { start, days }: Span): readonly Action[] {
  const at = () => start + chance.int(DAY, days * DAY);
  const paymentId = `pay-${policyNumber}-${chance.int(1, slices.length)}`;
  const assignee = 'olena@insurer.example';
  return [
    ...Array.from({ length: 4 }, (_, index) => ({
      at: at(),
      request: { key: `read-${policyNumber}-${index}`, operation: chance.pick(POLICY_READS), path: { policyNumber } },
      ...(chance.is(0.5) ? { racing: policyNumber } : {}),
    })),
    ...(chance.is(0.3) ? [{ at: at(), request: { key: `read-${paymentId}`, operation: 'getPayment', path: { paymentId } } }] : []),
    ...(chance.is(0.3)
      ? [
          {
            at: at(),
            request: { key: `list-${policyNumber}`, operation: 'listPolicies', query: { pastDue: 'true' } },
            racing: policyNumber,
          },
        ]
      : []),
    ...(chance.is(0.1)
      ? [{ at: at(), request: { key: `tasks-${policyNumber}`, operation: 'listTasks', query: { assignee, status: 'open' } } }]
      : []),
  ];
}
