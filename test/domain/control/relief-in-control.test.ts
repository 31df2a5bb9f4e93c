import { describe, expect, test } from 'vitest';
import { decide } from '../../../shared/domain/control/decide.ts';
import { isSent, type Notice } from '../../../shared/domain/notice.ts';
import { deferralOf, factsOn, holdOf, installmentsOf, policyOf, promiseOf } from '../../support/policies.ts';
import { PolicyLife } from './policy-life.ts';

/* Due Tue 1 Dec 2026, grace 10: C4 8, C5 11, C6 18, C7 28 Dec, C8 12 Jan. */
const BEGINNING = '2026-10-01';
const life = () => new PolicyLife(BEGINNING);
const slow = (checkpoint: string, afterDays: number) => ({
  mail: (notice: Notice) => ({ state: 'SENT', afterDays: notice.checkpoint === checkpoint ? afterDays : 0 }) as const,
});

describe('a deferral before the due date: the new date has its own grace', () => {
  const deferred = () => life().grant(deferralOf('2026-11-25', '2026-12-21'));

  test('nothing is said about it until it is past due; then the process runs from the new date', () => {
    expect(deferred().until('2027-06-01').story()).toEqual([
      'C1 acted 2026-11-17', // for the old date
      'C2 waived 2026-12-18',
      'C3 acted 2026-12-22',
      'C4 acted 2026-12-29',
      'C5 acted 2026-12-31',
      'C6 acted 2027-01-08',
      'C7 acted 2027-01-15',
      'C8 acted 2027-01-29',
    ]);
  });

  test('paid by then: clear', () => {
    const paid = deferred().pay('2026-12-21', 10_000).until('2027-06-01');
    expect(paid.acts.map((a) => a.checkpoint.checkpoint.code)).toEqual(['C1']);
  });
});

describe('relief in grace does not start grace anew', () => {
  test.each([
    ['a deferral', deferralOf('2026-12-09', '2026-12-20')],
    ['a promise', promiseOf('2026-12-09', '2026-12-20')],
    ['a hold', holdOf('2026-12-09', '2026-12-21')],
  ])('%s from 9 through 20 Dec: what was to come comes twelve days later', (_, relief) => {
    expect(life().grant(relief).until('2027-06-01').story().slice(3)).toEqual([
      'C4 acted 2026-12-08',
      'C5 acted 2026-12-23', // 11 + 12
      'C6 acted 2026-12-30',
      'C7 acted 2027-01-11', // 28 Dec + 12 = Sat 9
      'C8 acted 2027-01-25', // 12 Jan + 12 = Sun 24
    ]);
  });

  test('a hold that is lifted early: the process goes on from that day', () => {
    const lifted = life()
      .grant(holdOf('2026-12-09', '2026-12-21', '2026-12-14'))
      .until('2027-06-01');
    expect(lifted.story().slice(4, 6)).toEqual(['C5 acted 2026-12-16', 'C6 acted 2026-12-23']); // + 5
  });
});

describe('while relief is in force nothing acts', () => {
  const inRelief = (settledBefore: readonly { date: string }[], from: string, until: string) =>
    settledBefore.filter(({ date }) => date > from && date < until);

  test('a suspension that was waiting for its notice waits for the end of the hold, too', () => {
    // the notice of 8 Dec leaves on the morning of Sun 20 Dec; suspension has waited since 18 Dec; held from noon
    const held = new PolicyLife(BEGINNING, slow('C4', 12)).grant(holdOf('2026-12-20', '2027-01-20'));
    expect(inRelief(held.until('2027-06-01').settled, '2026-12-20', '2027-01-20')).toEqual([]);
    expect(held.story()[5]).toBe('C6 acted 2027-01-29'); // ten days after it was sent, the first of which is 20 Jan
  });

  test('what an outage delayed into a hold waits for its end', () => {
    const held = new PolicyLife(BEGINNING, { outages: [['2026-12-06', '2026-12-14']] }).grant(holdOf('2026-12-11', '2027-01-11'));
    expect(inRelief(held.until('2027-06-01').settled, '2026-12-11', '2027-01-11')).toEqual([]);
    expect(held.story().slice(3, 5)).toEqual(['C4 acted 2027-01-11', 'C5 acted 2027-01-14']);
  });

  test('a suspension that late mail moved into a hold is not lost', () => {
    const held = new PolicyLife(BEGINNING, { outages: [['2026-12-07', '2026-12-14']] }).grant(holdOf('2026-12-21', '2026-12-29'));
    expect(held.until('2027-06-01').story().slice(3, 6)).toEqual(['C4 acted 2026-12-14', 'C5 acted 2026-12-17', 'C6 acted 2027-01-04']);
  });

  test('reminders are waived: a courtesy that comes late is none', () => {
    expect(life().grant(holdOf('2026-11-16', '2026-11-20')).until('2026-12-01').story()).toEqual([
      'C1 waived 2026-11-17',
      'C2 acted 2026-11-30',
    ]);
  });

  test('a promise says nothing of installments that are due later', () => {
    const two = policyOf({ installments: installmentsOf('2026-12-01: 100', '2027-01-04: 100') });
    const promised = new PolicyLife(BEGINNING, { policy: two }).grant(promiseOf('2026-12-18', '2026-12-24')).until('2026-12-24');
    expect(promised.story(2)).toEqual(['C1 acted 2026-12-21']);
  });
});

