import type * as z from 'zod';

/** What the OpenAPI document says of one operation, beside what its route says already. */
export interface Description {
  readonly summary: string;
  /** The very schema that validates, or one that a test holds against what does; with an example of it. */
  readonly body?: { readonly schema: z.core.$ZodType; readonly example: unknown };
  /** Media types of a body that is read as it was sent: a file, a form. */
  readonly files?: readonly string[];
  readonly query?: readonly QueryParameter[];
  readonly answers: Readonly<Record<number, Answer>>;
  /** Refusals of its own. Those that follow from the route (token, path, body, Accept) are added to every operation. */
  readonly problems?: Readonly<Record<number, string>>;
}

export interface Answer {
  readonly description: string;
  readonly json?: z.core.$ZodType;
  readonly example?: unknown;
  /** Other media types that it has, by Accept. */
  readonly types?: readonly string[];
}

export interface QueryParameter {
  readonly name: string;
  readonly description: string;
  readonly schema: QuerySchema;
  readonly required?: true;
}

/** JSON Schema of a parameter: a text, one of some words, or a number in its limits. */
type QuerySchema =
  | { readonly type: 'string'; readonly minLength?: number; readonly maxLength?: number; readonly enum?: string[] }
  | { readonly type: 'integer'; readonly minimum: number; readonly maximum: number; readonly default?: number };

export const PAGE: readonly QueryParameter[] = [
  { name: 'limit', description: 'items a page has at most', schema: { type: 'integer', minimum: 1, maximum: 100, default: 25 } },
  { name: 'cursor', description: '`cursor` of the page before, from the same list', schema: { type: 'string', minLength: 1 } },
];

export const VERSION: QueryParameter = {
  name: 'version',
  description: 'the latest when absent',
  schema: { type: 'integer', minimum: 1, maximum: 99_999_999 },
};

export const LANGUAGE: QueryParameter = {
  name: 'language',
  description: 'else by Accept-Language, else English',
  schema: { type: 'string', enum: ['en', 'uk', 'ru'] },
};

/** An id in a query, where no path needs it encoded. */
export const ID: QuerySchema = { type: 'string', minLength: 1, maxLength: 64 };

export const oneOf = (...values: readonly string[]): QuerySchema => ({ type: 'string', enum: [...values] });
