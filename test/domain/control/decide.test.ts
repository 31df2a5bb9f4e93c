import { describe, expect, test } from 'vitest';
import { consequenceOf, decide } from '../../../shared/domain/control/decide.ts';
import { decideFirst } from '../../../shared/domain/control/decide-first.ts';
import { defaultRegulation } from '../../../shared/domain/default-regulation.ts';
import { addMonths, localDate } from '../../../shared/domain/local-date.ts';
import type { Notice } from '../../../shared/domain/notice.ts';
import { CONDITIONS, factsOn, installmentsOf, policyOf, regulationWith, UKRAINE } from '../../support/policies.ts';
import { PolicyLife } from './policy-life.ts';

/* One installment of 100.00, due Tue 1 Dec 2026, grace 10; cover to 30 Nov 2027. Dates as worked out in checkpoint-dates.test.ts. */
const BEGINNING = '2026-10-01';
const NEVER_PAID = [
  'C1 acted 2026-11-17',
  'C2 acted 2026-11-30',
  'C3 acted 2026-12-02',
  'C4 acted 2026-12-08',
  'C5 acted 2026-12-11',
  'C6 acted 2026-12-18',
  'C7 acted 2026-12-28',
  'C8 acted 2027-01-12',
];

describe('a year of a policy', () => {
  test('that pays before it is due: all clear, nothing is said after the payment, completed at the end of cover', () => {
    const life = new PolicyLife(BEGINNING).pay('2026-11-20', 10_000).until('2028-06-01');
    expect(life.story()).toEqual(['C1 acted 2026-11-17', ...NEVER_PAID.slice(1).map((entry) => entry.replace('acted', 'clear'))]);
    expect(life.statuses).toEqual([{ date: '2027-12-01', status: 'completed', reason: 'coverEnded' }]);
    expect(life.facts.progress.next).toBeUndefined();
  });

  test('that never pays: eight checkpoints, each acts once, in order; suspended, then lapsed', () => {
    const life = new PolicyLife(BEGINNING).until('2028-06-01');
    expect(life.story()).toEqual(NEVER_PAID);
    expect(life.statuses).toEqual([
      { date: '2026-12-18', status: 'suspended', reason: 'checkpoint' },
      { date: '2027-01-12', status: 'lapsed', reason: 'checkpoint' },
    ]);
    expect(life.facts.progress.next).toBeUndefined();
    const messages = [...life.letters.values()].map(({ notice }) => `${notice.checkpoint} ${notice.recipient.role}`);
    expect(messages).toEqual([
      ...['C1 policyholder', 'C1 accountManager', 'C2 policyholder', 'C3 accountManager'],
      ...['C4 policyholder', 'C4 accountManager', 'C4 accountant', 'C5 headOfSales'],
      ...['C6 policyholder', 'C6 accountManager', 'C6 accountant', 'C6 headOfSales', 'C7 policyholder'],
      ...['C8 policyholder', 'C8 accountManager', 'C8 accountant', 'C8 headOfSales'],
    ]);
  });

  test('that pays in the middle: stops there', () => {
    const life = new PolicyLife(BEGINNING).pay('2026-12-09', 10_000).until('2028-06-01');
    expect(life.story()).toEqual([...NEVER_PAID.slice(0, 4), ...NEVER_PAID.slice(4).map((entry) => entry.replace('acted', 'clear'))]);
    expect(life.statuses.map((s) => s.status)).toEqual(['completed']);
  });

  test('that pays in part: goes on', () => {
    const life = new PolicyLife(BEGINNING).pay('2026-12-09', 9999).until('2028-06-01');
    expect(life.story()).toEqual(NEVER_PAID);
  });

  test('that pays when cover is suspended: restored at once, not at the next date', () => {
    const life = new PolicyLife(BEGINNING).pay('2026-12-20', 10_000).until('2028-06-01');
    expect(life.statuses).toEqual([
      { date: '2026-12-18', status: 'suspended', reason: 'checkpoint' },
      { date: '2026-12-20', status: 'active', reason: 'paidUp' },
      { date: '2027-12-01', status: 'completed', reason: 'coverEnded' },
    ]);
    expect(life.story().slice(6)).toEqual(['C7 clear 2026-12-28', 'C8 clear 2027-01-12']);
  });

  test('that pays in part when cover is suspended: not restored', () => {
    const life = new PolicyLife(BEGINNING).pay('2026-12-20', 9999).until('2027-01-05');
    expect(life.status).toBe('suspended');
  });
});

