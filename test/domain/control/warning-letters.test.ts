import { expect, test } from 'vitest';
import { isGiven } from '../../../shared/domain/control/warning-letters.ts';
import { localDate } from '../../../shared/domain/local-date.ts';
import type { Warning } from '../../../shared/domain/policy.ts';

const DAY = localDate('2026-12-08');
const warning = (noticeIds: readonly string[], told?: Warning['told']): Warning => ({
  code: 'C4',
  on: DAY,
  noticeIds,
  ...(told ? { told } : {}),
});

test.each<[string, Warning, boolean]>([
  ['both letters left us', warning(['sent', 'read']), true],
  ['one came back', warning(['sent', 'back']), false],
  ['one came back, and a person told of it', warning(['sent', 'back'], { back: DAY }), true],
  ['one came back, and a person told of the other', warning(['sent', 'back'], { sent: DAY }), false],
  ['nobody knows of one', warning(['sent', 'unsure']), false],
  ['one waits', warning(['sent', 'waits']), false],
  ['there was no letter', warning([]), false],
  ['one that is not stored', warning(['none']), false],
])('%s: is the warning given? %s', (_, given, expected) => {
  const noticeStates = { sent: 'SENT', read: 'DELIVERED', back: 'BOUNCED', unsure: 'UNKNOWN', waits: 'PENDING' } as const;
  expect(isGiven(given, { noticeStates, sentOn: {} })).toBe(expected);
});
