import { readStatement, type StatementOptions } from './read-statement.ts';
import type { StatementFormat, StatementItem } from './statement-item.ts';

export interface StatementSummary {
  readonly format: StatementFormat;
  readonly version?: string;
  /** What stands in the file: credits + returns + ignored + rejected, each payment of a batch for itself. */
  readonly entries: number;
  readonly credits: number;
  readonly returns: number;
  readonly ignored: number;
  readonly rejected: number;
}

/**
 * Reads a file to its end and keeps nothing: whoever imports does this first, because a file that can't be read whole must change
 * nothing, and the trouble may stand in its last line. Costs one more pass over the bytes, which is cheap beside recording payments.
 * @throws StatementError
 */
export async function checkStatement(source: AsyncIterable<Uint8Array>, options: StatementOptions = {}): Promise<StatementSummary> {
  const counts = { credit: 0, return: 0, ignored: 0, rejected: 0, balance: 0, format: 0 } satisfies Record<StatementItem['kind'], number>;
  let recognised: Pick<StatementSummary, 'format' | 'version'> | undefined;
  for await (const item of readStatement(source, options)) {
    counts[item.kind]++;
    if (item.kind === 'format') recognised = { format: item.format, ...(item.version && { version: item.version }) };
  }
  if (!recognised) throw new Error('a statement was read to its end without being recognised');
  const { credit, return: returns, ignored, rejected } = counts;
  return { ...recognised, entries: credit + returns + ignored + rejected, credits: credit, returns, ignored, rejected };
}
