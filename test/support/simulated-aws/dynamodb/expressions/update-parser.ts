import { membersOf, typeOf } from '../values/attribute-value.ts';
import type { Placeholders } from './placeholders.ts';
import { refuseClash } from './projection.ts';
import { TokenReader } from './token-reader.ts';
import type { Update, UpdateAction } from './update.ts';
import { parseUpdateValue, typeNames } from './update-operand.ts';

const clauses = ['SET', 'REMOVE', 'ADD', 'DELETE'] as const;
type Clause = (typeof clauses)[number];

/** { SET … | REMOVE … | ADD … | DELETE … }, each clause at most once, in any order. */
export const parseUpdate = (expression: string, placeholders: Placeholders): Update => {
  const reader = new TokenReader('UpdateExpression', expression, placeholders);
  const seen = new Set<Clause>();
  const actions: UpdateAction[] = [];
  do {
    const clause = clauses.find((each) => reader.accept(each));
    if (clause === undefined) throw reader.syntaxError();
    if (seen.has(clause)) throw reader.refusal(`The "${clause}" section can only be used once in an update expression;`);
    seen.add(clause);
    actions.push(...reader.list(() => parseAction(reader, clause)));
  } while (reader.peek().kind !== 'end');
  refuseClash(
    reader,
    actions.map(({ path }) => path),
  );
  return actions;
};

const parseAction = (reader: TokenReader, kind: Clause): UpdateAction => {
  const path = reader.path();
  switch (kind) {
    case 'REMOVE':
      return { kind, path };
    case 'SET':
      reader.expect('=');
      return { kind, path, value: parseUpdateValue(reader) };
    default:
      return parseArithmetic(reader, kind, path);
  }
};

/** ADD takes a number or a set, DELETE a set. */
const parseArithmetic = (reader: TokenReader, kind: 'ADD' | 'DELETE', path: UpdateAction['path']): UpdateAction => {
  const value = reader.value();
  if (membersOf(value) !== undefined || (kind === 'ADD' && 'N' in value)) return { kind, path, value };
  throw reader.refusal(`Incorrect operand type for operator or function; operator: ${kind}, operand type: ${typeNames[typeOf(value)]}`);
};