describe('several installments', () => {
  const quarterly = { policy: policyOf({ installments: installmentsOf('2026-12-01: 100', '2027-03-01: 100', '2027-06-01: 100') }) };

  test('each is controlled by itself; the next wake-up is the earliest of them', () => {
    const life = new PolicyLife(BEGINNING, quarterly).pay('2026-11-20', 100).until('2027-02-20');
    expect(life.story(1).at(-1)).toBe('C8 clear 2027-01-12');
    expect(life.story(2)).toEqual(['C1 acted 2027-02-15']);
    expect(life.facts.progress.next).toMatchObject({ installment: 2, code: 'C2' });
  });

  test('cover suspended for the first is not restored while the second is past due', () => {
    const life = new PolicyLife(BEGINNING, quarterly).pay('2026-12-20', 100); // the first in the second week of suspension
    life.until('2027-03-18').pay('2027-03-24', 0);
    expect(life.status).toBe('suspended'); // C6 of the second: grace ends Thu 11 Mar, +5 business: 18 Mar
    expect(life.pay('2027-03-25', 99).status).toBe('suspended');
    expect(life.pay('2027-03-25', 1).status).toBe('active');
  });

  test('an installment that should suspend a suspended policy is waived, not acted twice', () => {
    const monthly = policyOf({ installments: installmentsOf('2026-12-01: 100', '2026-12-09: 100') });
    const life = new PolicyLife(BEGINNING, { policy: monthly }).until('2027-01-11');
    expect(life.story(1)).toContain('C6 acted 2026-12-18');
    expect(life.story(2)).toContain('C6 waived 2026-12-28'); // grace ends Sat 19, +5 business: 21–24, 28
    expect(life.statuses).toHaveLength(1);
  });

  test('sixty that are all past due: as many act in one decision as fit into its transaction, the rest follow at once, each once', () => {
    const first = localDate('2021-01-31');
    const installments = Array.from({ length: 60 }, (_, n) => ({ number: n + 1, dueOn: addMonths(first, n), amountMinor: 100 }));
    const life = new PolicyLife('2026-10-01', { policy: policyOf({ installments, coverTo: localDate('2026-12-31') }) });
    const writes: number[] = []; // an installment that acts, and a notice with its intent for each of three addressees: 7
    life.onDecision = (_, { acts }) => writes.push(acts.length * 7);
    life.until('2026-10-01');
    expect(Math.max(...writes)).toBeGreaterThan(7);
    expect(Math.max(...writes)).toBeLessThanOrEqual(73); // of 100; upkeep, records and guards need the rest
    expect(life.acts).toHaveLength(60);
    expect(new Set(life.acts.map((a) => `${a.installment} ${a.checkpoint.checkpoint.code}`)).size).toBe(60);
    expect(life.acts.every((a) => a.checkpoint.checkpoint.code === 'C4')).toBe(true);
    expect(life.status).toBe('active');
  });
});

