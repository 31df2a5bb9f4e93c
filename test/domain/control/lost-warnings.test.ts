import { describe, expect, test } from 'vitest';
import { decide } from '../../../shared/domain/control/decide.ts';
import { reissuedId } from '../../../shared/domain/control/reissue-warnings.ts';
import { localDate } from '../../../shared/domain/local-date.ts';
import type { Control } from '../../../shared/domain/policy.ts';
import type { OpenTask } from '../../../shared/domain/task.ts';
import { factsOn, holdOf, NOTHING_RECEIVED, policyOf } from '../../support/policies.ts';
import { type MailFate, PolicyLife } from './policy-life.ts';

/*
 * 100.00 due Tue 1 Dec 2026. The warning C4 is written on Tue 8 Dec, and suspension, C6, comes on Fri 18 Dec: ten days after it. In
 * January 2027 every weekday is worked in the calendar of Ukraine.
 */
const BEGINNING = '2026-10-01';
const SENT: MailFate = { state: 'SENT', afterDays: 0 };
const firstWarning = (fate: MailFate) => (notice: { noticeId: string; checkpoint: string }) =>
  notice.checkpoint === 'C4' && !notice.noticeId.endsWith('b') ? fate : SENT;
const suspended = (life: PolicyLife) => life.statuses.filter((s) => s.status === 'suspended').map((s) => s.date);

describe('the days before an adverse action run from when the warning was given', () => {
  test.each<[string, number, readonly string[]]>([
    ['sent at once', 0, ['2026-12-18']],
    ['two days late: Sun 20 Dec is no business day', 2, ['2026-12-21']],
    ['three days late', 3, ['2026-12-21']],
    ['six days late', 6, ['2026-12-24']],
    ['on the day of suspension: ten days from then is Mon 28 Dec', 10, ['2026-12-28']],
  ])('%s', (_, afterDays, expected) => {
    const life = new PolicyLife(BEGINNING, { mail: firstWarning({ state: 'SENT', afterDays }) }).until('2027-02-01');
    expect(suspended(life)).toEqual(expected);
  });
});

describe('a warning that came back', () => {
  const bounced = () => new PolicyLife(BEGINNING, { mail: firstWarning({ state: 'BOUNCED', afterDays: 0 }) });

  test('without anybody doing anything, suspension waits, and somebody is asked', () => {
    const life = bounced().until('2027-03-01');
    expect(suspended(life)).toEqual([]);
    expect(life.facts.progress.tasks?.filter((t) => t.kind === 'undelivered')).toHaveLength(1);
  });

  test.each([
    ['before suspension comes up', '2026-12-16', '2026-12-28'], // 8 days after the warning's own day: 18 + 8 = Sat 26 Dec
    ['while it waits', '2027-01-12', '2027-01-22'], // 35 days after it
  ])('told by a person %s: suspension has its full time from then', (_, on, expected) => {
    expect(suspended(bounced().tell(on).until('2027-03-01'))).toEqual([expected]);
  });

  test.each([
    ['before suspension comes up', '2026-12-16', '2026-12-28'],
    ['while it waits', '2027-01-12', '2027-01-22'],
  ])('the address corrected %s: the letter goes there, and suspension has its full time from then', (_, on, expected) => {
    const life = bounced().readdress(on, 'right@client.example').until('2027-03-01');
    const letters = [...life.letters.values()].filter((l) => l.notice.checkpoint === 'C4' && l.notice.audience === 'policyholder');
    expect(letters.map(({ notice, state }) => `${notice.recipient.email} ${state}`)).toEqual([
      'cfo@client.example BOUNCED',
      'right@client.example SENT',
    ]);
    expect(suspended(life)).toEqual([expected]);
    expect(life.facts.progress.tasks?.filter((t) => t.kind === 'undelivered') ?? []).toEqual([]);
  });

  test('paid meanwhile: no second letter, nothing adverse', () => {
    const life = bounced().pay('2026-12-17', 10_000).readdress('2026-12-18', 'right@client.example').until('2027-03-01');
    expect([...life.letters.keys()].filter((id) => id.endsWith('b'))).toEqual([]);
    expect(life.statuses.filter((s) => s.status !== 'completed')).toEqual([]);
  });

  test('a second address that is wrong too: the next one is tried', () => {
    const mail = (notice: { checkpoint: string; noticeId: string }) =>
      notice.checkpoint === 'C4' && !notice.noticeId.endsWith('c') ? ({ state: 'BOUNCED', afterDays: 0 } as const) : SENT;
    const life = new PolicyLife(BEGINNING, { mail }).readdress('2026-12-10', 'wrong@client.example').until('2027-01-11');
    expect(suspended(life)).toEqual([]);
    expect(suspended(life.readdress('2027-01-12', 'right@client.example').until('2027-03-01'))).toEqual(['2027-01-22']);
  });
});

