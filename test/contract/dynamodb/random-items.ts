import * as fc from 'fast-check';

export type Document = Record<string, unknown>;

/** Few keys, so that requests meet. */
export const small = fc.integer({ min: 0, max: 2 });
export const key = fc.record({ pk: small, sk: small });
const conditions = [
  undefined,
  undefined,
  undefined,
  'attribute_exists(pk)',
  'attribute_not_exists(pk)',
  'n > :one',
  'NOT n BETWEEN :one AND :two',
  'attribute_type(tags, :ss) AND size(tags) > :one',
  'contains(tags, :a) OR n IN (:one, :two)',
  'm.k = :two AND attribute_exists(team)',
] as const;
export const condition = fc.constantFrom(...conditions);
/** Free of what the emulator is known to do otherwise: an update that only removes, and positions beyond a list's end. */
export const updates = [
  'SET n = :two',
  'SET n = if_not_exists(n, :one) + :two REMOVE ranking',
  'SET n = n - :two',
  'ADD n :one, tags :tags',
  'ADD tags :tags SET m = :map',
  'SET m.k = :one',
  'SET l = list_append(if_not_exists(l, :list), :list) DELETE tags :tags',
  'SET team = :team, ranking = :one',
  'SET ranking = :two REMOVE l',
  'REMOVE team SET n = :one',
] as const;

const values = (prefix: string): Document => ({
  ':one': 1,
  ':two': 2.5,
  ':a': 'a',
  ':ss': 'SS',
  ':tags': new Set(['a', 'c']),
  ':map': { k: 2.5, deep: [1, null] },
  ':list': ['x'],
  ':team': `${prefix}t0`,
});

/** The values that the expressions use, and no others: leftovers are refused. */
export const used = (prefix: string, ...expressions: readonly (string | undefined)[]): Document | undefined => {
  const words = new Set(expressions.flatMap((each) => each?.match(/:\w+/g) ?? []));
  const entries = Object.entries(values(prefix)).filter(([name]) => words.has(name));
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
};

type Key = { readonly pk: number; readonly sk: number };
export const keyIn = (prefix: string, { pk, sk }: Key): Document => ({ pk: `${prefix}p${pk}`, sk: `s${sk}` });

export const attributes = fc.record(
  {
    n: fc.constantFrom(0, 1, 2.5, -3),
    team: small,
    ranking: fc.integer({ min: -1, max: 2 }),
    tags: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }),
    l: fc.array(small, { maxLength: 2 }),
    a: fc.constantFrom('', 'a', 'x'.repeat(1100)),
  },
  { requiredKeys: [] },
);
type Attributes = typeof attributes extends fc.Arbitrary<infer Value> ? Value : never;

export const itemIn = (prefix: string, itemKey: Key, { team, tags, ...rest }: Attributes): Document => ({
  ...keyIn(prefix, itemKey),
  ...rest,
  ...(team !== undefined && { team: `${prefix}t${team}` }),
  ...(tags && { tags: new Set(tags) }),
});
