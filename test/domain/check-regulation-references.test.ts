import { expect, test } from 'vitest';
import { faultsOf, type Mistake, spoilt, UAH } from './written-regulation.ts';

/** One mistake in the built-in regulation is exactly one fault, where the mistake is. */
test.each<Mistake>([
  ['two roles of one name', (b) => b.roles.push({ role: 'accountant', title: 'Second' }), '/roles/3/role', /there already/],
  ['two checkpoints of one code', (b) => (b.checkpoints[1].code = 'C1'), '/checkpoints/1/code', /earlier checkpoint/],
  ['two actions of one code', (b) => b.actions.push({ ...b.actions[0] }), '/actions/9/code', /earlier action/],
  ['an action twice in a checkpoint', (b) => b.checkpoints[0].actions.push('A1'), '/checkpoints/0/actions/1', /already/],
  ['an addressee twice', (b) => b.actions[0].to.push('policyholder'), '/actions/0/to/1', /already/],
  ['an unknown role as participant', (b) => (b.actions[0].participants.cfo = 'I'), '/actions/0/participants/cfo', /add it to roles/],
  [
    'a role with a slash as participant',
    (b) => (b.actions[0].participants['a/b~c'] = 'I'),
    '/actions/0/participants/a~1b~0c',
    /not a role/,
  ],
  ['an unknown addressee', (b) => b.actions[0].to.push('cfo'), '/actions/0/to/1', /accountManager, accountant and headOfSales/],
  ['an unknown action', (b) => b.checkpoints[0].actions.push('A99'), '/checkpoints/0/actions/1', /no action has the code "A99"/],
  ['an action that is never done', (b) => b.actions.push({ ...b.actions[0], code: 'A10' }), '/actions/9/code', /no checkpoint does "A10"/],
  ['a task without R', (b) => (b.actions[2].participants = { headOfSales: 'A' }), '/actions/2/participants', /nobody is R/],
  [
    'a task with two R',
    (b) => (b.actions[2].participants.accountant = 'R'),
    '/actions/2/participants',
    /accountManager and accountant are all R/,
  ],
  ['an escalation without R', (b) => (b.actions[4].participants = {}), '/actions/4/participants', /nobody is R; what is of kind escalate/],
  ['a task with two A', (b) => (b.actions[2].participants.accountant = 'A'), '/actions/2/participants', /all A/],
  ['a class twice', (b) => (b.checkpoints[0].classes = ['A', 'A']), '/checkpoints/0/classes/1', /listed already/],
  ['restoring at a date', (b) => b.checkpoints[7].actions.push('A9'), '/checkpoints/7/actions/1', /restores cover/],
  ['restoring twice', (b) => b.actions.push({ ...b.actions[8], code: 'A10' }), '/actions/9/kind', /second reinstate/],
  ['a reminder to nobody', (b) => delete b.actions[0].to, '/actions/0/to', /is missing; what is of kind remind is sent to/],
  ['a task with addressees', (b) => (b.actions[2].to = ['accountant']), '/actions/2/to', /goes to the role that is R/],
  ['a notice to be done by a day', (b) => (b.actions[3].dueInBusinessDays = 2), '/actions/3/dueInBusinessDays', /only a task or escalate/],
  [
    'thresholds that fall',
    (b) => (b.thresholds = [{ currency: 'UAH', writeOff: UAH('5'), start: UAH('4'), adverse: UAH('50') }]),
    '/thresholds/0/start/amount',
    /is below writeOff \(5.00 UAH\)/,
  ],
  [
    'thresholds in another currency',
    (b) =>
      (b.thresholds = [
        { currency: 'EUR', writeOff: { amount: '1', currency: 'EUR' }, start: { amount: '1', currency: 'EUR' }, adverse: UAH('50') },
      ]),
    '/thresholds/0/adverse/currency',
    /for EUR/,
  ],
  [
    'two thresholds of a currency',
    (b) => (b.thresholds = [1, 2].map(() => ({ currency: 'UAH', writeOff: UAH('1'), start: UAH('2'), adverse: UAH('3') }))),
    '/thresholds/1/currency',
    /one set/,
  ],
])('%s', (_, spoil, pointer, detail) => {
  expect(faultsOf(spoilt(spoil))).toEqual([{ pointer, detail: expect.stringMatching(detail) }]);
});
