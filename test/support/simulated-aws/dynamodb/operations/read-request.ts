import type { Condition, Operand } from '../expressions/condition.ts';
import { satisfies } from '../expressions/condition-evaluator.ts';
import { parseCondition } from '../expressions/condition-parser.ts';
import type { DocumentPath } from '../expressions/document-path.ts';
import type { Placeholders } from '../expressions/placeholders.ts';
import { parseProjection, project } from '../expressions/projection.ts';
import { invalid, invalidParameter } from '../service-error.ts';
import { type Consumption, readUnits } from '../storage/capacity.ts';
import { checkReporting, reportOne } from './consumed-capacity.ts';
import type { ScanInput } from './inputs.ts';
import { refuseMissing, refuseOther, violation } from './parameters.ts';
import type { Page } from './read-page.ts';
import { continuationOf, type ReadSource, refuseUnprojected } from './read-source.ts';

/** What query and scan have in common: what is filtered, what is returned, and how the page is presented. */
export type Selection = {
  readonly filter: Condition | undefined;
  readonly projection: readonly DocumentPath[] | undefined;
  readonly countOnly: boolean;
};

export const checkReadInput = (input: ScanInput): void => {
  refuseMissing(input, ['TableName']);
  checkReporting(input);
  refuseOther('Select', input.Select, ['SPECIFIC_ATTRIBUTES', 'COUNT', 'ALL_ATTRIBUTES', 'ALL_PROJECTED_ATTRIBUTES']);
  const { Limit, Select, ProjectionExpression } = input;
  if (Limit !== undefined && Limit < 1)
    throw violation("Value at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1");
  if (Select === 'SPECIFIC_ATTRIBUTES' && ProjectionExpression === undefined) {
    throw violation('Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES');
  }
  if (ProjectionExpression !== undefined && Select !== undefined && Select !== 'SPECIFIC_ATTRIBUTES') {
    throw invalid(`Cannot specify the ProjectionExpression when choosing to get ${Select === 'COUNT' ? 'only the Count' : Select}`);
  }
};

export const selectionOf = (input: ScanInput, placeholders: Placeholders): Selection => ({
  filter: input.FilterExpression === undefined ? undefined : parseCondition('FilterExpression', input.FilterExpression, placeholders),
  projection: input.ProjectionExpression === undefined ? undefined : parseProjection(input.ProjectionExpression, placeholders),
  countOnly: input.Select === 'COUNT',
});

export const checkAgainstSource = ({ Select }: ScanInput, source: ReadSource, { filter, projection = [] }: Selection): void => {
  if (Select === 'ALL_PROJECTED_ATTRIBUTES' && source.index === undefined) {
    throw invalid('ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName');
  }
  if (Select === 'ALL_ATTRIBUTES' && source.index?.projected !== undefined) {
    throw invalidParameter(
      `Select type ALL_ATTRIBUTES is not supported for global secondary index ${source.index.name} because its projection type is not ALL`,
    );
  }
  refuseUnprojected(
    source,
    projection.map(([name]) => name),
    '',
  );
  refuseUnprojected(source, namesIn(filter), 'one or more filter attributes: ');
};

/** The top-level attributes that a condition looks at. */
export const namesIn = (condition: Condition | undefined): readonly string[] => {
  switch (condition?.kind) {
    case undefined:
      return [];
    case 'and':
    case 'or':
      return [...namesIn(condition.left), ...namesIn(condition.right)];
    case 'not':
      return namesIn(condition.condition);
    case 'exists':
      return [condition.path[0]];
    case 'comparison':
      return operandNames([condition.left, condition.right]);
    case 'between':
      return operandNames([condition.operand, condition.low, condition.high]);
    case 'in':
      return operandNames([condition.operand, ...condition.candidates]);
    case 'type':
      return operandNames([condition.operand]);
    case 'beginsWith':
      return operandNames([condition.operand, condition.prefix]);
    case 'contains':
      return operandNames([condition.operand, condition.element]);
  }
};

const operandNames = (operands: readonly Operand[]): readonly string[] =>
  operands.flatMap((operand) => (operand.kind === 'value' ? [] : [operand.path[0]]));

/** Capacity is that of all that was read, before the filter. */
export const present = (
  input: ScanInput,
  { source, page, selection }: { readonly source: ReadSource; readonly page: Page; readonly selection: Selection },
) => {
  const { filter, projection, countOnly } = selection;
  const items = page.entries.map(({ item }) => item).filter((item) => filter === undefined || satisfies(item, filter));
  return {
    ...(!countOnly && { Items: projection === undefined ? items : items.map((item) => project(item, projection)) }),
    Count: items.length,
    ScannedCount: page.entries.length,
    ...(page.last && { LastEvaluatedKey: continuationOf(source, page.last.item) }),
    ...reportOne(input, input.TableName, consumptionOf(source, readUnits(page.bytes, input.ConsistentRead === true))),
  };
};

const consumptionOf = ({ index }: ReadSource, units: number): Consumption =>
  index === undefined ? { table: units, indexes: {} } : { table: 0, indexes: { [index.name]: units } };
