import { type AttributeType, typeOf } from '../values/attribute-value.ts';
import type { TokenReader } from './token-reader.ts';
import type { UpdateOperand, UpdateValue } from './update.ts';

/** As AWS names the types in the messages of ADD, DELETE and list_append. */
export const typeNames: Readonly<Record<AttributeType, string>> = {
  S: 'STRING',
  N: 'NUMBER',
  B: 'BINARY',
  BOOL: 'BOOLEAN',
  NULL: 'NULL',
  L: 'LIST',
  M: 'MAP',
  SS: 'STRING_SET',
  NS: 'NUMBER_SET',
  BS: 'BINARY_SET',
};

/** term [ ('+' | '-') term ]; a term is an operand, or a value in parentheses. There is no a + b + c. */
export const parseUpdateValue = (reader: TokenReader): UpdateValue => {
  const left = parseTerm(reader);
  const operator = (['+', '-'] as const).find((each) => reader.accept(each));
  return operator === undefined
    ? left
    : { kind: 'arithmetic', operator, left: number(reader, operator, left), right: number(reader, operator, parseTerm(reader)) };
};

const parseTerm = (reader: TokenReader): UpdateValue => {
  if (!reader.accept('(')) return parseOperand(reader);
  const value = parseUpdateValue(reader);
  reader.expect(')');
  return value;
};

/** Only numbers given in the request are judged here; those of the item when the update is applied. */
const number = (reader: TokenReader, operator: '+' | '-', term: UpdateValue): UpdateOperand => {
  if (term.kind === 'arithmetic') throw reader.syntaxError();
  if (term.kind !== 'value' || 'N' in term.value) return term;
  throw reader.refusal(
    `Incorrect operand type for operator or function; operator or function: ${operator}, operand type: ${typeOf(term.value)}`,
  );
};

const parseOperand = (reader: TokenReader): UpdateOperand => {
  const token = reader.peek();
  if (token.kind === 'placeholder') return { kind: 'value', value: reader.value() };
  if (token.kind === 'word' && reader.sees('(', 1)) return parseFunction(reader);
  return { kind: 'path', path: reader.path() };
};

const parseFunction = (reader: TokenReader): UpdateOperand => {
  const name = reader.take().text;
  if (name !== 'if_not_exists' && name !== 'list_append') throw reader.refusal(`Invalid function name; function: ${name}`);
  reader.expect('(');
  const first = parseOperand(reader);
  reader.expect(',');
  const second = parseOperand(reader);
  reader.expect(')');
  return name === 'if_not_exists' ? ifNotExists(reader, first, second) : listAppend(reader, first, second);
};

const ifNotExists = (reader: TokenReader, first: UpdateOperand, fallback: UpdateOperand): UpdateOperand => {
  if (first.kind === 'path') return { kind: 'ifNotExists', path: first.path, fallback };
  throw reader.refusal('Operator or function requires a document path; operator or function: if_not_exists');
};

const listAppend = (reader: TokenReader, first: UpdateOperand, second: UpdateOperand): UpdateOperand => {
  for (const operand of [first, second]) {
    if (operand.kind === 'listAppend') {
      throw reader.refusal('The function is not allowed to be used this way in an expression; function: list_append');
    }
    if (operand.kind === 'value' && !('L' in operand.value)) {
      const type = typeNames[typeOf(operand.value)];
      throw reader.refusal(`Incorrect operand type for operator or function; operator or function: list_append, operand type: ${type}`);
    }
  }
  return { kind: 'listAppend', first, second };
};
