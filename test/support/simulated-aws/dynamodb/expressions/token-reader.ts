import type { AttributeValue } from '../values/attribute-value.ts';
import type { DocumentPath } from './document-path.ts';
import { type ExpressionKind, refusal, syntaxError, type Token, tokenise } from './expression-lexer.ts';
import type { Placeholders } from './placeholders.ts';
import { isReservedWord } from './reserved-words.ts';

const end: Token = { kind: 'end', text: '<EOF>', at: 0 };

/** A cursor over the tokens of one expression; it reads what all grammars share: keywords, symbols, values and document paths. */
export class TokenReader {
  readonly kind: ExpressionKind;
  readonly #expression: string;
  readonly #tokens: readonly Token[];
  readonly #placeholders: Placeholders;
  #next = 0;

  constructor(kind: ExpressionKind, expression: string, placeholders: Placeholders) {
    this.kind = kind;
    this.#expression = expression;
    this.#tokens = tokenise(kind, expression);
    this.#placeholders = placeholders;
  }

  peek(ahead = 0): Token {
    return this.#tokens[this.#next + ahead] ?? end;
  }

  take(): Token {
    const token = this.peek();
    this.#next += 1;
    return token;
  }

  /** Symbols match as they are, keywords in any case. */
  sees(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'word' ? token.text.toUpperCase() === text : token.kind === 'symbol' && token.text === text;
  }

  accept(text: string): boolean {
    const seen = this.sees(text);
    if (seen) this.#next += 1;
    return seen;
  }

  expect(text: string): void {
    if (!this.accept(text)) throw this.syntaxError();
  }

  expectEnd(): void {
    if (this.peek().kind !== 'end') throw this.syntaxError();
  }

  syntaxError() {
    return syntaxError(this.kind, this.#expression, this.peek());
  }

  refusal(reason: string) {
    return refusal(this.kind, reason);
  }

  value(): AttributeValue {
    if (this.peek().kind !== 'placeholder') throw this.syntaxError();
    return this.#placeholders.value(this.kind, this.take().text);
  }

  /** name { '.' name | '[' number ']' } */
  path(): DocumentPath {
    const path: [string, ...(string | number)[]] = [this.#attributeName()];
    for (;;) {
      if (this.accept('.')) path.push(this.#attributeName());
      else if (this.accept('[')) path.push(this.#listIndex());
      else return path;
    }
  }

  /** element { ',' element } */
  list<T>(element: () => T): T[] {
    const elements = [element()];
    while (this.accept(',')) elements.push(element());
    return elements;
  }

  #attributeName(): string {
    const { kind, text } = this.peek();
    if (kind === 'alias') return this.#placeholders.name(this.kind, this.take().text);
    if (kind !== 'word') throw this.syntaxError();
    if (isReservedWord(text)) throw this.refusal(`Attribute name is a reserved keyword; reserved keyword: ${text}`);
    return this.take().text;
  }

  #listIndex(): number {
    if (this.peek().kind !== 'number') throw this.syntaxError();
    const index = Number(this.take().text);
    this.expect(']');
    return index;
  }
}
