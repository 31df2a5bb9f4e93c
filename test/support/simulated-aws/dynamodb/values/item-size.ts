import { type AttributeValue, bytesOf, type Item } from './attribute-value.ts';
import { digitsOf, parseDecimal } from './decimal.ts';

/** Item sizes as documented under "DynamoDB item sizes and formats": what limits, pages and capacity units are reckoned by. */
export const LARGEST_ITEM_BYTES = 400 * 1024;

/** { id: 'ab', n: 100 } → (2 + 2) + (1 + 2) = 7 bytes. */
export const sizeOfItem = (item: Item): number => {
  let bytes = 0;
  for (const [name, value] of Object.entries(item)) bytes += Buffer.byteLength(name) + sizeOfValue(value);
  return bytes;
};

/** A list or map takes 3 bytes, and 1 more for each element or member. */
export const sizeOfValue = (value: AttributeValue): number => {
  if ('S' in value) return Buffer.byteLength(value.S);
  if ('N' in value) return sizeOfNumber(value.N);
  if ('B' in value) return bytesOf(value.B).length;
  if ('L' in value) return 3 + sumOf(value.L, (each) => 1 + sizeOfValue(each));
  if ('M' in value) return 3 + Object.keys(value.M).length + sizeOfItem(value.M);
  if ('SS' in value) return sumOf(value.SS, (each) => Buffer.byteLength(each));
  if ('NS' in value) return sumOf(value.NS, sizeOfNumber);
  return 'BS' in value ? sumOf(value.BS, (each) => bytesOf(each).length) : 1;
};

/**
 * 1 byte, 1 for each pair of digits, 1 more for a minus. Pairs are counted from the decimal point, without leading and trailing
 * zeros: 1.23 is 1|.23, so 3 bytes; 12.3 is 12|.30, also 3; 123456 is 12|34|56, so 4.
 */
const sizeOfNumber = (text: string): number => {
  const decimal = parseDecimal(text);
  if (decimal.coefficient === 0n) return 1;
  const oddTail = Math.abs(decimal.exponent) % 2;
  const pairs = Math.ceil((digitsOf(decimal).length + oddTail) / 2);
  return 1 + pairs + (decimal.coefficient < 0n ? 1 : 0);
};

const sumOf = <T>(values: readonly T[], measure: (value: T) => number): number => {
  let total = 0;
  for (const value of values) total += measure(value);
  return total;
};
