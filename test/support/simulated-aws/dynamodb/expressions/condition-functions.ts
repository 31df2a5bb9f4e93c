import type { Condition, Operand } from './condition.ts';
import { parseOperand } from './condition-operand.ts';
import type { DocumentPath } from './document-path.ts';
import { attributeTypeNamed, refuseSameOperand, refuseUnlessTextual } from './operand-checks.ts';
import type { TokenReader } from './token-reader.ts';

const functions = ['attribute_exists', 'attribute_not_exists', 'attribute_type', 'begins_with', 'contains'] as const;
type FunctionName = (typeof functions)[number];

/** The function that stands next as a condition by itself. Names count in their exact case; `size` is an operand, not a condition. */
export const functionAhead = (reader: TokenReader): FunctionName | undefined =>
  reader.sees('(', 1) ? functions.find((name) => name === reader.peek().text) : undefined;

export const parseFunction = (reader: TokenReader, name: FunctionName): Condition => {
  reader.take();
  reader.expect('(');
  const operands = reader.list(() => parseOperand(reader));
  reader.expect(')');
  return conditionOf(reader, name, operands);
};

const conditionOf = (reader: TokenReader, name: FunctionName, operands: readonly Operand[]): Condition => {
  switch (name) {
    case 'attribute_exists':
      return { kind: 'exists', path: pathOf(reader, name, only(reader, name, operands)), expected: true };
    case 'attribute_not_exists':
      return { kind: 'exists', path: pathOf(reader, name, only(reader, name, operands)), expected: false };
    case 'attribute_type': {
      const [operand, type] = pair(reader, name, operands);
      return { kind: 'type', operand, type: attributeTypeNamed(reader, type) };
    }
    case 'begins_with': {
      const [operand, prefix] = pair(reader, name, operands);
      for (const each of [operand, prefix]) refuseUnlessTextual(reader, name, each);
      return { kind: 'beginsWith', operand, prefix };
    }
    case 'contains': {
      const [operand, element] = pair(reader, name, operands);
      refuseSameOperand(reader, name, [operand, element]);
      return { kind: 'contains', operand, element };
    }
  }
};

const only = (reader: TokenReader, name: string, operands: readonly Operand[]): Operand => {
  const [operand] = operands;
  if (operand === undefined || operands.length > 1) throw wrongCount(reader, name, operands);
  return operand;
};

const pair = (reader: TokenReader, name: string, operands: readonly Operand[]): readonly [Operand, Operand] => {
  const [first, second] = operands;
  if (first === undefined || second === undefined || operands.length > 2) throw wrongCount(reader, name, operands);
  return [first, second];
};

const wrongCount = (reader: TokenReader, name: string, operands: readonly Operand[]) =>
  reader.refusal(
    `Incorrect number of operands for operator or function; operator or function: ${name}, number of operands: ${operands.length}`,
  );

const pathOf = (reader: TokenReader, name: string, operand: Operand): DocumentPath => {
  if (operand.kind === 'path') return operand.path;
  throw reader.refusal(`Operator or function requires a document path; operator or function: ${name}`);
};