describe('a warning that was cancelled before it left is given again', () => {
  const onceSent = (of: PolicyLife) =>
    [...of.letters.values()].filter((l) => l.notice.checkpoint === 'C4' && l.notice.audience === 'policyholder');

  test('after the hold that stopped it', () => {
    const held = new PolicyLife(BEGINNING, slow('C4', 1)).grant(holdOf('2026-12-08', '2026-12-20')).until('2027-06-01');
    expect(onceSent(held).map((l) => l.state)).toEqual(['CANCELLED', 'SENT']);
    expect(held.story().slice(3)).toEqual([
      'C4 acted 2026-12-08',
      'C4 acted 2026-12-23', // when C5 came up: 11 + 12; its own day is Mon 21 now, so it is two days late
      'C5 acted 2026-12-28', // 23 + 2 = 25, free
      'C6 acted 2027-01-04', // 18 + 12 = 30; + 2 = 1 Jan, free: five days late
      'C7 acted 2027-01-18', // 28 + 12 = Sat 9 → 11; + 5 = Sat 16: seven days late
      'C8 acted 2027-02-01', // 12 + 12 = Sun 24 → 25; + 7
    ]);
  });

  test('after the payment that stopped it went back', () => {
    const back = new PolicyLife(BEGINNING, slow('C4', 1)).pay('2026-12-08', 10_000).reverse('2027-01-20', 10_000).until('2027-06-01');
    expect(onceSent(back).map((l) => isSent(l.state))).toEqual([false, true]);
    expect(back.story().slice(8)).toEqual([
      'C4 acted 2027-01-20', // 43 days late
      'C5 acted 2027-01-25', // 11 Dec + 43 = Sat 23
      'C6 acted 2027-02-01', // 18 Dec + 43 = Sat 30: 45 days late
      'C7 acted 2027-02-11', // 28 Dec + 45
      'C8 acted 2027-02-26', // 12 Jan + 45
    ]);
  });

  test('a notice of lapse, too: no lapse on the strength of the notice before suspension', () => {
    const held = new PolicyLife(BEGINNING, slow('C7', 1)).grant(holdOf('2026-12-28', '2027-01-10')).until('2027-06-01');
    const c7 = [...held.letters.values()].filter((l) => l.notice.checkpoint === 'C7').map((l) => l.state);
    expect(c7).toEqual(['CANCELLED', 'SENT']);
    expect(held.story().slice(6)).toEqual([
      'C7 acted 2026-12-28',
      'C7 acted 2027-01-25', // when C8 came up: 12 Jan + 13; its own day is Mon 11 now, so it is 14 days late
      'C8 acted 2027-02-09', // 12 + 13 = 25; sent on the 26th, 15 days late
    ]);
  });
});

describe('relief of a suspended policy', () => {
  test('a deferral restores cover; when it ends unpaid, suspension comes again, with its own notice of lapse', () => {
    const deferred = life().grant(deferralOf('2026-12-20', '2027-01-20')).until('2027-06-01');
    expect(deferred.statuses.map((s) => `${s.status} ${s.date}`)).toEqual([
      'suspended 2026-12-18',
      'active 2026-12-20',
      'suspended 2027-01-21',
      'lapsed 2027-02-18',
    ]);
    expect(deferred.story().slice(5)).toEqual([
      'C6 acted 2026-12-18',
      'C6 acted 2027-01-21', // 2 unpaused days late: 19 Dec, 21 Jan
      'C7 acted 2027-02-01', // 28 Dec + 32 paused = 29 Jan; + 2 = Sun 31: three days late
      'C8 acted 2027-02-18', // 12 Jan + 32 = Sat 13 Feb → 15; + 3
    ]);
  });

  test('other wake-ups during it change nothing', () => {
    const two = policyOf({ installments: installmentsOf('2026-12-01: 100', '2027-06-01: 100') });
    const deferred = new PolicyLife(BEGINNING, { policy: two }).grant(deferralOf('2026-12-20', '2027-02-20'));
    deferred.grant(holdOf('2027-01-05', '2027-01-07')).grant(holdOf('2027-01-12', '2027-01-14')).until('2027-02-19');
    expect(deferred.statuses.map((s) => s.status)).toEqual(['suspended', 'active']);
    expect(deferred.acts.filter((a) => a.checkpoint.checkpoint.code === 'C6')).toHaveLength(1);
  });

  test('a hold keeps it suspended: the debt is still past due', () => {
    const held = life().grant(holdOf('2026-12-20', '2027-01-20')).until('2027-01-19');
    expect(held.status).toBe('suspended');
    expect(held.settled.filter((s) => s.date > '2026-12-20')).toEqual([]);
  });
});

test('a hold that begins before the morning of a checkpoint moves it: it is not skipped', () => {
  const policy = policyOf({ relief: [holdOf('2026-12-14', '2026-12-16')], installments: installmentsOf('2026-12-02: 100') });
  // grace ends on Sat 12, so C5 is on Mon 14: held since that morning
  const control = { settled: 4, unclear: 4, warned: [{ code: 'C4', on: holdOf('2026-12-09', '2026-12-10').grantedOn, noticeIds: ['N1'] }] };
  const { settlements, next } = decide(factsOn('2026-12-14', { policy, progress: { generation: 5, controls: [control] } }));
  expect(settlements).toEqual([]);
  expect(next).toMatchObject({ code: 'C5' });
  expect(new Date(next?.at ?? 0).toISOString().slice(0, 10)).toBe('2026-12-16');
});
