import { expect, test } from 'vitest';
import { benchStatements } from '../../infra/tools/bench-statements.ts';
import { checkStatement } from '../../shared/bank-formats/check-statement.ts';
import { largeCamt053, largeMt940 } from '../support/large-statements.ts';

test.each([
  ['camt.053', largeCamt053],
  ['MT940', largeMt940],
])('%s of 5,000 entries: every hundredth is a debit', async (_, source) => {
  expect(await checkStatement(source(5_000))).toMatchObject({ entries: 5_000, credits: 4_950, ignored: 50, rejected: 0 });
});

test('100,000 entries are read in no more than 256 MB above idle', { timeout: 180_000 }, async () => {
  const measured = await benchStatements(100_000, ['camt.053', 'MT940']);
  expect(measured.map(({ entries }) => entries)).toEqual([100_000, 100_000]);
  for (const { rssAboveIdleMb } of measured) expect(rssAboveIdleMb).toBeLessThanOrEqual(256);
});
