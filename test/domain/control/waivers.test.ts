import { describe, expect, test } from 'vitest';
import { decide } from '../../../shared/domain/control/decide.ts';
import type { AppliedConditions } from '../../../shared/domain/service-conditions.ts';
import { CONDITIONS, factsOn, regulationWith } from '../../support/policies.ts';
import { PolicyLife } from './policy-life.ts';

const BEGINNING = '2026-10-01';
const asClass = (of: AppliedConditions['class']): AppliedConditions => ({ ...CONDITIONS, class: of });
const UAH = (amountMinor: number) => ({ amountMinor, currency: 'UAH' });
const reasons = (life: PolicyLife) => life.settled.filter((s) => s.outcome === 'waived').map((s) => `${s.code} ${s.reason}`);

describe('checkpoints that are not for this client', () => {
  test('of another class are waived, and the process goes on', () => {
    const regulation = regulationWith({ C3: { classes: ['C'] }, C5: { classes: ['A', 'C'] } });
    const life = new PolicyLife(BEGINNING, { regulation, applied: asClass('B') }).until('2027-02-01');
    expect(reasons(life)).toEqual(['C3 not for this class', 'C5 not for this class']);
    expect(life.status).toBe('lapsed');
  });

  test('below the minimum are waived; the minimum itself is enough', () => {
    const regulation = regulationWith({ C3: { minOutstanding: UAH(10_001) }, C5: { minOutstanding: UAH(10_000) } });
    expect(reasons(new PolicyLife(BEGINNING, { regulation }).until('2027-02-01'))).toEqual(['C3 below the minimum']);
  });

  test('a minimum in another currency says nothing', () => {
    const regulation = regulationWith({ C3: { minOutstanding: { amountMinor: 10_001, currency: 'EUR' } } });
    expect(reasons(new PolicyLife(BEGINNING, { regulation }).until('2027-02-01'))).toEqual([]);
  });

  test('after an outage the most advanced that applies acts', () => {
    const regulation = regulationWith({ C3: { classes: ['C'] } });
    const { settlements } = decide(factsOn('2026-12-03', { regulation, applied: asClass('B') }));
    expect(settlements.map((s) => `${s.code} ${s.outcome}`)).toEqual(['C1 superseded', 'C2 acted', 'C3 waived']);
  });

  test('a warning that is not for this class delays nothing', () => {
    // C4 is for C only, and so is suspension; B gets C7 as its warning
    const regulation = regulationWith({ C4: { classes: ['C'] }, C6: { classes: ['C'] } });
    const life = new PolicyLife(BEGINNING, { regulation, applied: asClass('B') }).until('2027-02-01');
    expect(life.story().slice(2)).toEqual([
      'C3 acted 2026-12-02',
      'C4 waived 2026-12-08',
      'C5 acted 2026-12-11',
      'C6 waived 2026-12-18',
      'C7 acted 2026-12-28',
      'C8 acted 2027-01-12',
    ]);
    const late = new PolicyLife(BEGINNING, { regulation, applied: asClass('B'), outages: [['2026-11-15', '2026-12-15']] });
    expect(late.until('2026-12-15').acts.map((a) => a.checkpoint.checkpoint.code)).toEqual(['C5']);
  });
});

