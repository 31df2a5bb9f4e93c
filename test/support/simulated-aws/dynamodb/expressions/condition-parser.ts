import { type Comparator, type Condition, comparators, type Operand } from './condition.ts';
import { functionAhead, parseFunction } from './condition-functions.ts';
import { parseOperand } from './condition-operand.ts';
import type { ExpressionKind } from './expression-lexer.ts';
import { refuseReversedBounds, refuseUnordered } from './operand-checks.ts';
import type { Placeholders } from './placeholders.ts';
import { TokenReader } from './token-reader.ts';

/** Documented for IN: "up to 100 values". */
const MOST_CANDIDATES = 100;

export const parseCondition = (kind: ExpressionKind, expression: string, placeholders: Placeholders): Condition => {
  const reader = new TokenReader(kind, expression, placeholders);
  const condition = new ConditionParser(reader).disjunction();
  reader.expectEnd();
  return condition;
};

/** Recursive descent by precedence: OR, then AND, then NOT, then parentheses, functions and comparisons. */
class ConditionParser {
  readonly #reader: TokenReader;
  readonly #parenthesised = new Set<Condition>();

  constructor(reader: TokenReader) {
    this.#reader = reader;
  }

  disjunction(): Condition {
    let left = this.#conjunction();
    while (this.#reader.accept('OR')) left = { kind: 'or', left, right: this.#conjunction() };
    return left;
  }

  #conjunction(): Condition {
    let left = this.#negation();
    while (this.#reader.accept('AND')) left = { kind: 'and', left, right: this.#negation() };
    return left;
  }

  #negation(): Condition {
    return this.#reader.accept('NOT') ? { kind: 'not', condition: this.#negation() } : this.#primary();
  }

  #primary(): Condition {
    if (this.#reader.accept('(')) return this.#closeParenthesis(this.disjunction());
    const name = functionAhead(this.#reader);
    return name === undefined ? this.#comparison(parseOperand(this.#reader)) : parseFunction(this.#reader, name);
  }

  #closeParenthesis(condition: Condition): Condition {
    this.#reader.expect(')');
    if (this.#parenthesised.has(condition)) throw this.#reader.refusal('The expression has redundant parentheses;');
    this.#parenthesised.add(condition);
    return condition;
  }

  #comparison(operand: Operand): Condition {
    if (this.#reader.accept('BETWEEN')) return this.#between(operand);
    if (this.#reader.accept('IN')) return this.#in(operand);
    const comparator = comparators.find((each) => this.#reader.accept(each));
    if (comparator === undefined) throw this.#reader.syntaxError();
    return this.#compare(comparator, operand, parseOperand(this.#reader));
  }

  #compare(comparator: Comparator, left: Operand, right: Operand): Condition {
    if (comparator !== '=' && comparator !== '<>') refuseUnordered(this.#reader, comparator, [left, right]);
    return { kind: 'comparison', comparator, left, right };
  }

  #between(operand: Operand): Condition {
    const low = parseOperand(this.#reader);
    this.#reader.expect('AND');
    const high = parseOperand(this.#reader);
    refuseUnordered(this.#reader, 'BETWEEN', [operand, low, high]);
    refuseReversedBounds(this.#reader, low, high);
    return { kind: 'between', operand, low, high };
  }

  #in(operand: Operand): Condition {
    this.#reader.expect('(');
    const candidates = this.#reader.list(() => parseOperand(this.#reader));
    this.#reader.expect(')');
    if (candidates.length > MOST_CANDIDATES) {
      throw this.#reader.refusal(`The IN operator is provided with too many operands; number of operands: ${candidates.length}`);
    }
    return { kind: 'in', operand, candidates };
  }
}
