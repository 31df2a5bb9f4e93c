import { expect, test } from 'vitest';
import { parseClockMove } from '../../../infra/local/local-api/clock-request.ts';

const now = Date.parse('2027-01-31T10:00:00Z');

test.each([
  [{ advanceTo: '2027-02-01T10:00:00Z' }, '2027-02-01T10:00:00.000Z'],
  [{ advanceTo: '2027-02-01T10:00:00+02:00' }, '2027-02-01T08:00:00.000Z'],
  [{ advanceTo: '2027-01-31T10:00:00Z' }, '2027-01-31T10:00:00.000Z'],
  [{ advanceBy: 'P14D' }, '2027-02-14T10:00:00.000Z'],
  [{ advanceBy: 'PT90M' }, '2027-01-31T11:30:00.000Z'],
  [{ advanceBy: 'P1M' }, '2027-02-28T10:00:00.000Z'],
  [{ advanceBy: 'P1Y' }, '2028-01-31T10:00:00.000Z'],
])('%o leads to %s', (body, target) => {
  expect(parseClockMove(body, now)).toEqual({ ok: true, targetMs: Date.parse(target) });
});

test.each([
  ['back', { advanceTo: '2027-01-31T09:59:59Z' }, '/advanceTo'],
  ['back by a duration', { advanceBy: '-P1D' }, '/advanceBy'],
  ['a date alone', { advanceTo: '2027-02-01' }, '/advanceTo'],
  ['a time without an offset', { advanceTo: '2027-02-01T10:00:00' }, '/advanceTo'],
  ['no duration', { advanceBy: '14 days' }, '/advanceBy'],
  ['a thousand years', { advanceBy: 'P1000Y' }, '/advanceBy'],
  ['beyond what can be counted', { advanceBy: 'P999999999Y' }, '/advanceBy'],
  ['both', { advanceTo: '2027-02-01T10:00:00Z', advanceBy: 'P1D' }, ''],
  ['an unknown field', { advanceBy: 'P1D', reason: 'test' }, ''],
  ['none', {}, ''],
  ['no object', [], ''],
  ['nothing', undefined, ''],
])('%s is refused, and says where', (_, body, pointer) => {
  expect(parseClockMove(body, now)).toMatchObject({ ok: false, problem: { status: 400, errors: [{ pointer }] } });
});
