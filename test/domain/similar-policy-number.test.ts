import fc from 'fast-check';
import { expect, test } from 'vitest';
import { policyNumberKey } from '../../shared/domain/policy-number-match.ts';
import { similarKeys } from '../../shared/domain/similar-policy-number.ts';

test.each<[string, string, string, boolean]>([
  ['two neighbours swapped', 'CARGO-2026-000132', 'CARGO-2026-000123', true],
  ['one forgotten', 'CARGO-2026-00123', 'CARGO-2026-000123', true],
  ['the first forgotten', 'CARGO-026-000123', 'CARGO-2026-000123', true],
  ['the last forgotten', 'CARGO-2026-00012', 'CARGO-2026-000123', true],
  ['one typed twice', 'CARGO-2026-0001233', 'CARGO-2026-000123', true],
  ['one digit for another: a neighbour is not a slip', 'CARGO-2026-000124', 'CARGO-2026-000123', false],
  ['two slips', 'CARGO-2062-000132', 'CARGO-2026-000123', false],
  ['another letter', 'KARGO-2026-000123', 'CARGO-2026-000123', false],
  ['swapped over a separator, which is no part of a key', 'AB-1203', 'AB-10-23', true],
])('%s', (_, said, meant, similar) => {
  expect(similarKeys(said).includes(policyNumberKey(meant))).toBe(similar);
});

test('by hand: AB-12', () => {
  const longer = [...'0123456789'].flatMap((d) => [`AB${d}12`, `AB1${d}2`, `AB12${d}`]);
  expect(new Set(similarKeys('AB-12'))).toEqual(new Set(['AB21', 'AB1', 'AB2', ...longer]));
});

test('what is similar to a number has that number similar to it; none is itself, and there are 200 at most', () => {
  const numbers = fc.stringMatching(/^[A-Z]{1,4}-[0-9]{2,12}$/);
  fc.assert(
    fc.property(numbers, (number) => {
      const key = policyNumberKey(number);
      const keys = similarKeys(number);
      expect(keys.length).toBeLessThanOrEqual(200);
      expect([keys.includes(key), new Set(keys).size]).toEqual([false, keys.length]);
      for (const other of keys) expect(similarKeys(other)).toContain(key);
    }),
  );
});
