/**
 * A small reader of JSON Schema (2020-12), as much of it as our document uses, written apart from the code that makes the document.
 * A keyword it doesn't know is an error: nothing of the document goes unchecked in silence.
 */
export interface Schema {
  readonly [keyword: string]: unknown;
}

export interface Document {
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** `closed`: fields that the schema does not name are faults, also where it would allow them: undocumented ones are found so. */
export type Strictness = 'closed' | 'open';

const ANNOTATIONS = new Set(['description', 'examples', 'example', 'default', 'format', 'title', '$ref']);

type Check = (value: unknown, expected: unknown, schema: Schema, context: Context) => readonly string[];

interface Context {
  readonly document: Document;
  readonly strictness: Strictness;
  readonly at: string;
}

/** Every way in which a value does not fit; none: it does. */
export function faults(value: unknown, schema: Schema, context: Context): readonly string[] {
  const ref = schema['$ref'];
  if (typeof ref === 'string') return faults(value, resolve(ref, context.document), context);
  return Object.entries(schema).flatMap(([keyword, expected]) => {
    if (ANNOTATIONS.has(keyword)) return [];
    const check = CHECKS[keyword];
    if (!check) throw new Error(`${context.at}: the document uses ${keyword}, which is not checked`);
    return check(value, expected, schema, context);
  });
}

export function resolve(ref: string, { components }: Document): Schema {
  const found = components.schemas[ref.replace('#/components/schemas/', '')];
  if (!found) throw new Error(`${ref} leads nowhere`);
  return found;
}

const unless = (fits: boolean, { at }: Context, fault: string): readonly string[] => (fits ? [] : [`${at}: ${fault}`]);

const typeOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);

const hasType = (value: unknown, type: unknown): boolean => (type === 'integer' ? Number.isInteger(value) : typeOf(value) === type);

const asObject = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeOf(value) === 'object' ? (value as Readonly<Record<string, unknown>>) : undefined;

const inside = (context: Context, key: string | number): Context => ({ ...context, at: `${context.at}/${key}` });

function anyOf(value: unknown, options: unknown, _: Schema, context: Context): readonly string[] {
  const tried = (options as readonly Schema[]).map((option) => faults(value, option, context));
  const nearest = tried.toSorted((a, b) => a.length - b.length)[0] ?? [];
  return tried.some((found) => found.length === 0) ? [] : [`${context.at}: fits none of ${tried.length}`, ...nearest];
}

function properties(value: unknown, expected: unknown, schema: Schema, context: Context): readonly string[] {
  const object = asObject(value);
  if (!object) return [];
  const known = expected as Readonly<Record<string, Schema>>;
  const named = Object.entries(known).flatMap(([key, inner]) =>
    Object.hasOwn(object, key) ? faults(object[key], inner, inside(context, key)) : [],
  );
  if (context.strictness === 'open' || 'additionalProperties' in schema) return named;
  return [...named, ...unknownFields(object, known, context)];
}

const unknownFields = (object: object, known: object, context: Context): readonly string[] =>
  Object.keys(object).flatMap((key) => (Object.hasOwn(known, key) ? [] : [`${context.at}/${key}: is not documented`]));

function additionalProperties(value: unknown, expected: unknown, schema: Schema, context: Context): readonly string[] {
  const object = asObject(value);
  if (!object) return [];
  const known = (schema['properties'] ?? {}) as object;
  if (expected === false) return unknownFields(object, known, context);
  return Object.entries(object).flatMap(([key, inner]) =>
    Object.hasOwn(known, key) ? [] : faults(inner, expected as Schema, inside(context, key)),
  );
}

const sized = (of: 'string' | 'array', fits: (size: number, limit: number) => boolean): Check => {
  const check: Check = (value, limit, _, context) => {
    const size =
      of === 'string' && typeof value === 'string' ? [...value].length : of === 'array' && Array.isArray(value) ? value.length : null;
    return unless(
      size === null || fits(size, Number(limit)),
      context,
      `has ${size} ${of === 'string' ? 'characters' : 'items'}, not ${limit}`,
    );
  };
  return check;
};

const CHECKS: Readonly<Record<string, Check>> = {
  type: (value, expected, _, context) =>
    unless(
      (Array.isArray(expected) ? expected : [expected]).some((type) => hasType(value, type)),
      context,
      `is ${typeOf(value)}, not ${String(expected)}`,
    ),
  const: (value, expected, _, context) => unless(value === expected, context, `is ${String(value)}, not ${String(expected)}`),
  enum: (value, expected, _, context) => unless((expected as readonly unknown[]).includes(value), context, `is ${String(value)}`),
  required: (value, expected, _, context) => {
    const object = asObject(value);
    return object ? (expected as readonly string[]).flatMap((key) => unless(Object.hasOwn(object, key), context, `lacks ${key}`)) : [];
  },
  properties,
  additionalProperties,
  propertyNames: (value, expected, _, context) =>
    Object.keys(asObject(value) ?? {}).flatMap((key) => faults(key, expected as Schema, inside(context, key))),
  items: (value, expected, _, context) =>
    Array.isArray(value) ? value.flatMap((item, index) => faults(item, expected as Schema, inside(context, index))) : [],
  anyOf,
  oneOf: anyOf,
  pattern: (value, expected, _, context) =>
    unless(typeof value !== 'string' || new RegExp(String(expected), 'u').test(value), context, `does not match ${String(expected)}`),
  minimum: (value, limit, _, context) => unless(typeof value !== 'number' || value >= Number(limit), context, `is below ${limit}`),
  maximum: (value, limit, _, context) => unless(typeof value !== 'number' || value <= Number(limit), context, `is above ${limit}`),
  minLength: sized('string', (size, limit) => size >= limit),
  maxLength: sized('string', (size, limit) => size <= limit),
  minItems: sized('array', (size, limit) => size >= limit),
  maxItems: sized('array', (size, limit) => size <= limit),
};
