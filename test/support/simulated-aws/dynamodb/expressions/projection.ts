import { type AttributeValue, attributeOf, type Item } from '../values/attribute-value.ts';
import { clashOf, type DocumentPath, formatPath } from './document-path.ts';
import type { Placeholders } from './placeholders.ts';
import { TokenReader } from './token-reader.ts';

export const parseProjection = (expression: string, placeholders: Placeholders): readonly DocumentPath[] => {
  const reader = new TokenReader('ProjectionExpression', expression, placeholders);
  const paths = reader.list(() => reader.path());
  reader.expectEnd();
  refuseClash(reader, paths);
  return paths;
};

export const refuseClash = (reader: TokenReader, paths: readonly DocumentPath[]): void => {
  const clash = clashOf(paths);
  if (clash === undefined) return;
  throw reader.refusal(
    `Two document paths ${clash.how} with each other; must remove or rewrite one of these paths; path one: ${formatPath(clash.one)}, path two: ${formatPath(clash.two)}`,
  );
};

/** The parts of the item that the paths name, in their places; list elements close ranks: l[0], l[2] of [a, b, c] gives [a, c]. */
export const project = (item: Item, paths: readonly DocumentPath[]): Item => {
  const projected = select({ M: item }, paths);
  return projected !== undefined && 'M' in projected ? projected.M : {};
};

type Steps = readonly (string | number)[];

const select = (value: AttributeValue | undefined, paths: readonly Steps[]): AttributeValue | undefined => {
  if (value === undefined || paths.some((path) => path.length === 0)) return value;
  const deeper = Map.groupBy(paths, ([first]) => first);
  if ('M' in value) return selectMembers(value.M, deeper);
  return 'L' in value ? selectElements(value.L, deeper) : undefined;
};

const selectMembers = (members: Item, deeper: ReadonlyMap<unknown, readonly Steps[]>): AttributeValue | undefined => {
  const selected = [...deeper].flatMap(([name, paths]) => {
    const found = typeof name === 'string' ? select(attributeOf(members, name), paths.map(tail)) : undefined;
    return found === undefined ? [] : [[name, found]];
  });
  return selected.length === 0 ? undefined : { M: Object.fromEntries(selected) };
};

const selectElements = (
  elements: readonly AttributeValue[],
  deeper: ReadonlyMap<unknown, readonly Steps[]>,
): AttributeValue | undefined => {
  const selected = elements.flatMap((element, index) => {
    const paths = deeper.get(index);
    const found = paths === undefined ? undefined : select(element, paths.map(tail));
    return found === undefined ? [] : [found];
  });
  return selected.length === 0 ? undefined : { L: selected };
};

const tail = ([, ...rest]: Steps): Steps => rest;
