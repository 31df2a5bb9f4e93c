import type { Operand } from './condition.ts';
import type { TokenReader } from './token-reader.ts';

const otherFunctions = new Set([
  'attribute_exists',
  'attribute_not_exists',
  'attribute_type',
  'begins_with',
  'contains',
  'if_not_exists',
  'list_append',
]);

/** path | :value | size(path). Function names count in their exact case. */
export const parseOperand = (reader: TokenReader): Operand => {
  const token = reader.peek();
  if (token.kind === 'placeholder') return { kind: 'value', value: reader.value() };
  if (token.kind === 'word' && reader.sees('(', 1)) return parseSize(reader, token.text);
  return { kind: 'path', path: reader.path() };
};

const parseSize = (reader: TokenReader, name: string): Operand => {
  if (otherFunctions.has(name)) throw reader.refusal(`The function is not allowed to be used this way in an expression; function: ${name}`);
  if (name !== 'size') throw reader.refusal(`Invalid function name; function: ${name}`);
  reader.take();
  reader.expect('(');
  if (reader.peek().kind === 'placeholder')
    throw reader.refusal('Operator or function requires a document path; operator or function: size');
  const path = reader.path();
  reader.expect(')');
  return { kind: 'size', path };
};