describe('after an outage', () => {
  const out = (from: string, until: string) => new PolicyLife(BEGINNING, { outages: [[from, until]] });

  test('of forty days from before the first reminder: one act; nothing adverse until the notice was given and its time passed', () => {
    const life = out('2026-11-15', '2026-12-25').until('2027-06-01');
    // C4 waits from 8 to 28 Dec (25 is free, 26–27 a weekend): 20 days late
    expect(life.story()).toEqual([
      'C1 superseded 2026-12-25',
      'C2 superseded 2026-12-25',
      'C3 superseded 2026-12-25',
      'C4 acted 2026-12-25',
      'C5 acted 2026-12-28', // 11 + 17
      'C6 acted 2027-01-04', // 18 Dec + 17
      'C7 acted 2027-01-14', // 28 Dec + 17
      'C8 acted 2027-01-29', // 12 Jan + 17
    ]);
  });

  test('that swallows only reminders: the last one is sent, the others are not', () => {
    expect(out('2026-11-15', '2026-12-03').until('2026-12-04').story()).toEqual([
      'C1 superseded 2026-12-03',
      'C2 superseded 2026-12-03',
      'C3 acted 2026-12-03',
    ]);
  });

  test('around suspension: suspended on return, and the notice of lapse has its time after it', () => {
    const life = out('2026-12-10', '2026-12-30').until('2027-06-01');
    expect(life.story().slice(4)).toEqual([
      'C5 superseded 2026-12-30',
      'C6 acted 2026-12-30', // 12 days late
      'C7 acted 2027-01-11', // 28 Dec + 12 = Sat 9 Jan, so 14 days late
      'C8 acted 2027-01-26', // 12 Jan + 14
    ]);
  });

  test('paid meanwhile: all clear at once', () => {
    const life = out('2026-11-15', '2027-02-01').pay('2026-12-24', 10_000).until('2027-02-01');
    expect(life.story()).toEqual(['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8'].map((code) => `${code} clear 2027-02-01`));
  });

  test('a policy that is loaded late is not suspended on its first day', () => {
    const life = new PolicyLife('2027-03-01').until('2027-03-03');
    expect(life.story().at(-1)).toBe('C4 acted 2027-03-01');
    expect(life.status).toBe('active');
  });
});

test('two checkpoints on one day: the warning is not superseded, since suspension depends on it', () => {
  // due Thu 29 Apr 2027: +5 business days (30 Apr, 5, 6, 7, 11 May) and the end of grace (Sun 9, Mon 10 is free) meet on 11 May
  const life = new PolicyLife('2027-03-01', { policy: policyOf({ installments: installmentsOf('2027-04-29: 100') }) }).until('2027-05-18');
  expect(life.story().slice(3)).toEqual(['C4 acted 2027-05-11', 'C5 acted 2027-05-11', 'C6 acted 2027-05-17']);
  expect(life.status).toBe('suspended');
});

