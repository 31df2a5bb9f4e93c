import { type AttributeValue, bytesOf, type Item, membersOf, typeOf } from '../values/attribute-value.ts';
import { compareValues, equalValues } from '../values/compare-values.ts';
import type { Comparator, Condition, Operand } from './condition.ts';
import { valueAt } from './document-path.ts';

type Value = AttributeValue | undefined;

/**
 * Whether the item satisfies the condition; undefined stands for an item that does not exist.
 * An absent attribute equals nothing, not even another absent one, and differs from everything; no order holds for it.
 */
export const satisfies = (item: Item | undefined, condition: Condition): boolean => {
  const value = (operand: Operand): Value => evaluate(item, operand);
  switch (condition.kind) {
    case 'and':
      return satisfies(item, condition.left) && satisfies(item, condition.right);
    case 'or':
      return satisfies(item, condition.left) || satisfies(item, condition.right);
    case 'not':
      return !satisfies(item, condition.condition);
    case 'comparison':
      return compare(condition.comparator, value(condition.left), value(condition.right));
    case 'between':
      return (
        compare('>=', value(condition.operand), value(condition.low)) && compare('<=', value(condition.operand), value(condition.high))
      );
    case 'in':
      return condition.candidates.some((candidate) => compare('=', value(condition.operand), value(candidate)));
    case 'exists':
      return (valueAt(item, condition.path) !== undefined) === condition.expected;
    case 'type':
      return hasType(value(condition.operand), condition.type);
    case 'beginsWith':
      return beginsWith(value(condition.operand), value(condition.prefix));
    case 'contains':
      return contains(value(condition.operand), value(condition.element));
  }
};

const evaluate = (item: Item | undefined, operand: Operand): Value => {
  switch (operand.kind) {
    case 'value':
      return operand.value;
    case 'path':
      return valueAt(item, operand.path);
    case 'size':
      return sizeFunction(valueAt(item, operand.path));
  }
};

/** Characters of a string (UTF-16 code units, as Java counts them), bytes of a binary, elements of a set, list or map. */
const sizeFunction = (value: Value): Value => {
  if (value === undefined) return undefined;
  if ('S' in value) return { N: String(value.S.length) };
  if ('B' in value) return { N: String(bytesOf(value.B).length) };
  if ('L' in value) return { N: String(value.L.length) };
  if ('M' in value) return { N: String(Object.keys(value.M).length) };
  const members = membersOf(value);
  return members === undefined ? undefined : { N: String(members.length) };
};

const compare = (comparator: Comparator, left: Value, right: Value): boolean => {
  if (left === undefined || right === undefined) return comparator === '<>';
  if (comparator === '=') return equalValues(left, right);
  if (comparator === '<>') return !equalValues(left, right);
  const order = compareValues(left, right);
  if (order === undefined) return false;
  if (comparator === '<') return order < 0;
  if (comparator === '<=') return order <= 0;
  return comparator === '>' ? order > 0 : order >= 0;
};

const hasType = (value: Value, type: string): boolean => value !== undefined && typeOf(value) === type;

const beginsWith = (value: Value, prefix: Value): boolean => {
  if (value === undefined || prefix === undefined) return false;
  if ('S' in value && 'S' in prefix) return value.S.startsWith(prefix.S);
  return 'B' in value && 'B' in prefix && bytesOf(value.B).indexOf(bytesOf(prefix.B)) === 0;
};

/** A substring, a run of bytes, a member of a set of the element's type, or an equal element of a list. */
const contains = (value: Value, element: Value): boolean => {
  if (value === undefined || element === undefined) return false;
  if ('S' in value && 'S' in element) return value.S.includes(element.S);
  if ('B' in value && 'B' in element) return bytesOf(value.B).includes(bytesOf(element.B));
  if ('L' in value) return value.L.some((each) => equalValues(each, element));
  if ('SS' in value && 'S' in element) return value.SS.includes(element.S);
  if ('NS' in value && 'N' in element) return value.NS.includes(element.N);
  return 'BS' in value && 'B' in element && value.BS.includes(element.B);
};
