import { parseKeyCondition } from '../expressions/key-condition.ts';
import { Placeholders } from '../expressions/placeholders.ts';
import { invalid } from '../service-error.ts';
import { keyAttributesOf } from '../storage/key-schema.ts';
import type { OperationContext } from './context.ts';
import type { QueryInput } from './inputs.ts';
import { readPage } from './read-page.ts';
import { checkAgainstSource, checkReadInput, namesIn, present, type Selection, selectionOf } from './read-request.ts';
import { type ReadSource, sourceOf, startPosition } from './read-source.ts';

export const query = (context: OperationContext, input: QueryInput) => {
  checkReadInput(input);
  if (input.KeyConditionExpression === undefined) {
    throw invalid('Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.');
  }
  const source = sourceOf(context.table(input.TableName), input);
  const placeholders = new Placeholders(input, true);
  const range = parseKeyCondition(input.KeyConditionExpression, placeholders, source.keys);
  const selection = selectionOf(input, placeholders);
  placeholders.refuseUnused();
  checkAgainstSource(input, source, selection);
  refuseFilterOnKeys(source, selection);
  const startAfter = startPosition(source, input.ExclusiveStartKey);
  if (startAfter !== undefined && range(startAfter) !== 0) {
    throw invalid('The provided starting key is outside query boundaries based on provided conditions');
  }
  const { entries } = source;
  const page = readPage({ entries, run: entries.run(range), forward: input.ScanIndexForward !== false, startAfter, limit: input.Limit });
  return present(input, { source, page, selection });
};

const refuseFilterOnKeys = ({ keys }: ReadSource, { filter }: Selection): void => {
  const keyNames = keyAttributesOf(keys).map(({ name }) => name);
  const filtered = namesIn(filter).find((name) => keyNames.includes(name));
  if (filtered === undefined) return;
  throw invalid(`Filter Expression can only contain non-primary key attributes: Primary key attribute: ${filtered}`);
};
