import { invalid } from '../service-error.ts';
import { type AttributeValue, attributeOf, type Item, withAttribute, withoutAttribute } from '../values/attribute-value.ts';
import type { DocumentPath } from './document-path.ts';

/** What becomes of the value at a path; undefined means absent, before and after. */
export type Edit = (current: AttributeValue | undefined) => AttributeValue | undefined;

/** A copy of the item with the value at the path edited. Everything on the way there must exist and be of the right shape. */
export const editItem = (item: Item, [first, ...rest]: DocumentPath, edit: Edit): Item => {
  const current = attributeOf(item, first);
  const edited = rest.length === 0 ? edit(current) : editWithin(current, rest, edit);
  return edited === undefined ? withoutAttribute(item, first) : withAttribute(item, first, edited);
};

const editWithin = (container: AttributeValue | undefined, [step, ...rest]: readonly (string | number)[], edit: Edit): AttributeValue => {
  if (container !== undefined && 'M' in container && typeof step === 'string') return { M: editItem(container.M, [step, ...rest], edit) };
  if (container !== undefined && 'L' in container && typeof step === 'number') return { L: editElement(container.L, step, rest, edit) };
  throw invalid('The document path provided in the update expression is invalid for update');
};

/** An element beyond the end is appended, wherever the index points. */
const editElement = (
  elements: readonly AttributeValue[],
  index: number,
  rest: readonly (string | number)[],
  edit: Edit,
): readonly AttributeValue[] => {
  const current = elements[index];
  const edited = rest.length === 0 ? edit(current) : editWithin(current, rest, edit);
  if (current === undefined) return edited === undefined ? elements : [...elements, edited];
  return edited === undefined ? elements.toSpliced(index, 1) : elements.with(index, edited);
};
