import { expect, test } from 'vitest';
import { migrateControl } from '../../../shared/domain/control/migrate-controls.ts';
import { localDate } from '../../../shared/domain/local-date.ts';
import type { Regulation } from '../../../shared/domain/regulation.ts';

const process = (...codes: string[]): Pick<Regulation, 'checkpoints'> => ({
  checkpoints: codes.map((code) => ({ code, anchor: 'dueOn', offsetDays: 0, dayKind: 'calendar', actions: [] })),
});
const control = (settled: number, unclear: number, ...warned: string[]) => ({
  settled,
  unclear,
  warned: warned.map((code) => ({ code, on: localDate('2027-01-01'), noticeIds: ['n'] })),
});

test.each([
  ['nothing settled stays nothing', control(0, 0), ['C1', 'C2'], ['C1', 'C2'], [0, 0]],
  ['the same table', control(2, 1), ['C1', 'C2', 'C3'], ['C1', 'C2', 'C3'], [2, 1]],
  ['one that is new before a settled one counts as over', control(2, 2), ['C1', 'C2', 'C4'], ['C1', 'C1a', 'C2', 'C3'], [3, 3]],
  ['one that is gone is not missed', control(3, 3), ['C1', 'C2', 'C3'], ['C1', 'C3', 'C4'], [2, 2]],
  ['other codes altogether begin anew', control(3, 3), ['C1', 'C2', 'C3'], ['D1', 'D2'], [0, 0]],
])('%s', (_, before, from, to, [settled, unclear]) => {
  expect(migrateControl(before, process(...from), process(...to))).toMatchObject({ settled, unclear });
});

test('warnings that the new version does not know are no warnings in it', () => {
  expect(migrateControl(control(2, 2, 'C1', 'C2'), process('C1', 'C2'), process('C2')).warned.map((w) => w.code)).toEqual(['C2']);
});
