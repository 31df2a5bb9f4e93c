import fc from 'fast-check';
import { type Document, resolve, type Schema } from './conforms.ts';

/** Values that fit a schema of the document, and values that nobody should send. */
export function fitting(schema: Schema, document: Document): fc.Arbitrary<unknown> {
  const { $ref, anyOf, oneOf, enum: words, const: constant, type, pattern } = schema;
  if (typeof $ref === 'string') return fitting(resolve($ref, document), document);
  const options = (anyOf ?? oneOf) as readonly Schema[] | undefined;
  if (options) return fc.oneof(...options.map((option) => fitting(option, document)));
  if (Array.isArray(words)) return fc.constantFrom(...words);
  if (constant !== undefined) return fc.constant(constant);
  if (schema['format'] === 'date') return fc.constantFrom('2026-12-01', '2027-02-28', '2028-02-29');
  if (typeof pattern === 'string') return fc.constantFrom('1250.00', 'UAH', 'a1');
  switch (type) {
    case 'object':
      return fittingObject(schema, document);
    case 'array':
      return fc.array(fitting(schema['items'] as Schema, document), { minLength: Number(schema['minItems'] ?? 0), maxLength: 4 });
    case 'integer':
      return fc.integer({ min: Number(schema['minimum'] ?? -5), max: Math.min(Number(schema['maximum'] ?? 100), 1000) });
    case 'number':
      return fc.double({ min: 0, max: 1e6, noNaN: true });
    case 'boolean':
      return fc.boolean();
    default:
      return fc.string({ minLength: Number(schema['minLength'] ?? 0), maxLength: 30, unit: 'grapheme' });
  }
}

function fittingObject(schema: Schema, document: Document): fc.Arbitrary<unknown> {
  const properties = (schema['properties'] ?? {}) as Readonly<Record<string, Schema>>;
  const named = Object.fromEntries(Object.entries(properties).map(([key, inner]) => [key, fitting(inner, document)]));
  const required = (schema['required'] ?? []) as string[];
  const others = schema['additionalProperties'] as Schema | false | undefined;
  const byKey = required.filter((key) => !(key in properties)).map((key) => [key, fitting(others || {}, document)] as const);
  return fc.record({ ...named, ...Object.fromEntries(byKey) }, { requiredKeys: required });
}

const deep = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);

const PROTOTYPE_KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', ''];

/** Each of these has broken somebody's server. */
export const hostile: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -0, -1, 1e308, 2 ** 53, 0.1, '', ' ', [], {}, [[]], [null], 'x'.repeat(100_000), deep(2_000)),
  fc.constantFrom('\ud800', '\udfff\ud800', '\u0000', 'a\u0007b', '\u202eevil', '\ufeff', '\u2028', '💥'.repeat(64), 'Ω'.repeat(65)),
  fc.constantFrom(
    '2026-02-30',
    '9999-12-31',
    '0000-01-01',
    '+010000-01-01',
    '-1',
    'NaN',
    '1e999',
    '999999999999999999999',
    '0.00',
    '1.005',
  ),
  fc.constantFrom(
    "' OR 1=1",
    '=cmd|calc',
    '../../etc/passwd',
    '<script>',
    '%24%7Bjndi:ldap:x%7D',
    '#',
    '~',
    '%',
    '/',
    'a#b',
    'attribute_not_exists(x)',
  ),
  fc.constantFrom(...PROTOTYPE_KEYS).map((key) => JSON.parse(`{${JSON.stringify(key)}:{"polluted":true}}`)),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.jsonValue(),
);

/** A fitting value with one place of it broken: another value, a field gone, a field more, or a key that every object has. */
export const broken = (sound: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .tuple(sound, hostile, fc.nat(), fc.constantFrom('replace', 'remove', 'add'), fc.constantFrom('amuont', ...PROTOTYPE_KEYS))
    .map(([value, bad, place, how, key]) => breakAt(value, { bad, place, how, key }));

interface Break {
  readonly bad: unknown;
  readonly place: number;
  readonly how: string;
  readonly key: string;
}

function breakAt(value: unknown, { bad, place, how, key }: Break): unknown {
  const copy: unknown = structuredClone(value);
  const spots = spotsOf(copy);
  const spot = spots[place % Math.max(1, spots.length)];
  if (!spot) return bad;
  const [holder, name] = spot;
  if (how === 'remove') Reflect.deleteProperty(holder, name);
  else
    Object.defineProperty(holder, how === 'add' && !Array.isArray(holder) ? key : name, {
      value: bad,
      enumerable: true,
      configurable: true,
    });
  return copy;
}

function spotsOf(value: unknown): readonly (readonly [object, string])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [[value, key] as const, ...spotsOf(inner)]);
}

const DEEP = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;

/** The text of a body: JSON mostly, else what only looks like it. */
export const bodyText = (value: fc.Arbitrary<unknown>): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 8, arbitrary: value.map((v) => JSON.stringify(v) ?? '') },
    {
      weight: 2,
      arbitrary: fc
        .tuple(value, fc.constantFrom('NaN', '1e999', '-1e999', '00', "'x'", '{"a":1,}', '"\\ud800"'))
        .map(([v, literal]) => (JSON.stringify(v) ?? '').replace(/"[^"]*"(?=[,}])/, literal)),
    },
    { weight: 1, arbitrary: value.map((v) => (JSON.stringify(v) ?? '').replace(/^\{("[^"]*":)/, '{$1null,$1')) },
    { weight: 1, arbitrary: fc.tuple(value, fc.nat(40)).map(([v, cut]) => (JSON.stringify(v) ?? '').slice(0, cut)) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '',
        ' ',
        'null',
        '[',
        '\ufeff{}',
        '\u0000',
        '['.repeat(50_000),
        DEEP,
        `{"title":${DEEP}}`,
        `{"potential":${DEEP}}`,
        `{"amount":${DEEP}}`,
      ),
    },
  );

/** Segments of a path, written as they are sent. */
export const pathSegment: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('UA-1', 'KNOWN', 'known-1', 'premium-control', 'in-suspense', 'nobody') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '%2F',
      '%00',
      '%',
      '%zz',
      '%F0%28',
      '%ED%A0%80',
      '~',
      '~~~',
      '~!!!',
      '~_w',
      '~AAAA',
      '~7aCA',
      '..',
      '%2e%2e',
      '.',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('x'.repeat(65), 'x'.repeat(6_000), '%F0%9F%92%A5'.repeat(64), '__proto__', 'constructor', '%3F%23'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 70 }).map((s) => encodeURIComponent(s)) },
);

const cursor = (fields: unknown): string => Buffer.from(JSON.stringify(fields)).toString('base64url');

export const queryValue: fc.Arbitrary<string> = fc.constantFrom(
  ...['0', '101', 'abc', '-1', '1.5', '1e2', '', '1', '100', 'true', 'A', 'open', 'suspense', 'UA-1', 'KNOWN', 'uk', 'xx'],
  ...['%00', '%', '%ED%A0%80', '%F0%9F%92%A5', 'x'.repeat(2_000), '%0A', '__proto__'],
  ...[{}, { policyNumber: 'KNOWN' }, { from: '1' }, { from: '-1' }, { from: '1e400' }, { __proto__x: '' }, { a: '' }, [], ['a']].map(
    cursor,
  ),
  ...[{ clientId: '' }, { clientId: 'UA-1', policyNumber: 'KNOWN' }, { paymentId: 'known-1' }, { policyNumber: '\u0000' }].map(cursor),
);
