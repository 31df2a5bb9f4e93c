import { policyNumberKey } from './policy-number-match.ts';

/** A number of 14 digits has some 170. */
const MOST_KEYS = 200;

/**
 * Keys that differ from a policy number's by one slip of the hand in its digits: two neighbours swapped, one forgotten, one typed twice
 * or too many. 'AB-123' → AB213, AB132; AB12, AB13, AB23; AB0123 … AB1239.
 * One digit for another is none of them: numbers are given out one after another, and every neighbour of the right one would match.
 */
export function similarKeys(policyNumber: string): readonly string[] {
  const key = policyNumberKey(policyNumber);
  const keys = new Set([...swapped(key), ...shortened(key), ...lengthened(key)]);
  keys.delete(key);
  return [...keys].slice(0, MOST_KEYS);
}

const isDigit = (character: string | undefined): boolean => character !== undefined && /^\d$/.test(character);

const places = (key: string): readonly number[] =>
  [...key]
    .keys()
    .filter((at) => isDigit(key[at]))
    .toArray();

const swapped = (key: string): readonly string[] =>
  places(key)
    .filter((at) => isDigit(key[at + 1]))
    .map((at) => key.slice(0, at) + key.slice(at + 1, at + 2) + key.slice(at, at + 1) + key.slice(at + 2));

const shortened = (key: string): readonly string[] => places(key).map((at) => key.slice(0, at) + key.slice(at + 1));

/** Before and after each digit. */
const lengthened = (key: string): readonly string[] =>
  places(key)
    .flatMap((at) => [at, at + 1])
    .flatMap((at) => [...'0123456789'].map((digit) => key.slice(0, at) + digit + key.slice(at)));
