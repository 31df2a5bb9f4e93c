import { expect, test } from 'vitest';
import { importStatement } from '../../shared/usecases/import-statement.ts';
import { importUpload } from '../../shared/usecases/import-upload.ts';
import { batch, camt, entry, refs, text } from '../bank-formats/camt-text.ts';
import { sourceOf, statementImports } from '../support/statement-imports.ts';

/** 30.00 for policy P-1 under end-to-end id END-1, to our account …6001. */
const IBAN = 'UA213223130000026007233566001';
const OTHER_IBAN = 'UA573543470006762462054925026';
const credit = entry({
  reference: 'bank-1',
  amount: '30.00',
  details: batch(refs('<EndToEndId>END-1</EndToEndId>') + text('FIRST-2026-01')),
});
const returned = (amount: string) =>
  entry({ reference: 'back-1', amount, mark: 'DBIT', details: batch(`${refs('<EndToEndId>END-1</EndToEndId>')}<RtrInf/>`) });

async function after(amount: string, account: string) {
  const { deps, open, received } = statementImports();
  await open('FIRST-2026-01');
  await importStatement(deps, sourceOf(camt(credit)));
  const { tally } = await importStatement(deps, sourceOf(camt(returned(amount), { account, id: 'S2' })));
  return { tally, received: await received('FIRST-2026-01') };
}

test('a return takes the money back, out of the account that it came to', async () => {
  expect(await after('30.00', IBAN)).toMatchObject({ tally: { reversed: 1 }, received: 0 });
});

test.each([
  ['another account', '30.00', OTHER_IBAN],
  ['another amount', '29.99', IBAN],
])('the same reference on %s returns nothing of ours', async (_, amount, account) => {
  expect(await after(amount, account)).toMatchObject({ tally: { reversed: 0, ignored: 1 }, received: 3_000 });
});

test('an uploaded file whose event comes twice is imported once', async () => {
  const { deps, uploads, received, open } = statementImports();
  await open('FIRST-2026-01');
  const waiting = { status: 'waiting' } as const;
  await uploads.create({ uploadId: 'U', by: 'bank', createdAt: '2026-11-22T10:00:00Z', contentType: 'application/xml', progress: waiting });
  let kept = 0;
  const statements: typeof deps.statements = {
    ...deps.statements,
    keepImport: (done) => {
      kept += 1;
      return deps.statements.keepImport(done);
    },
  };
  const files = { open: () => sourceOf(camt(credit)).open() };
  const run = () => importUpload({ ...deps, statements, uploads, files, hasTime: () => true }, 'U');
  expect([await run(), await run()]).toEqual(['ended', 'ended']);
  expect([kept, await received('FIRST-2026-01')]).toEqual([1, 3_000]);
});
