import { describe, expect, test } from 'vitest';
import { mustWait, warningsToLookUp } from '../../../shared/domain/control/adverse-guard.ts';
import { decide } from '../../../shared/domain/control/decide.ts';
import { localDate } from '../../../shared/domain/local-date.ts';
import type { NoticeState } from '../../../shared/domain/notice.ts';
import type { Control } from '../../../shared/domain/policy.ts';
import { factsOn, regulationWith, withGrace } from '../../support/policies.ts';
import { PolicyLife } from './policy-life.ts';

const on = localDate;
const BEGINNING = '2026-10-01';

/** As it stands when C6, suspension, is the next checkpoint: C4 was acted on 8 Dec with the notice N1. */
const C4_GIVEN: Control = { settled: 5, unclear: 5, warned: [{ code: 'C4', on: on('2026-12-08'), noticeIds: ['N1'] }] };
const suspensionOn = (date: string, noticeStates: Readonly<Record<string, NoticeState>>, control = C4_GIVEN) =>
  decide(factsOn(date, { noticeStates, progress: { generation: 5, controls: [control] } }));

describe('cover is taken only after every warning left us and did not come back', () => {
  test.each<[NoticeState]>([['SENT'], ['DELIVERED'], ['COMPLAINED']])('%s: suspended', (state) => {
    const { status, settlements, waiting } = suspensionOn('2026-12-18', { N1: state });
    expect({ status, waiting }).toEqual({ status: 'suspended', waiting: [] });
    expect(settlements.map((s) => `${s.code} ${s.outcome}`)).toEqual(['C6 acted']);
  });

  test.each<[NoticeState]>([['PENDING'], ['CLAIMED'], ['FAILED'], ['UNKNOWN'], ['BOUNCED']])('%s: waits, and says so', (state) => {
    const { status, settlements, waiting, next } = suspensionOn('2026-12-18', { N1: state });
    expect({ status, settlements }).toEqual({ status: 'active', settlements: [] });
    expect(waiting).toEqual([{ installment: 1, code: 'C6', reason: 'noticeNotSent' }]);
    expect(next).toMatchObject({ code: 'C6', installment: 1 });
    expect(new Date(next?.at ?? 0).toISOString()).toBe('2026-12-21T07:05:00.000Z'); // Friday → Monday
  });

  test('of two letters of one warning, one that bounced is enough to wait', () => {
    const control = { ...C4_GIVEN, warned: [{ code: 'C4', on: on('2026-12-08'), noticeIds: ['N1', 'N2'] }] };
    expect(suspensionOn('2026-12-18', { N1: 'SENT', N2: 'BOUNCED' }, control).waiting).toHaveLength(1);
    expect(suspensionOn('2026-12-18', { N1: 'SENT', N2: 'SENT' }, control).waiting).toHaveLength(0);
  });

  test('a notice that nobody knows was not sent', () => {
    expect(suspensionOn('2026-12-18', {}).waiting).toHaveLength(1);
  });

  test('lapse needs both warnings before it', () => {
    const warned = ['C4', 'C7'].map((code, n) => ({ code, on: on('2026-12-08'), noticeIds: [`N${n + 1}`] }));
    const control = { settled: 7, unclear: 7, warned };
    expect(suspensionOn('2027-01-31', { N1: 'SENT', N2: 'BOUNCED' }, control).waiting).toMatchObject([{ code: 'C8' }]);
    expect(suspensionOn('2027-01-31', { N1: 'BOUNCED', N2: 'SENT' }, control).waiting).toMatchObject([{ code: 'C8' }]);
    expect(suspensionOn('2027-01-31', { N1: 'SENT', N2: 'SENT' }, control).status).toBe('lapsed');
  });

  test('the notice of the suspension itself is no warning', () => {
    const warned = ['C4', 'C6', 'C7'].map((code, n) => ({ code, on: on('2026-12-08'), noticeIds: code === 'C6' ? [] : [`N${n + 1}`] }));
    const control = { settled: 7, unclear: 7, warned };
    expect(suspensionOn('2027-01-31', { N1: 'SENT', N3: 'SENT' }, control).status).toBe('lapsed');
  });

  test('it is asked again every business day, and goes on from there', () => {
    const mail = (state: NoticeState, afterDays: number) => (notice: { checkpoint: string }) =>
      notice.checkpoint === 'C4' ? { state, afterDays } : ({ state: 'SENT', afterDays: 0 } as const);
    const life = new PolicyLife(BEGINNING, { mail: mail('SENT', 15) }).until('2027-03-01');
    expect(life.waits).toEqual(['2026-12-18', '2026-12-21', '2026-12-22'].map((date) => ({ date, code: 'C6', reason: 'noticeNotSent' })));
    expect(life.story().slice(5)).toEqual(['C6 acted 2027-01-04', 'C7 acted 2027-01-14', 'C8 acted 2027-01-29']); // sent 15 days late: 18 Dec + 15, a Saturday; then 17
    const bounced = new PolicyLife(BEGINNING, { mail: mail('BOUNCED', 0) }).until('2027-06-01');
    expect(bounced.story().at(-1)).toBe('C5 acted 2026-12-11');
    expect(bounced.facts.progress.next).toMatchObject({ code: 'C6' });
  });
});

