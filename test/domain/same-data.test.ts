import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameData } from '../../shared/domain/same-data.ts';

test.each([
  ['fields in another order', { a: 1, b: { c: [1, 2] } }, { b: { c: [1, 2] }, a: 1 }, true],
  ['a field that is undefined and one that is not there', { a: 1, b: undefined }, { a: 1 }, true],
  ['another value', { a: 1 }, { a: 2 }, false],
  ['a field more', { a: 1 }, { a: 1, b: 2 }, false],
  ['a list in another order', [1, 2], [2, 1], false],
  ['a list and an object', [1], { 0: 1 }, false],
  ['nothing and an empty object', null, {}, false],
  ['a number and its text', 1, '1', false],
])('%s', (_, a, b, expected) => {
  expect([sameData(a, b), sameData(b, a)]).toEqual([expected, expected]);
});

test('data is the same as its copy, and not as what JSON tells apart', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), fc.jsonValue({ maxDepth: 3 }), (a, b) => {
      const copy: unknown = JSON.parse(JSON.stringify(a));
      expect(sameData(JSON.parse(JSON.stringify(a)), copy)).toBe(true);
      if (JSON.stringify(a) === JSON.stringify(b)) expect(sameData(copy, JSON.parse(JSON.stringify(b)))).toBe(true);
      if (sameData(a, b)) expect(JSON.stringify(sorted(a))).toBe(JSON.stringify(sorted(b)));
    }),
  );
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const names = Object.keys(value).sort();
  return names.map((name) => [name, sorted((value as Record<string, unknown>)[name])]);
}
