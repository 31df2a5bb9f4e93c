import { expect, test } from 'vitest';
import { faultsOf, type Mistake, spoilt, UAH } from './written-regulation.ts';

/** One mistake in the built-in regulation is exactly one fault, where the mistake is. */
test.each<Mistake>([
  ['a field nobody knows', (b) => (b.tittle = 'x'), '/tittle', /not a field.*title, roles/],
  ['a field nobody knows, deep', (b) => (b.actions[0].participant = {}), '/actions/0/participant', /not a field of an action/],
  ['a missing text', (b) => delete b.actions[0].technique, '/actions/0/technique', /is missing; give a text/],
  ['a blank text', (b) => (b.title = ' \u00a0 '), '/title', /is not a text of 1 to 200/],
  ['a text that is too long', (b) => (b.actions[0].title = 'x'.repeat(121)), '/actions/0/title', /1 to 120/],
  ['a text with a line break, which a mail header must not have', (b) => (b.roles[0].title = 'A\r\nBcc: x'), '/roles/0/title', /one line/],
  ['a number where a text belongs', (b) => (b.checkpoints[0].code = 1), '/checkpoints/0/code', /is not a code/],
  ['a code with a space', (b) => (b.checkpoints[0].code = 'C 1'), '/checkpoints/0/code', /is not a code/],
  ['a role named policyholder', (b) => b.roles.push({ role: 'policyholder', title: 'P' }), '/roles/3/role', /other than policyholder/],
  [
    'a role named like a field of every object',
    (b) => b.roles.push({ role: 'constructor', title: 'P' }),
    '/roles/3/role',
    /words of JavaScript/,
  ],
  [
    'an unknown letter',
    (b) => (b.actions[2].participants.accountManager = 'r'),
    '/actions/2/participants/accountManager',
    /one of R, A, C, I/,
  ],
  [
    'an unknown kind: no message and no effect exists for it',
    (b) => (b.actions[0].kind = 'sms'),
    '/actions/0/kind',
    /one of remind, notice/,
  ],
  ['an unknown anchor', (b) => (b.checkpoints[0].anchor = 'dueDate'), '/checkpoints/0/anchor', /dueOn, graceEnd/],
  ['an unknown kind of days', (b) => (b.checkpoints[0].dayKind = 'working'), '/checkpoints/0/dayKind', /calendar, business/],
  ['an unknown class', (b) => (b.checkpoints[0].classes = ['A', 'D']), '/checkpoints/0/classes/1', /one of A, B, C/],
  ['no class at all', (b) => (b.checkpoints[0].classes = []), '/checkpoints/0/classes', /give 1 to 3/],
  ['half a day', (b) => (b.checkpoints[0].offsetDays = -13.5), '/checkpoints/0/offsetDays', /whole number/],
  ['days as a text', (b) => (b.checkpoints[0].offsetDays = '-14'), '/checkpoints/0/offsetDays', /whole number/],
  ['more than a year ahead', (b) => (b.checkpoints[0].offsetDays = -366), '/checkpoints/0/offsetDays', /-365 to 365/],
  ['an amount of nothing', (b) => (b.checkpoints[0].minOutstanding = UAH('0.00')), '/checkpoints/0/minOutstanding/amount', /above zero/],
  [
    'an amount with too many decimals',
    (b) => (b.checkpoints[0].minOutstanding = UAH('1.005')),
    '/checkpoints/0/minOutstanding/amount',
    /2 at most/,
  ],
  [
    'an amount as a number',
    (b) => (b.checkpoints[0].minOutstanding = { amount: 100, currency: 'UAH' }),
    '/checkpoints/0/minOutstanding/amount',
    /decimal text/,
  ],
  ['a negative amount', (b) => (b.checkpoints[0].minOutstanding = UAH('-5')), '/checkpoints/0/minOutstanding/amount', /not an amount/],
  [
    'an unknown currency',
    (b) => (b.checkpoints[0].minOutstanding = { amount: '1.00', currency: 'UAX' }),
    '/checkpoints/0/minOutstanding/currency',
    /ISO 4217/,
  ],
  ['an empty list of addressees', (b) => (b.actions[0].to = []), '/actions/0/to', /give 1 to/],
  [
    'a default person without a proper address',
    (b) => (b.roles[1].default.email = 'accounting@insurer'),
    '/roles/1/default/email',
    /e-mail address/,
  ],
  [
    'a default person in a language we do not write',
    (b) => (b.roles[1].default.language = 'de'),
    '/roles/1/default/language',
    /en, uk, ru/,
  ],
  ['a task to be done yesterday', (b) => (b.actions[2].dueInBusinessDays = 0), '/actions/2/dueInBusinessDays', /1 to 60/],
  [
    'too many roles',
    (b) => (b.roles = Array.from({ length: 13 }, (_, i) => b.roles[i] ?? { role: `r${i}`, title: 'R' })),
    '/roles',
    /holds 13 roles/,
  ],
  ['a flag that is a text', (b) => (b.requiresReconciledThrough = 'yes'), '/requiresReconciledThrough', /true or false/],
  [
    'a list that is an object',
    (b) => (b.thresholds = {}),
    '/thresholds',
    /is not a list of 0 to 20 thresholds \{ currency, writeOff, start, adverse \}/,
  ],
  [
    'a checkpoint that does nothing',
    (b) => b.checkpoints.splice(1, 0, { ...b.checkpoints[0], code: 'C1b', offsetDays: -7, actions: [] }),
    '/checkpoints/1/actions',
    /give 1 to 8/,
  ],
])('%s', (_, spoil, pointer, detail) => {
  expect(faultsOf(spoilt(spoil))).toEqual([{ pointer, detail: expect.stringMatching(detail) }]);
});

test.each([[null], ['text'], [[]], [7], [undefined]])('%j is no regulation', (body) => {
  expect(faultsOf(body)).toEqual([{ pointer: '', detail: expect.stringContaining('is not a regulation') }]);
});

test('too many checkpoints are one fault', () => {
  const body = spoilt((b) => {
    b.checkpoints = Array.from({ length: 31 }, (_, i) => ({ ...b.checkpoints[0], code: `C${i}`, offsetDays: i - 60 }));
    b.actions = [b.actions[0]];
  });
  expect(faultsOf(body)).toEqual([{ pointer: '/checkpoints', detail: 'holds 31 checkpoints; give 1 to 30' }]);
});