describe('money that goes back', () => {
  const paidAndBack = (paidOn: string, backOn: string) => new PolicyLife(BEGINNING).pay(paidOn, 10_000).reverse(backOn, 10_000);

  test('cleared checkpoints are looked at again; without a notice before, the notice comes first and the rest has its time', () => {
    const life = paidAndBack('2026-11-20', '2027-02-15').until('2027-06-01');
    expect(life.story().slice(8)).toEqual([
      'C2 superseded 2027-02-15',
      'C3 superseded 2027-02-15',
      'C4 acted 2027-02-15', // 69 days late
      'C5 acted 2027-02-18', // 11 Dec + 69
      'C6 acted 2027-02-25',
      'C7 acted 2027-03-09', // 28 Dec + 69 = Sun 7 Mar; Mon 8 is free: 71 days late
      'C8 acted 2027-03-24', // 12 Jan + 71
    ]);
  });

  test('what was restored by it is suspended again, and then has its own notice of lapse and time', () => {
    const life = paidAndBack('2027-01-05', '2027-02-15').until('2027-06-01'); // C7 had been sent
    expect(life.story().slice(5)).toEqual([
      'C6 acted 2026-12-18',
      'C7 acted 2026-12-28',
      'C8 clear 2027-01-12',
      'C6 acted 2027-02-15', // 59 days late
      'C7 acted 2027-02-25', // 28 Dec + 59
      'C8 acted 2027-03-12', // 12 Jan + 59
    ]);
    expect(life.statuses.map((s) => `${s.status} ${s.date}`)).toEqual([
      'suspended 2026-12-18',
      'active 2027-01-05',
      'suspended 2027-02-15',
      'lapsed 2027-03-12',
    ]);
  });

  test('a notice of lapse that came back before the restoration does not stand in the way of the one given after it', () => {
    const mail = ({ checkpoint, createdAt }: Notice) =>
      ({ state: checkpoint === 'C7' && createdAt < '2027-01-01' ? 'BOUNCED' : 'SENT', afterDays: 0 }) as const;
    const life = new PolicyLife(BEGINNING, { mail }).pay('2027-01-05', 10_000).reverse('2027-02-15', 10_000).until('2027-06-01');
    expect([...life.letters.values()].filter((l) => l.notice.checkpoint === 'C7').map((l) => l.state)).toEqual(['BOUNCED', 'SENT']);
    expect(life.statuses.at(-1)).toMatchObject({ status: 'lapsed', date: '2027-03-12' });
  });

  test('in part: what is still covered stays clear', () => {
    const two = { policy: policyOf({ installments: installmentsOf('2026-12-01: 100', '2026-12-08: 100') }) };
    const life = new PolicyLife(BEGINNING, two).pay('2026-11-01', 200).reverse('2027-02-15', 100).until('2027-02-16');
    expect(life.story(1)).toHaveLength(8);
    expect(life.story(2).at(-1)).toBe('C4 acted 2027-02-15');
  });

  test('more installments than one decision acts on: the others follow at once', () => {
    const many = { policy: policyOf({ installments: installmentsOf(...['01', '02', '03', '04', '07'].map((d) => `2026-12-${d}: 100`)) }) };
    const life = new PolicyLife(BEGINNING, many).pay('2026-11-01', 500).reverse('2027-02-15', 500).until('2027-02-15');
    expect([1, 2, 3, 4, 5].map((n) => life.story(n).at(-1))).toEqual(Array(5).fill('C4 acted 2027-02-15'));
  });

  test('and comes again: stops again', () => {
    const life = paidAndBack('2026-12-09', '2026-12-14').pay('2026-12-16', 10_000).until('2027-02-01');
    expect(life.story().slice(4)).toEqual([
      'C5 clear 2026-12-11',
      'C5 acted 2026-12-14',
      'C6 clear 2026-12-18',
      'C7 clear 2026-12-28',
      'C8 clear 2027-01-12',
    ]);
  });
});

describe('the end of cover', () => {
  test('with a debt that the process is through with: looked at every thirty days until it is paid', () => {
    const noLapse = regulationWith({});
    const regulation = { ...noLapse, checkpoints: noLapse.checkpoints.slice(0, 5) };
    const life = new PolicyLife(BEGINNING, { regulation }).until('2027-12-05');
    expect(life.facts.progress.next).toMatchObject({ code: 'END' });
    expect(life.until('2028-01-05').status).toBe('active');
    expect(life.pay('2028-01-10', 10_000).until('2028-02-10').statuses.at(-1)).toMatchObject({ status: 'completed', date: '2028-01-30' });
  });

  const short = policyOf({ installments: installmentsOf('2026-12-01: 100'), coverTo: localDate('2026-12-10') });

  test('with all paid completes the policy the day after, whatever checkpoints were still to come', () => {
    const life = new PolicyLife(BEGINNING, { policy: short }).pay('2026-11-20', 100).until('2027-02-01');
    expect(life.statuses).toEqual([{ date: '2026-12-11', status: 'completed', reason: 'coverEnded' }]);
  });

  test('with a debt: it is chased, but no cover is taken that is over, and no letter says that it will be', () => {
    const life = new PolicyLife(BEGINNING, { policy: short }).until('2027-02-01');
    expect(life.statuses).toEqual([]);
    expect(life.settled.filter((s) => s.outcome === 'waived').map((s) => `${s.code} ${s.reason}`)).toEqual([
      'C6 cover is over',
      'C8 cover is over',
    ]);
    expect(life.acts.map((act) => [act.checkpoint.checkpoint.code, consequenceOf(act)])).toEqual([
      ['C1', undefined],
      ['C2', undefined],
      ['C3', undefined],
      ['C4', undefined],
      ['C5', undefined],
      ['C7', undefined],
    ]);
  });

  test('of a suspended policy that is paid then: it is completed, and not said to be restored', () => {
    const policy = policyOf({ installments: installmentsOf('2026-12-01: 100'), coverTo: localDate('2026-12-25') });
    const life = new PolicyLife(BEGINNING, { policy }).pay('2026-12-28', 100).until('2027-02-01');
    expect(life.statuses.map((s) => `${s.date} ${s.status}`)).toEqual(['2026-12-18 suspended', '2026-12-28 completed']);
  });
});