/** On the day of suspension; C4 was given with the notice N, which bounced. */
const C4: Control = { settled: 5, unclear: 5, warned: [{ code: 'C4', on: localDate('2026-12-08'), noticeIds: ['N'] }] };
const TASK: OpenTask = {
  taskId: 'T',
  kind: 'undelivered',
  installment: 1,
  dueOn: localDate('2026-12-20'),
  escalates: false,
  noticeId: 'N',
};
const decided = (different: Parameters<typeof factsOn>[1], tasks: readonly OpenTask[] = []) => {
  const facts = { noticeStates: { N: 'BOUNCED' as const }, progress: { generation: 5, controls: [C4], tasks }, ...different };
  const { letters, reissued, tasks: upkeep, waiting } = decide(factsOn('2026-12-18', facts));
  return {
    asked: letters.asked.map((l) => l.noticeId),
    reissued: reissued.map((r) => `${r.replaces} → ${r.noticeId}`),
    closed: upkeep.closed.map(({ task, reason }) => `${task.taskId} ${reason}`),
    waiting: waiting.map((w) => w.reason),
  };
};
const held = policyOf({ relief: [holdOf('2026-12-17', '2026-12-30')] });
const paid = { ...NOTHING_RECEIVED, receivedMinor: 10_000 };

test.each<[string, Parameters<typeof decided>, Partial<ReturnType<typeof decided>>]>([
  ['nobody knows of it: somebody is asked', [{}], { asked: ['N'], waiting: ['noticeNotSent'] }],
  ['refused by SES: the same', [{ noticeStates: { N: 'FAILED' } }], { asked: ['N'], waiting: ['noticeNotSent'] }],
  ['somebody has a task about it', [{}, [TASK]], { waiting: ['noticeNotSent'] }],
  ['the address is another one: it goes there', [{ readdressed: ['N'] }], { reissued: ['N → Nb'] }],
  ['and its task is done with', [{ readdressed: ['N'] }, [TASK]], { reissued: ['N → Nb'], closed: ['T addressCorrected'] }],
  ['sent: another address changes nothing', [{ readdressed: ['N'], noticeStates: { N: 'SENT' } }], {}],
  [
    'nobody knows whether it left: it is not sent again',
    [{ readdressed: ['N'], noticeStates: { N: 'UNKNOWN' } }],
    { waiting: ['noticeNotSent'] },
  ],
  ['on hold: later', [{ readdressed: ['N'], policy: held }], {}],
  ['on hold: nobody is asked', [{ policy: held }], {}],
  ['paid: nobody is asked', [{ account: paid }], {}],
  [
    'paid: no second letter, but its task is done with',
    [{ account: paid, readdressed: ['N'] }, [TASK]],
    { closed: ['T addressCorrected'] },
  ],
])('%s', (_, of, expected) => {
  expect(decided(...of)).toEqual({ asked: [], reissued: [], closed: [], waiting: [], ...expected });
});

test('told of one of two letters, it still waits for the other', () => {
  const warned = [{ code: 'C4', on: localDate('2026-12-08'), noticeIds: ['N', 'M'], told: { N: localDate('2026-12-08') } }];
  const progress = { generation: 5, controls: [{ ...C4, warned }] };
  expect(decided({ progress, noticeStates: { N: 'BOUNCED', M: 'BOUNCED' } })).toMatchObject({ asked: ['M'], waiting: ['noticeNotSent'] });
});

test('more letters than one transaction takes are for the next, at once', () => {
  const ids = ['N1', 'N2', 'N3'];
  const warned = [{ code: 'C4', on: localDate('2026-12-08'), noticeIds: ids }];
  const facts = factsOn('2026-12-18', {
    noticeStates: Object.fromEntries(ids.map((id) => [id, 'BOUNCED'])),
    readdressed: ids,
    progress: { generation: 5, controls: [{ ...C4, warned }] },
  });
  const { reissued, next } = decide(facts);
  expect(reissued.map((r) => r.noticeId)).toEqual(['N1b', 'N2b']);
  expect(next?.wakeAt).toBe(facts.now);
});

test('the new letter says the day from which cover may be suspended, and that day is kept', () => {
  const facts = { noticeStates: { N: 'BOUNCED' as const }, readdressed: ['N'], progress: { generation: 5, controls: [C4] } };
  const { reissued, controls } = decide(factsOn('2026-12-18', facts));
  expect(reissued[0]?.ahead.find((step) => step.checkpoint.code === 'C6')?.on).toBe('2026-12-28');
  expect(controls[0]?.warned).toEqual([{ code: 'C4', on: '2026-12-18', noticeIds: ['Nb'], notBefore: '2026-12-28' }]);
});

test.each([
  ['01KCS0X7Q0V5ZJ3M8W2T4N6P9S', '01KCS0X7Q0V5ZJ3M8W2T4N6P9Sb'],
  ['01KCS0X7Q0V5ZJ3M8W2T4N6P9Sb', '01KCS0X7Q0V5ZJ3M8W2T4N6P9Sc'],
  ['Ny', 'Nz'],
  ['Nz', 'Nzb'],
  ['Nzb', 'Nzc'],
])('the successor of %s is %s', (noticeId, successor) => {
  expect(reissuedId(noticeId)).toBe(successor);
});
