import { expect, test } from 'vitest';
import { localDate } from '../../shared/domain/local-date.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { SaidResult, TaskKind } from '../../shared/domain/task.ts';
import { checkResult, outcomesOf } from '../../shared/domain/task-outcome.ts';

const TODAY = localDate('2026-12-05');
const on = localDate('2026-12-10');

const refusalOf = (kind: TaskKind, said: SaidResult): readonly [string, string | undefined] | undefined => {
  try {
    checkResult(kind, said, TODAY);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return [error.code, error.pointer];
    throw error;
  }
};

test('each kind of task ends with the outcomes of the catalogue', () => {
  const aboutTheDebt = [
    'promised',
    'paymentSent',
    'awaitingApproval',
    'invoiceNotReceived',
    'noAnswer',
    'dispute',
    'cannotPay',
    'refused',
    'done',
  ];
  expect(outcomesOf('action')).toEqual(aboutTheDebt);
  expect(outcomesOf('undelivered')).toEqual(aboutTheDebt);
  expect(outcomesOf('approval')).toEqual(['approved', 'declined']);
});

test.each<[string, TaskKind, SaidResult, readonly [string, string] | undefined]>([
  ['an outcome alone', 'action', { outcome: 'noAnswer' }, undefined],
  ['a promise with its date', 'action', { outcome: 'promised', promisedOn: on }, undefined],
  ['a promise without', 'action', { outcome: 'promised' }, ['DATE_MISSING', '/promisedOn']],
  ['a promise of yesterday', 'action', { outcome: 'promised', promisedOn: localDate('2026-12-04') }, ['DATE_NOT_LATER', '/promisedOn']],
  ['a date that goes with another outcome', 'action', { outcome: 'dispute', promisedOn: on }, ['DATE_NOT_TAKEN', '/promisedOn']],
  ['who cannot pay may say until when', 'action', { outcome: 'cannotPay', newDueOn: on }, undefined],
  ['or not', 'action', { outcome: 'cannotPay' }, undefined],
  ['an approval of a task that is none', 'action', { outcome: 'approved' }, ['OUTCOME_NOT_OFFERED', '/outcome']],
  ['"done" of an approval', 'approval', { outcome: 'done' }, ['OUTCOME_NOT_OFFERED', '/outcome']],
  ['an approval with another date', 'approval', { outcome: 'approved', newDueOn: on }, undefined],
  ['a refusal with a date', 'approval', { outcome: 'declined', newDueOn: on }, ['DATE_NOT_TAKEN', '/newDueOn']],
])('%s', (_, kind, said, expected) => {
  expect(refusalOf(kind, said)).toEqual(expected);
});
