import { expect, test } from 'vitest';
import { faultsOf, type Mistake, spoilt, UAH } from './written-regulation.ts';

const days = (offsetDays: number, dayKind: 'calendar' | 'business') => ({ offsetDays, dayKind });

test.each<Mistake>([
  ['offsets that fall', (b) => (b.checkpoints[1].offsetDays = -15), '/checkpoints/1/offsetDays', /may fall before "C1"/],
  ['the same offset twice', (b) => (b.checkpoints[1].offsetDays = -14), '/checkpoints/1/offsetDays', /is the day of "C1"/],
  [
    '2 calendar days may be a Sunday, 1 business day the Monday',
    (b) => Object.assign(b.checkpoints[3], days(2, 'calendar')),
    '/checkpoints/3/offsetDays',
    /may fall before "C3"/,
  ],
  [
    'due date after grace end',
    (b) => b.checkpoints.splice(5, 0, { ...b.checkpoints[3], code: 'C4b', offsetDays: 9 }),
    '/checkpoints/5/anchor',
    /move the checkpoint ahead/,
  ],
  [
    'a process that begins at the end of grace',
    (b) => Object.assign(b, { checkpoints: [b.checkpoints[4]], actions: [b.actions[4]] }),
    '/checkpoints/0/anchor',
    /anchor it at dueOn/,
  ],
  [
    'suspension before grace ends',
    (b) => b.checkpoints.splice(4, 1, { ...b.checkpoints[4], offsetDays: -3, actions: ['A5', 'A6'] }),
    '/checkpoints/4/offsetDays',
    /before grace ends; give 0 or more/,
  ],
  [
    'suspension counted from the due date',
    (b) => b.checkpoints.splice(4, 0, { ...b.checkpoints[3], code: 'C4b', offsetDays: 99, actions: ['A6'] }),
    '/checkpoints/4/anchor',
    /anchor the checkpoint at graceEnd/,
  ],
  [
    'suspension without a notice',
    (b) => (b.actions[3].to = ['accountManager']),
    '/checkpoints/5/actions/0',
    /suspend without an earlier notice: /,
  ],
  ['a reminder is no notice', (b) => (b.actions[3].kind = 'remind'), '/checkpoints/5/actions/0', /suspend without an earlier notice: /],
  [
    'a notice at the same checkpoint is not earlier',
    (b) => {
      b.checkpoints[3].actions = ['A2'];
      b.checkpoints[5].actions = ['A4', 'A6'];
    },
    '/checkpoints/5/actions/1',
    /suspend without an earlier notice: /,
  ],
  [
    'suspension of a class that gets no notice',
    (b) => (b.checkpoints[3].classes = ['A', 'B']),
    '/checkpoints/5/actions/0',
    /for clients of class C/,
  ],
  [
    'suspension of classes that get no notice',
    (b) => (b.checkpoints[3].classes = ['B']),
    '/checkpoints/5/actions/0',
    /for clients of class A and C/,
  ],
  [
    'suspension for less than the notice is given for',
    (b) => (b.checkpoints[3].minOutstanding = UAH('100.00')),
    '/checkpoints/5/actions/0',
    /suspend without/,
  ],
  [
    'suspension from an amount below that of the notice',
    (b) => {
      b.checkpoints[3].minOutstanding = UAH('100.00');
      Object.assign(b.checkpoints[5], { minOutstanding: UAH('99.99') });
      Object.assign(b.checkpoints[7], { minOutstanding: UAH('100.00') });
    },
    '/checkpoints/5/actions/0',
    /suspend without/,
  ],
  [
    'a notice for one currency warns nobody in another',
    (b) => {
      b.checkpoints[3].minOutstanding = UAH('9');
      b.checkpoints[5].minOutstanding = { amount: '9', currency: 'EUR' };
    },
    '/checkpoints/5/actions/0',
    /suspend without/,
  ],
  [
    'a checkpoint after lapse',
    (b) => b.checkpoints.push({ ...b.checkpoints[7], code: 'C9', offsetDays: 30, actions: ['A5'] }),
    '/checkpoints/8',
    /has lapsed at "C8"/,
  ],
  ['suspension and lapse at once', (b) => b.checkpoints[7].actions.push('A6'), '/checkpoints/7/actions', /at once/],
])('%s', (_, spoil, pointer, detail) => {
  expect(faultsOf(spoilt(spoil))).toEqual([{ pointer, detail: expect.stringMatching(detail) }]);
});

test.each<readonly [string, Mistake[1]]>([
  [
    'the same day for different classes',
    (b) => {
      b.checkpoints[0].classes = ['A'];
      Object.assign(b.checkpoints[1], { offsetDays: -14, classes: ['B', 'C'] });
    },
  ],
  [
    '10 calendar days come after 5 business days, whatever the weekday',
    (b) => b.checkpoints.splice(4, 0, { ...b.checkpoints[3], code: 'C4b', ...days(10, 'calendar') }),
  ],
  [
    'suspension of the classes that got the notice',
    (b) => {
      b.checkpoints[3].classes = ['A', 'B'];
      b.checkpoints[5].classes = ['B'];
    },
  ],
  [
    'notices that together reach every class',
    (b) => {
      b.checkpoints[3].classes = ['A'];
      Object.assign(b.checkpoints[4], { actions: ['A5', 'A4'], classes: ['B', 'C'] });
    },
  ],
  [
    'suspension for more than the notice is given for',
    (b) => {
      b.checkpoints[3].minOutstanding = UAH('100.00');
      b.checkpoints[5].minOutstanding = UAH('100.00');
    },
  ],
  [
    'lapse without suspension: some insurers have none',
    (b) => {
      b.checkpoints.splice(5, 1);
      b.actions.splice(5, 1);
    },
  ],
  [
    'lapse of one class while others go on',
    (b) => {
      Object.assign(b.checkpoints[6], { classes: ['C'], actions: ['A8'] });
      b.checkpoints[7].classes = ['B'];
      b.checkpoints.push({ ...b.checkpoints[7], code: 'C9', offsetDays: 30, classes: ['A'], actions: ['A7'] });
    },
  ],
])('allowed: %s', (_, change) => {
  expect(faultsOf(spoilt(change))).toEqual([]);
});