test('a closed policy decides nothing', () => {
  for (const status of ['lapsed', 'cancelled', 'completed'] as const) {
    const facts = factsOn('2027-03-01');
    const decision = decide({ ...facts, account: { ...facts.account, status } });
    expect(decision).toMatchObject({ status, settlements: [], acts: [], waiting: [] });
    expect(decision.next).toBeUndefined();
    expect(decision.statusReason).toBeUndefined();
  }
});

test('a suspended policy with nothing past due becomes active, whatever the reason that nothing is', () => {
  const facts = factsOn('2026-11-01');
  expect(decide({ ...facts, account: { ...facts.account, status: 'suspended' } })).toMatchObject({
    status: 'active',
    statusReason: 'paidUp',
  });
});

test('the same facts give the same decision, and stay as they were', () => {
  const facts = factsOn('2026-12-09');
  const before = JSON.stringify(facts);
  expect(decide(facts)).toEqual(decide(factsOn('2026-12-09')));
  expect(JSON.stringify(facts)).toBe(before);
});

describe('the first wake-up', () => {
  test('is that of the installment that is due first', () => {
    const policy = policyOf({ installments: installmentsOf('2027-03-01: 100', '2026-12-01: 100') });
    const { next, generation, controls } = decideFirst({ policy, regulation: defaultRegulation, calendar: UKRAINE });
    expect({ generation, controls: controls.length }).toEqual({ generation: 1, controls: 2 });
    expect(next).toMatchObject({ installment: 2, code: 'C1' });
    expect(new Date(next?.at ?? 0).toISOString()).toBe('2026-11-17T07:05:00.000Z'); // 09:00 in Kyiv + 5 minutes
  });

  test('is what the first decision would say, so that nothing has to be written again', () => {
    const facts = factsOn('2026-10-01');
    expect(decide(facts).next).toEqual(facts.progress.next);
  });
});

describe('what a message says of consequences', () => {
  const consequences = (life: PolicyLife) =>
    Object.fromEntries(life.acts.map((act) => [act.checkpoint.checkpoint.code, consequenceOf(act)]));

  test('the next adverse action and its day', () => {
    expect(consequences(new PolicyLife(BEGINNING).until('2027-02-01'))).toMatchObject({
      C4: { kind: 'suspend', notBefore: '2026-12-18' },
      C5: { kind: 'suspend', notBefore: '2026-12-18' },
      C6: { kind: 'lapse', notBefore: '2027-01-12' },
      C7: { kind: 'lapse', notBefore: '2027-01-12' },
      C8: undefined,
    });
  });

  test('late, it is the later day: what is said is what is done', () => {
    const life = new PolicyLife(BEGINNING, { outages: [['2026-12-05', '2026-12-16']] }).until('2027-03-01');
    const said = consequences(life)['C4'];
    expect(said).toEqual({ kind: 'suspend', notBefore: '2026-12-28' }); // 18 + 8 = Sat 26
    expect(life.statuses[0]).toMatchObject({ status: 'suspended', date: said?.notBefore });
  });

  test('none that does not apply to the client', () => {
    const regulation = regulationWith({ C6: { classes: ['C'] } });
    expect(consequences(new PolicyLife(BEGINNING, { regulation, applied: CONDITIONS }).until('2027-02-01'))['C4']).toEqual({
      kind: 'lapse',
      notBefore: '2027-01-12',
    });
  });
});
