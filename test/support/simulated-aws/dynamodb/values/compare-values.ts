import { type AttributeValue, attributeOf, bytesOf, type Item, membersOf, typeOf } from './attribute-value.ts';
import { parseDecimal, sortableDecimal } from './decimal.ts';

/** Deep equality of normalised values: types must agree, the order of sets and of map members does not count. */
export const equalValues = (a: AttributeValue, b: AttributeValue): boolean => {
  if (typeOf(a) !== typeOf(b)) return false;
  const [membersA, membersB] = [membersOf(a), membersOf(b)];
  if (membersA !== undefined && membersB !== undefined) return sameMembers(membersA, membersB);
  if ('L' in a && 'L' in b) return a.L.length === b.L.length && a.L.every((each, index) => equalOrAbsent(each, b.L[index]));
  if ('M' in a && 'M' in b) return equalItems(a.M, b.M);
  return JSON.stringify(a) === JSON.stringify(b);
};

export const equalItems = (a: Item, b: Item): boolean =>
  Object.keys(a).length === Object.keys(b).length &&
  Object.keys(a).every((name) => equalOrAbsent(attributeOf(a, name), attributeOf(b, name)));

export const equalOrAbsent = (a: AttributeValue | undefined, b: AttributeValue | undefined): boolean =>
  a === undefined || b === undefined ? a === b : equalValues(a, b);

const sameMembers = (a: readonly string[], b: readonly string[]): boolean => {
  const members = new Set(b);
  return a.length === b.length && a.every((member) => members.has(member));
};

/** Only strings, numbers and binary have an order. */
export const isOrdered = (value: AttributeValue): boolean => 'S' in value || 'N' in value || 'B' in value;

/**
 * A string that sorts, by code unit, as DynamoDB sorts the value: strings by their UTF-8 bytes (so U+FFFD comes before
 * U+1F600, which UTF-16 order gets wrong), binary by unsigned bytes, numbers by value.
 */
export const sortable = (value: AttributeValue): string => {
  if ('S' in value) return isAscii(value.S) ? value.S : Buffer.from(value.S).toString('latin1');
  if ('N' in value) return sortableDecimal(parseDecimal(value.N));
  if ('B' in value) return bytesOf(value.B).toString('latin1');
  throw new TypeError(`a value of type ${typeOf(value)} has no order`);
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: every one-byte character, control characters included
const isAscii = (text: string): boolean => /^[\x00-\x7f]*$/.test(text);

/** Negative, zero or positive; undefined where the two cannot be compared, because their types differ or have no order. */
export const compareValues = (a: AttributeValue, b: AttributeValue): number | undefined => {
  if (typeOf(a) !== typeOf(b) || !isOrdered(a)) return undefined;
  const [first, second] = [sortable(a), sortable(b)];
  if (first === second) return 0;
  return first < second ? -1 : 1;
};
