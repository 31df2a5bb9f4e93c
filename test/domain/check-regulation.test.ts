import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkRegulation } from '../../shared/domain/check-regulation.ts';
import { defaultRegulation } from '../../shared/domain/default-regulation.ts';
import { faultsOf, spoilt, UAH, written } from './written-regulation.ts';

test('the built-in regulation is read as it was written', () => {
  const { regulationId: _, version: __, ...content } = defaultRegulation;
  expect(checkRegulation(written())).toEqual({ ok: true, regulation: content });
});

test('amounts are read into minor units, and optional parts are kept', () => {
  const checked = checkRegulation(
    spoilt((b) => {
      b.requiresReconciledThrough = true;
      b.checkpoints[0].minOutstanding = UAH('10.5');
      b.checkpoints[0].classes = ['B', 'C'];
      b.thresholds = [{ currency: 'UAH', writeOff: UAH('0'), start: UAH('10'), adverse: UAH('100.00') }];
    }),
  );
  const minor = (amountMinor: number) => ({ amountMinor, currency: 'UAH' });
  expect(checked).toMatchObject({
    ok: true,
    regulation: {
      requiresReconciledThrough: true,
      thresholds: [{ currency: 'UAH', writeOff: minor(0), start: minor(1000), adverse: minor(10_000) }],
    },
  });
  expect(checked.ok && checked.regulation.checkpoints[0]).toMatchObject({ minOutstanding: minor(1050), classes: ['B', 'C'] });
});

test('a newcomer who makes twenty kinds of mistakes reads all of them in one answer', () => {
  const body = spoilt((b) => {
    b.tittle = 'Control';
    b.roles[0].title = ' ';
    b.roles[1].default.email = 'accounting@';
    b.roles.push({ role: 'headOfSales', title: 'Second head' });
    b.checkpoints[0].classes = ['D'];
    b.checkpoints[0].minOutstanding = UAH('1.005');
    b.checkpoints[1] = { code: 'C1', anchor: 'dueOn', offsetDays: -20, dayKind: 'calendar', actions: ['A2'] };
    b.checkpoints[2].dayKind = 'working';
    b.checkpoints[3].actions = [];
    b.checkpoints[5].offsetDays = 5.5;
    delete b.checkpoints[6].anchor;
    b.checkpoints[7].actions.push('A99');
    b.checkpoints.push({ ...b.checkpoints[7], code: 'C9', offsetDays: 25, actions: ['A5'] });
    delete b.actions[0].technique;
    b.actions[0].to.push('cfo');
    b.actions[1].participants = { auditor: 'I', accountManager: 'X' };
    b.actions[2].participants = { headOfSales: 'A' };
    b.actions[2].to = ['accountant'];
    b.actions[4].dueInBusinessDays = 99;
    delete b.actions[6].to;
    b.actions[6].kind = 'letter';
    b.thresholds = [{ currency: 'UAH', writeOff: UAH('9'), start: UAH('5'), adverse: UAH('50') }];
  });
  expect(
    faultsOf(body)
      .map(({ pointer }) => pointer)
      .toSorted(),
  ).toEqual(
    [
      '/tittle',
      '/roles/0/title',
      '/roles/1/default/email',
      '/roles/3/role',
      '/checkpoints/0/classes/0',
      '/checkpoints/0/minOutstanding/amount',
      '/checkpoints/1/code',
      '/checkpoints/1/offsetDays',
      '/checkpoints/2/dayKind',
      '/checkpoints/3/actions',
      '/checkpoints/5/offsetDays',
      '/checkpoints/5/actions/0', // no notice is given any more: A4 is never done
      '/checkpoints/6/anchor',
      '/checkpoints/7/actions/1',
      '/checkpoints/8',
      '/actions/0/technique',
      '/actions/0/to/1',
      '/actions/1/participants/auditor',
      '/actions/1/participants/accountManager',
      '/actions/2/participants',
      '/actions/2/to',
      '/actions/3/code',
      '/actions/4/dueInBusinessDays',
      '/actions/6/kind',
      '/thresholds/0/start/amount',
    ].toSorted(),
  );
});

test('no body makes it throw, and every fault points into the body or at what is missing', () => {
  const words = fc.constantFrom('code', 'A1', 'C1', 'dueOn', 'policyholder', 'R', '__proto__', 'constructor', '');
  const key = fc.constantFrom(...Object.keys(written()), 'code', 'kind', 'to', 'participants', '__proto__', 'actions');
  const { json } = fc.letrec((tie) => ({
    json: fc.oneof({ maxDepth: 4 }, words, fc.integer(), fc.constant(null), fc.array(tie('json')), fc.dictionary(key, tie('json'))),
  }));
  fc.assert(
    fc.property(json, fc.nat(8), key, (part, index, field) => {
      const body = spoilt((b) => {
        b.actions[index] = part;
        b[field] = part;
      });
      for (const { pointer, detail } of faultsOf(body)) {
        expect(pointer).toMatch(/^(\/[^/]*)*$/);
        expect(detail).not.toBe('');
      }
    }),
  );
});
