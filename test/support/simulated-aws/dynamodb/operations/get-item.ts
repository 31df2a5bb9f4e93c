import type { DocumentPath } from '../expressions/document-path.ts';
import { type PlaceholderInput, Placeholders } from '../expressions/placeholders.ts';
import { parseProjection, project } from '../expressions/projection.ts';
import { readUnits } from '../storage/capacity.ts';
import { checkKey } from '../storage/key-schema.ts';
import type { Table } from '../storage/table.ts';
import type { Item } from '../values/attribute-value.ts';
import { sizeOfItem } from '../values/item-size.ts';
import { normaliseItem } from '../values/normalise-value.ts';
import { checkReporting, reportOne } from './consumed-capacity.ts';
import type { OperationContext } from './context.ts';
import type { GetItemInput } from './inputs.ts';
import { refuseMissing } from './parameters.ts';

export const getItem = (context: OperationContext, input: GetItemInput) => {
  refuseMissing(input, ['TableName', 'Key']);
  checkReporting(input);
  const paths = projectionOf(input);
  const table = context.table(input.TableName);
  const { item, bytes } = read(table, input.Key, paths);
  return {
    ...(item && { Item: item }),
    ...reportOne(input, table.name, { table: readUnits(bytes, input.ConsistentRead === true), indexes: {} }),
  };
};

type ProjectionInput = Pick<PlaceholderInput, 'ExpressionAttributeNames'> & { readonly ProjectionExpression?: string };

export const projectionOf = (input: ProjectionInput): readonly DocumentPath[] | undefined => {
  const { ProjectionExpression, ExpressionAttributeNames } = input;
  const placeholders = new Placeholders(
    ExpressionAttributeNames === undefined ? {} : { ExpressionAttributeNames },
    ProjectionExpression !== undefined,
  );
  const paths = ProjectionExpression === undefined ? undefined : parseProjection(ProjectionExpression, placeholders);
  placeholders.refuseUnused();
  return paths;
};

/** One item by its key, projected. `bytes` are those of the whole item: a projection saves no capacity. */
export const read = (
  table: Table,
  key: Item,
  paths: readonly DocumentPath[] | undefined,
): { readonly item: Item | undefined; readonly bytes: number } => {
  const item = table.get(checkKey(table.keys, normaliseItem(key)));
  if (item === undefined) return { item, bytes: 0 };
  return { item: paths === undefined ? item : project(item, paths), bytes: sizeOfItem(item) };
};
