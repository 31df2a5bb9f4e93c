import { invalid } from '../service-error.ts';
import type { AttributeValue } from '../values/attribute-value.ts';
import { normaliseValue } from '../values/normalise-value.ts';
import { type ExpressionKind, refusal } from './expression-lexer.ts';

export type PlaceholderInput = {
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues?: Readonly<Record<string, AttributeValue>>;
};

/** The aliases and values that the expressions of one request share. Each must be used by one of them: AWS refuses leftovers. */
export class Placeholders {
  readonly #names: ReadonlyMap<string, string>;
  readonly #values: ReadonlyMap<string, AttributeValue>;
  readonly #used = new Set<string>();

  constructor(input: PlaceholderInput, anyExpression: boolean) {
    const { ExpressionAttributeNames: names, ExpressionAttributeValues: values } = input;
    refuseMalformed('ExpressionAttributeNames', names, { pattern: /^#[A-Za-z0-9_]+$/, anyExpression });
    refuseMalformed('ExpressionAttributeValues', values, { pattern: /^:[A-Za-z0-9_]+$/, anyExpression });
    this.#names = new Map(Object.entries(names ?? {}));
    this.#values = new Map(Object.entries(values ?? {}).map(([name, value]) => [name, normaliseValue(value)]));
  }

  name(kind: ExpressionKind, alias: string): string {
    this.#used.add(alias);
    const name = this.#names.get(alias);
    if (name !== undefined) return name;
    throw refusal(kind, `An expression attribute name used in the document path is not defined; attribute name: ${alias}`);
  }

  value(kind: ExpressionKind, placeholder: string): AttributeValue {
    this.#used.add(placeholder);
    const value = this.#values.get(placeholder);
    if (value !== undefined) return value;
    throw refusal(kind, `An expression attribute value used in expression is not defined; attribute value: ${placeholder}`);
  }

  /** Called when every expression of the request has been read. */
  refuseUnused(): void {
    this.#refuseUnused('ExpressionAttributeNames', this.#names.keys());
    this.#refuseUnused('ExpressionAttributeValues', this.#values.keys());
  }

  #refuseUnused(parameter: string, keys: Iterable<string>): void {
    const unused = [...keys].filter((key) => !this.#used.has(key));
    if (unused.length > 0) throw invalid(`Value provided in ${parameter} unused in expressions: keys: {${unused.join(', ')}}`);
  }
}

const refuseMalformed = (
  parameter: string,
  entries: Readonly<Record<string, unknown>> | undefined,
  rule: { readonly pattern: RegExp; readonly anyExpression: boolean },
): void => {
  if (entries === undefined) return;
  if (!rule.anyExpression) throw invalid(`${parameter} can only be specified when using expressions`);
  if (Object.keys(entries).length === 0) throw invalid(`${parameter} must not be empty`);
  const malformed = Object.keys(entries).find((key) => !rule.pattern.test(key));
  if (malformed !== undefined) throw invalid(`${parameter} contains invalid key: Syntax error; key: "${malformed}"`);
};
