import { type AttributeValue, attributeOf, type Item } from '../values/attribute-value.ts';

/** a.b[0] is ['a', 'b', 0]: a string names a map member, a number a list element. */
export type DocumentPath = readonly [string, ...(string | number)[]];

export const valueAt = (item: Item | undefined, [first, ...rest]: DocumentPath): AttributeValue | undefined => {
  let value = attributeOf(item, first);
  for (const element of rest) value = childOf(value, element);
  return value;
};

const childOf = (value: AttributeValue | undefined, element: string | number): AttributeValue | undefined => {
  if (value === undefined) return undefined;
  if (typeof element === 'number') return 'L' in value ? value.L[element] : undefined;
  return 'M' in value ? attributeOf(value.M, element) : undefined;
};

export const equalPaths = (a: DocumentPath, b: DocumentPath): boolean => a.length === b.length && isPrefix(a, b);

/** As AWS words paths in its messages: [a, b, [0]]. */
export const formatPath = (path: DocumentPath): string =>
  `[${path.map((element) => (typeof element === 'number' ? `[${element}]` : element)).join(', ')}]`;

export type PathClash = { readonly how: 'overlap' | 'conflict'; readonly one: DocumentPath; readonly two: DocumentPath };

/** The first two paths that cannot stand in one expression: one contains the other, or they take the same value for a list and for a map. */
export const clashOf = (paths: readonly DocumentPath[]): PathClash | undefined => {
  for (const [index, two] of paths.entries()) {
    for (const one of paths.slice(0, index)) {
      if (isPrefix(one, two) || isPrefix(two, one)) return { how: 'overlap', one, two };
      if (typeof divergence(one, two).one !== typeof divergence(one, two).two) return { how: 'conflict', one, two };
    }
  }
  return undefined;
};

const isPrefix = (prefix: DocumentPath, path: DocumentPath): boolean =>
  prefix.length <= path.length && prefix.every((element, index) => path[index] === element);

const divergence = (one: DocumentPath, two: DocumentPath) => {
  const at = one.findIndex((element, index) => two[index] !== element);
  return { one: one[at], two: two[at] };
};