describe('grace', () => {
  test('an adverse action on the last day of grace waits until it has passed', () => {
    const regulation = regulationWith({ C6: { offsetDays: 0, dayKind: 'calendar' } });
    const life = new PolicyLife(BEGINNING, { regulation }).until('2026-12-15');
    expect(life.waits).toEqual([{ date: '2026-12-11', code: 'C6', reason: 'grace' }]);
    expect(life.statuses).toEqual([{ date: '2026-12-14', status: 'suspended', reason: 'checkpoint' }]);
  });

  test('follows the class: a better client has ten more days', () => {
    const life = new PolicyLife(BEGINNING, { applied: withGrace(20) }).until('2027-01-05');
    expect(life.statuses).toEqual([{ date: '2026-12-29', status: 'suspended', reason: 'checkpoint' }]); // 21 Dec + 5: 22–24, 28, 29
  });

  test('a class that changes in the middle moves what comes next, not what was done', () => {
    const life = new PolicyLife(BEGINNING).served('2026-12-15', withGrace(20)).until('2027-01-05');
    expect(life.story().slice(3, 6)).toEqual(['C4 acted 2026-12-08', 'C5 acted 2026-12-11', 'C6 acted 2026-12-29']);
  });
});

describe('bank statements, where the regulation waits for them', () => {
  const regulation = { ...regulationWith({}), requiresReconciledThrough: true };
  const facts = (reconciledThrough?: string) =>
    factsOn('2026-12-18', {
      regulation,
      noticeStates: { N1: 'SENT' },
      progress: { generation: 5, controls: [C4_GIVEN] },
      ...(reconciledThrough ? { reconciledThrough: on(reconciledThrough) } : {}),
    });

  test.each([
    [undefined, 'waits'],
    ['2026-11-30', 'waits'],
    ['2026-12-01', 'suspended'],
    ['2026-12-15', 'suspended'],
  ])('imported through %s: %s', (through, expected) => {
    const { status, waiting } = decide(facts(through));
    expect(status === 'suspended' ? status : 'waits').toBe(expected);
    expect(waiting.map((w) => w.reason)).toEqual(expected === 'waits' ? ['statementsNotReconciled'] : []);
  });
});

test('the notices to look up are all that were given as warnings', () => {
  const two = { ...C4_GIVEN, warned: [...C4_GIVEN.warned, { code: 'C7', on: on('2026-12-28'), noticeIds: ['N2', 'N3'] }] };
  expect(warningsToLookUp([C4_GIVEN, two, { settled: 0, unclear: 0, warned: [] }])).toEqual(['N1', 'N1', 'N2', 'N3']);
});

test('without any warning an adverse action waits, whatever the caller thinks of it', () => {
  const facts = factsOn('2026-12-18');
  const { standing } = decide(facts);
  const [installment] = standing.installments;
  const checkpoint = facts.regulation.checkpoints[5];
  if (!installment || !checkpoint) throw new Error('the regulation has a C6');
  const c6 = { index: 5, checkpoint, actions: [], on: on('2026-12-18') };
  expect(mustWait(c6, facts, installment, { settled: 5, unclear: 5, warned: [] })).toBe('noticeNotSent');
});
