import { expect, test } from 'vitest';
import { randomOf } from '../../../infra/local/demo/random.ts';

const numbers = (seed: number, purpose: string) => {
  const random = randomOf(seed, purpose);
  return Array.from({ length: 1000 }, () => random.next());
};

test('numbers repeat themselves with the same seed and purpose, and only then', () => {
  expect(numbers(1, 'a')).toEqual(numbers(1, 'a'));
  expect(numbers(1, 'a')).not.toEqual(numbers(2, 'a'));
  expect(numbers(1, 'a')).not.toEqual(numbers(1, 'b'));
});

test('they are spread evenly: a tenth of them in each tenth, give or take', () => {
  const tenths = Map.groupBy(numbers(1, 'a'), (number) => Math.floor(number * 10));
  expect([...tenths.keys()].toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect([...tenths.values()].every(({ length }) => length > 70 && length < 130)).toBe(true);
});

test('a range has both its ends', () => {
  const random = randomOf(1, 'range');
  expect(new Set(Array.from({ length: 200 }, () => random.between([-1, 1])))).toEqual(new Set([-1, 0, 1]));
});