describe('a client whose class changes', () => {
  const onlyB = { classes: ['B', 'C'] } as const;
  const regulation = regulationWith({ C4: onlyB, C6: onlyB, C7: onlyB, C8: onlyB });

  test('to one that can lose cover is warned first: it was not warned in the class before', () => {
    const life = new PolicyLife(BEGINNING, { regulation, applied: asClass('A') }).served('2026-12-16', asClass('B')).until('2027-03-01');
    expect(life.story().slice(3)).toEqual([
      'C4 waived 2026-12-08',
      'C5 acted 2026-12-11',
      'C4 acted 2026-12-18', // when C6 came up: ten days late
      'C5 acted 2026-12-21',
      'C6 acted 2026-12-28',
      'C7 acted 2027-01-07', // 28 Dec + 10
      'C8 acted 2027-01-22',
    ]);
  });

  test('to one that can not: nothing adverse any more', () => {
    const life = new PolicyLife(BEGINNING, { regulation, applied: asClass('B') }).served('2026-12-16', asClass('A')).until('2027-03-01');
    expect(life.status).toBe('active');
    expect(life.story().slice(5)).toEqual(['C6 waived 2026-12-18', 'C7 waived 2026-12-28', 'C8 waived 2027-01-12']);
  });

  test('a cancelled warning of the class before does not stand in the way of those of the class now', () => {
    const forB = regulationWith({ C4: onlyB, C6: onlyB });
    const slow = new PolicyLife(BEGINNING, { regulation: forB, applied: asClass('B'), mail: () => ({ state: 'SENT', afterDays: 1 }) });
    slow.pay('2026-12-08', 10_000).served('2026-12-10', asClass('A')).reverse('2026-12-10', 10_000).until('2027-03-01');
    expect([...slow.letters.values()].find((l) => l.notice.checkpoint === 'C4')?.state).toBe('CANCELLED');
    expect(slow.story().slice(3)).toEqual([
      'C4 acted 2026-12-08',
      'C5 acted 2026-12-11',
      'C6 waived 2026-12-18',
      'C7 acted 2026-12-28',
      'C8 acted 2027-01-13', // its notice left a day late
    ]);
  });

  test('a debt that grows past the minimum by money that goes back is warned first, too', () => {
    const from50 = { minOutstanding: UAH(5000) };
    const larger = regulationWith({ C4: from50, C6: from50, C7: from50, C8: from50 });
    const life = new PolicyLife(BEGINNING, { regulation: larger }).pay('2026-11-20', 6000);
    life.until('2026-12-16').reverse('2026-12-16', 6000).until('2026-12-20');
    expect(life.story().slice(3)).toEqual(['C4 waived 2026-12-08', 'C5 acted 2026-12-11', 'C4 acted 2026-12-16']);
    expect(life.until('2027-02-28').statuses[0]).toMatchObject({ status: 'suspended', date: '2026-12-28' }); // 18 + 8 = Sat 26
  });
});

describe('thresholds of the regulation', () => {
  const thresholds = [{ currency: 'UAH', writeOff: UAH(50), start: UAH(100), adverse: UAH(2000) }];
  const regulation = { ...regulationWith({}), thresholds };
  const paid = (amountMinor: number) => new PolicyLife(BEGINNING, { regulation }).pay('2026-11-01', amountMinor).until('2027-03-01');

  test('a shortfall up to the start of the process starts nothing', () => {
    const life = paid(9900);
    expect(life.acts).toEqual([]);
    expect(life.story().every((entry) => entry.includes('clear'))).toBe(true);
    expect(new Set(life.settled.map((s) => s.reason))).toEqual(new Set(['too small to start the process']));
    expect(new Set(paid(10_000).settled.map((s) => s.reason))).toEqual(new Set([undefined]));
  });

  test('one above it is chased, and costs no cover up to the adverse threshold', () => {
    const life = paid(8000);
    expect(life.acts.map((a) => a.checkpoint.checkpoint.code)).toEqual(['C1', 'C2', 'C3', 'C4', 'C5', 'C7']);
    expect(reasons(life)).toEqual(['C6 too small to cost cover', 'C8 too small to cost cover']);
    expect(life.status).toBe('active');
  });

  test('one above that costs cover', () => {
    expect(paid(7999).status).toBe('lapsed');
  });

  test('cover is restored when what is left is too small to cost it', () => {
    const life = new PolicyLife(BEGINNING, { regulation }).pay('2026-12-21', 7999);
    expect(life.status).toBe('suspended');
    expect(life.pay('2026-12-21', 1).status).toBe('active');
  });

  test('another currency has none', () => {
    const inEuro = thresholds.map((t) => ({ ...t, currency: 'EUR' }));
    const life = new PolicyLife(BEGINNING, { regulation: { ...regulation, thresholds: inEuro } }).pay('2026-11-01', 9999);
    expect(life.until('2027-03-01').status).toBe('lapsed');
  });
});
