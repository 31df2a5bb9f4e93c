import { invalid } from '../service-error.ts';

export type ExpressionKind =
  | 'ConditionExpression'
  | 'UpdateExpression'
  | 'KeyConditionExpression'
  | 'FilterExpression'
  | 'ProjectionExpression';

/** `word`: a bare name, keyword or function; `alias`: #name; `placeholder`: :value; `end` closes every expression. */
export type Token = {
  readonly kind: 'word' | 'alias' | 'placeholder' | 'number' | 'symbol' | 'end';
  readonly text: string;
  readonly at: number;
};

/** Documented limit of any expression string: 4 KB. */
const LONGEST_EXPRESSION_BYTES = 4096;

const tokenPattern =
  /\s*(?:(?<word>[A-Za-z][A-Za-z0-9_]*)|(?<alias>#[A-Za-z0-9_]+)|(?<placeholder>:[A-Za-z0-9_]+)|(?<number>\d+)|(?<symbol><>|<=|>=|[=<>()[\].,+-]))/y;

export const tokenise = (kind: ExpressionKind, expression: string): readonly Token[] => {
  if (expression === '') throw refusal(kind, 'The expression can not be empty;');
  const bytes = Buffer.byteLength(expression);
  if (bytes > LONGEST_EXPRESSION_BYTES) {
    throw refusal(kind, `Expression size has exceeded the maximum allowed size; expression size: ${bytes}`);
  }
  const tokens: Token[] = [];
  const length = expression.trimEnd().length;
  let at = 0;
  while (at < length) {
    const token = tokenAt(expression, at);
    if (token === undefined) throw syntaxError(kind, expression, { text: expression.slice(at).trim().slice(0, 1), at });
    tokens.push(token);
    at = token.at + token.text.length;
  }
  return [...tokens, { kind: 'end', text: '<EOF>', at: length }];
};

const tokenAt = (expression: string, at: number): Token | undefined => {
  tokenPattern.lastIndex = at;
  const match = tokenPattern.exec(expression);
  const found = Object.entries(match?.groups ?? {}).find(([, text]) => text !== undefined);
  if (match === null || found === undefined) return undefined;
  const [kind, text] = found;
  return { kind: kind as Token['kind'], text, at: at + match[0].length - text.length };
};

export const refusal = (kind: ExpressionKind, reason: string) => invalid(`Invalid ${kind}: ${reason}`);

export const syntaxError = (kind: ExpressionKind, expression: string, token: { readonly text: string; readonly at: number }) =>
  refusal(
    kind,
    `Syntax error; token: "${token.text}", near: "${expression.slice(Math.max(0, token.at - 10), token.at + token.text.length + 10)}"`,
  );
