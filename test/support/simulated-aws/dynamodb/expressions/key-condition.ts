import { invalid, invalidParameter } from '../service-error.ts';
import type { KeyAttribute, KeySchema } from '../storage/key-schema.ts';
import { isEmptyKeyValue, keyAttributesOf } from '../storage/key-schema.ts';
import { type Position, partitionPosition } from '../storage/position.ts';
import { type AttributeValue, typeOf } from '../values/attribute-value.ts';
import { sortable } from '../values/compare-values.ts';
import type { Comparator, Condition, Operand } from './condition.ts';
import { parseCondition } from './condition-parser.ts';
import type { DocumentPath } from './document-path.ts';
import { refusal } from './expression-lexer.ts';
import type { Placeholders } from './placeholders.ts';

type SortOperator = Exclude<Comparator, '<>'> | 'between' | 'beginsWith';
type KeyTest = { readonly attribute: string; readonly operator: SortOperator; readonly values: readonly AttributeValue[] };

/** Where a position stands to the queried range: before (< 0), within (0) or after (> 0). */
export type KeyRange = (position: Position) => number;

/** partition = :p [ AND sort (= | < | <= | > | >= | BETWEEN | begins_with) … ], in either order. */
export const parseKeyCondition = (expression: string, placeholders: Placeholders, schema: KeySchema): KeyRange => {
  const tests = conjuncts(parseCondition('KeyConditionExpression', expression, placeholders)).map(keyTest);
  const [partition, sort] = schema;
  const partitionTest = tests.find(({ attribute }) => attribute === partition.name);
  if (partitionTest === undefined) throw invalid(`Query condition missed key schema element: ${partition.name}`);
  if (partitionTest.operator !== '=') throw invalid('Query key condition not supported');
  const others = tests.filter((test) => test !== partitionTest);
  const sortTest = others.find(({ attribute }) => attribute === sort?.name);
  if (others.length > 1 || others[0] !== sortTest)
    throw invalid(`Query condition missed key schema element: ${sort?.name ?? partition.name}`);
  for (const test of tests) checkValues(test, schema);
  return rangeOf(partitionTest, sortTest);
};

const conjuncts = (condition: Condition): readonly Condition[] =>
  condition.kind === 'and' ? [...conjuncts(condition.left), ...conjuncts(condition.right)] : [condition];

const keyTest = (condition: Condition): KeyTest => {
  switch (condition.kind) {
    case 'comparison':
      return comparisonTest(condition.comparator, condition.left, condition.right);
    case 'between':
      return { attribute: keyName(condition.operand), operator: 'between', values: [condition.low, condition.high].map(keyValue) };
    case 'beginsWith':
      return { attribute: keyName(condition.operand), operator: 'beginsWith', values: [keyValue(condition.prefix)] };
    default:
      throw refused(`Invalid operator used in KeyConditionExpression: ${condition.kind.toUpperCase()}`);
  }
};

const mirrored = { '=': '=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const;

const comparisonTest = (comparator: Comparator, left: Operand, right: Operand): KeyTest => {
  if (comparator === '<>') throw refused('Invalid operator used in KeyConditionExpression: <>');
  return left.kind === 'value'
    ? { attribute: keyName(right), operator: mirrored[comparator], values: [keyValue(left)] }
    : { attribute: keyName(left), operator: comparator, values: [keyValue(right)] };
};

const keyName = (operand: Operand): string => {
  if (operand.kind !== 'path') throw refused('KeyConditionExpressions must compare key attributes with values');
  const [name, ...nested]: DocumentPath = operand.path;
  if (nested.length > 0) throw refused('KeyConditionExpressions cannot have conditions on nested attributes');
  return name;
};

const keyValue = (operand: Operand): AttributeValue => {
  if (operand.kind === 'value') return operand.value;
  throw refused('KeyConditionExpressions must compare key attributes with values');
};

const refused = (reason: string) => refusal('KeyConditionExpression', reason);

const checkValues = ({ attribute, values }: KeyTest, schema: KeySchema): void => {
  const type = keyAttributesOf(schema).find(({ name }: KeyAttribute) => name === attribute)?.type;
  for (const value of values) {
    if (typeOf(value) !== type) throw invalidParameter('Condition parameter type does not match schema type');
    if (isEmptyKeyValue(value)) {
      throw invalid(
        `One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: ${attribute}`,
      );
    }
  }
};

const rangeOf = (partitionTest: KeyTest, sortTest: KeyTest | undefined): KeyRange => {
  const [partition] = partitionTest.values;
  if (partition === undefined) throw refused('the partition key needs a value');
  const wanted = partitionPosition(partition);
  const side = sortTest === undefined ? () => 0 : sortSide(sortTest.operator, sortTest.values.map(sortable));
  return ([hash, encoded, sort = '']) => compareText(hash, wanted[0]) || compareText(encoded, wanted[1]) || side(sort);
};

const compareText = (a: string, b: string): number => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};

const sortSide = (operator: SortOperator, [first = '', last = first]: readonly string[]): ((sort: string) => number) => {
  switch (operator) {
    case '=':
    case 'between':
      return (sort) => (sort < first ? -1 : Number(sort > last));
    case '<':
      return (sort) => Number(sort >= first);
    case '<=':
      return (sort) => Number(sort > first);
    case '>':
      return (sort) => -Number(sort <= first);
    case '>=':
      return (sort) => -Number(sort < first);
    case 'beginsWith':
      return (sort) => (sort.startsWith(first) ? 0 : compareText(sort, first));
  }
};
