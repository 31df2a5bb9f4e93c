import { invalid, invalidParameter } from '../service-error.ts';
import { type AttributeValue, attributeTypes, type Item, type SetType, setOf, typeOf } from './attribute-value.ts';
import { formatDecimal, parseDecimal } from './decimal.ts';

/** A scalar counts as one level: 31 lists around a string are the deepest that fits. */
const DEEPEST_NESTING = 32;

export const normaliseItem = (item: Item): Item => normaliseMembers(item, 1);

/** Checks a value as DynamoDB does before it looks at any table, and writes its numbers in the one canonical way. */
export const normaliseValue = (value: AttributeValue, depth = 1): AttributeValue => {
  refuseUnlessOneType(value);
  if (depth > DEEPEST_NESTING) {
    throw invalid('Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit');
  }
  if ('N' in value) return { N: formatDecimal(parseDecimal(value.N)) };
  if ('L' in value) return { L: value.L.map((each) => normaliseValue(each, depth + 1)) };
  if ('M' in value) return { M: normaliseMembers(value.M, depth + 1) };
  if ('NULL' in value && !value.NULL) throw invalidParameter('Null attribute value types must have the value of true');
  if ('SS' in value) return normaliseSet('SS', value.SS);
  if ('NS' in value)
    return normaliseSet(
      'NS',
      value.NS.map((each) => formatDecimal(parseDecimal(each))),
    );
  return 'BS' in value ? normaliseSet('BS', value.BS) : value;
};

const normaliseMembers = (members: Item, depth: number): Item =>
  Object.fromEntries(Object.entries(members).map(([name, value]) => [name, normaliseValue(value, depth)]));

const refuseUnlessOneType = (value: AttributeValue): void => {
  const types = Object.keys(value).length;
  if (types > 1)
    throw invalid('Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes');
  if (types === 0 || !attributeTypes.includes(typeOf(value))) {
    throw invalid('Supplied AttributeValue is empty, must contain exactly one of the supported datatypes');
  }
};

const setNames: Readonly<Record<SetType, string>> = { SS: 'string', NS: 'number', BS: 'binary' };

const normaliseSet = (type: SetType, members: readonly string[]): AttributeValue => {
  if (members.length === 0) throw invalidParameter(`An ${setNames[type]} set  may not be empty`);
  if (new Set(members).size < members.length) {
    throw type === 'NS'
      ? invalid('Input collection contains duplicates')
      : invalidParameter(`Input collection [${members.join(', ')}] contains duplicates.`);
  }
  return setOf(type, members);
};
