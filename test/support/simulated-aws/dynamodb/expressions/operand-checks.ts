import { type AttributeType, type AttributeValue, attributeTypes, typeOf } from '../values/attribute-value.ts';
import { compareValues, isOrdered } from '../values/compare-values.ts';
import type { Operand } from './condition.ts';
import { equalPaths, formatPath } from './document-path.ts';
import type { TokenReader } from './token-reader.ts';

/**
 * What AWS refuses in a condition before it looks at any item. Only values given in the request are judged:
 * the same mismatch found in an item merely makes the condition false.
 */
const literal = (operand: Operand): AttributeValue | undefined => (operand.kind === 'value' ? operand.value : undefined);

export const refuseUnordered = (reader: TokenReader, operator: string, operands: readonly Operand[]): void => {
  const unordered = operands.map(literal).find((value) => value !== undefined && !isOrdered(value));
  if (unordered !== undefined) throw incorrectType(reader, `operator: ${operator}`, unordered);
};

export const refuseReversedBounds = (reader: TokenReader, low: Operand, high: Operand): void => {
  const [from, to] = [literal(low), literal(high)];
  if (from === undefined || to === undefined) return;
  const order = compareValues(from, to);
  const bounds = `lower bound operand: AttributeValue: ${show(from)}, upper bound operand: AttributeValue: ${show(to)}`;
  if (order === undefined) throw reader.refusal(`The BETWEEN operator requires same data type for lower and upper bounds; ${bounds}`);
  if (order > 0) throw reader.refusal(`The BETWEEN operator requires upper bound to be greater than or equal to lower bound; ${bounds}`);
};

export const refuseUnlessTextual = (reader: TokenReader, name: string, operand: Operand): void => {
  const value = literal(operand);
  if (value !== undefined && !('S' in value) && !('B' in value)) throw incorrectType(reader, `operator or function: ${name}`, value);
};

export const refuseSameOperand = (reader: TokenReader, name: string, [first, second]: readonly [Operand, Operand]): void => {
  if (first.kind !== 'path' || second.kind !== 'path' || !equalPaths(first.path, second.path)) return;
  throw reader.refusal(
    `The first operand must be distinct from the remaining operands for this operator or function; operator: ${name}, first operand: ${formatPath(first.path)}`,
  );
};

/** The type that `attribute_type` asks for: a value of the request, naming one of the ten types. */
export const attributeTypeNamed = (reader: TokenReader, operand: Operand): AttributeType => {
  const value = literal(operand);
  if (value === undefined || !('S' in value)) {
    throw reader.refusal('Incorrect operand type for operator or function; operator or function: attribute_type');
  }
  const type = attributeTypes.find((each) => each === value.S);
  if (type !== undefined) return type;
  throw reader.refusal(`Invalid attribute type name found; type: ${value.S}, valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}`);
};

const incorrectType = (reader: TokenReader, where: string, value: AttributeValue) =>
  reader.refusal(`Incorrect operand type for operator or function; ${where}, operand type: ${typeOf(value)}`);

const show = (value: AttributeValue): string => `{${typeOf(value)}:${Object.values(value)[0]}}`;
