import { expect, test } from 'vitest';
import { type DeliveryEvent, movesOn, stateAfter } from '../../shared/domain/delivery.ts';
import type { NoticeState } from '../../shared/domain/notice.ts';

/** Reports come late, twice and in any order; a state only moves towards its end. Rows: state; columns: what it becomes. */
const EVENTS: readonly DeliveryEvent[] = ['Send', 'Delivery', 'Bounce', 'Complaint', 'Reject'];

test.each<[NoticeState, ...string[]]>([
  ['PENDING', '-', '-', '-', '-', '-'],
  ['CLAIMED', 'SENT', 'DELIVERED', 'BOUNCED', 'COMPLAINED', 'FAILED'],
  ['UNKNOWN', 'SENT', 'DELIVERED', 'BOUNCED', 'COMPLAINED', 'FAILED'],
  ['SENT', '-', 'DELIVERED', 'BOUNCED', 'COMPLAINED', 'FAILED'],
  ['DELIVERED', '-', '-', 'BOUNCED', 'COMPLAINED', '-'],
  ['BOUNCED', '-', '-', '-', '-', '-'],
  ['COMPLAINED', '-', '-', '-', '-', '-'],
  ['FAILED', '-', '-', '-', '-', '-'],
  ['CANCELLED', '-', '-', '-', '-', '-'],
])('%s after Send, Delivery, Bounce, Complaint, Reject', (state, ...becomes) => {
  expect(EVENTS.map((event) => stateAfter(state, event) ?? '-')).toEqual(becomes);
});

test.each(['Send', 'Delivery'] as const)('the one-step form of %s moves exactly the states of the table', (event) => {
  const { from, to } = movesOn(event);
  const states: readonly NoticeState[] = [
    'PENDING',
    'CLAIMED',
    'UNKNOWN',
    'SENT',
    'DELIVERED',
    'BOUNCED',
    'COMPLAINED',
    'FAILED',
    'CANCELLED',
  ];
  expect(states.filter((s) => from.includes(s))).toEqual(states.filter((s) => stateAfter(s, event) === to));
});
