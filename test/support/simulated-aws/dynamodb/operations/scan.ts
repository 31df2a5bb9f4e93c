import { Placeholders } from '../expressions/placeholders.ts';
import type { OperationContext } from './context.ts';
import type { ScanInput } from './inputs.ts';
import { readPage } from './read-page.ts';
import { checkAgainstSource, checkReadInput, present, selectionOf } from './read-request.ts';
import { sourceOf, startPosition } from './read-source.ts';

export const scan = (context: OperationContext, input: ScanInput) => {
  checkReadInput(input);
  const placeholders = new Placeholders(input, input.FilterExpression !== undefined || input.ProjectionExpression !== undefined);
  const selection = selectionOf(input, placeholders);
  placeholders.refuseUnused();
  const source = sourceOf(context.table(input.TableName), input);
  checkAgainstSource(input, source, selection);
  const { entries } = source;
  const startAfter = startPosition(source, input.ExclusiveStartKey);
  const page = readPage({ entries, run: { from: 0, to: entries.length }, forward: true, startAfter, limit: input.Limit });
  return present(input, { source, page, selection });
};
