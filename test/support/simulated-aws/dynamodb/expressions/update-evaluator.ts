import { invalid } from '../service-error.ts';
import { type AttributeValue, type Item, membersOf, type SetType, setOf, typeOf } from '../values/attribute-value.ts';
import { addDecimals, formatDecimal, parseDecimal, subtractDecimals } from '../values/decimal.ts';
import { type Edit, editItem } from './document-edit.ts';
import { type DocumentPath, valueAt } from './document-path.ts';
import type { Update, UpdateAction, UpdateOperand, UpdateValue } from './update.ts';

/**
 * The item after the update. Every value is read from the item as it was before; list positions are those of before, too:
 * so removals come last, the highest index first, and elements beyond the end are appended in the order of their indexes.
 */
export const applyUpdate = (before: Item, update: Update): Item => {
  const edits = update.map((action) => ({ action, edit: editOf(before, action) }));
  const writes = edits.filter(({ action }) => action.kind !== 'REMOVE').sort((a, b) => comparePaths(a.action.path, b.action.path));
  const removals = edits.filter(({ action }) => action.kind === 'REMOVE').sort((a, b) => comparePaths(b.action.path, a.action.path));
  return [...writes, ...removals].reduce((item, { action, edit }) => editItem(item, action.path, edit), before);
};

const comparePaths = (a: DocumentPath, b: DocumentPath): number => {
  for (const [index, step] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    if (typeof step === 'number' && typeof other === 'number' && step !== other) return step - other;
    if (String(step) !== String(other)) return String(step) < String(other) ? -1 : 1;
  }
  return a.length - b.length;
};

const editOf = (before: Item, action: UpdateAction): Edit => {
  switch (action.kind) {
    case 'SET': {
      const value = evaluate(before, action.value);
      return () => value;
    }
    case 'REMOVE':
      return () => undefined;
    case 'ADD':
      return (current) => add(current, action.value);
    case 'DELETE':
      return (current) => (current === undefined ? undefined : subtractMembers(current, action.value));
  }
};

const evaluate = (item: Item, value: UpdateValue): AttributeValue => {
  if (value.kind !== 'arithmetic') return evaluateOperand(item, value);
  const [left, right] = [evaluateOperand(item, value.left), evaluateOperand(item, value.right)];
  if (!('N' in left && 'N' in right)) throw incorrectDataType();
  const compute = value.operator === '+' ? addDecimals : subtractDecimals;
  return { N: formatDecimal(compute(parseDecimal(left.N), parseDecimal(right.N))) };
};

const evaluateOperand = (item: Item, operand: UpdateOperand): AttributeValue => {
  switch (operand.kind) {
    case 'value':
      return operand.value;
    case 'path': {
      const value = valueAt(item, operand.path);
      if (value === undefined) throw invalid('The provided expression refers to an attribute that does not exist in the item');
      return value;
    }
    case 'ifNotExists':
      return valueAt(item, operand.path) ?? evaluateOperand(item, operand.fallback);
    case 'listAppend': {
      const [first, second] = [evaluateOperand(item, operand.first), evaluateOperand(item, operand.second)];
      if (!('L' in first && 'L' in second)) throw incorrectDataType();
      return { L: [...first.L, ...second.L] };
    }
  }
};

/** A number is added as if an absent one were 0; members join a set of the same type. */
const add = (current: AttributeValue | undefined, addend: AttributeValue): AttributeValue => {
  if (current === undefined) return addend;
  if ('N' in current && 'N' in addend) return { N: formatDecimal(addDecimals(parseDecimal(current.N), parseDecimal(addend.N))) };
  const { type, members, others } = sameSets(current, addend);
  return setOf(type, [...new Set([...members, ...others])]);
};

/** There are no empty sets: without members the attribute goes. */
const subtractMembers = (current: AttributeValue, subset: AttributeValue): AttributeValue | undefined => {
  const { type, members, others } = sameSets(current, subset);
  const remaining = members.filter((member) => !others.includes(member));
  return remaining.length === 0 ? undefined : setOf(type, remaining);
};

const sameSets = (a: AttributeValue, b: AttributeValue) => {
  const [members, others] = [membersOf(a), membersOf(b)];
  if (members === undefined || others === undefined || typeOf(a) !== typeOf(b)) throw incorrectDataType();
  return { type: typeOf(a) as SetType, members, others };
};

const incorrectDataType = () => invalid('An operand in the update expression has an incorrect data type');
