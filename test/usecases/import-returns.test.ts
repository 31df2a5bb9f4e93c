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

const returnFile = sourceOf(camt(returned('30.00'), { id: 'S2' }));

test('a return that a file tells before its payment takes the money back when the payment comes, and no second time', async () => {
  const { deps, open, received } = statementImports();
  await open('FIRST-2026-01');
  expect((await importStatement(deps, returnFile)).tally).toMatchObject({ reversed: 0, ignored: 1 });
  expect((await importStatement(deps, sourceOf(camt(credit)))).tally).toMatchObject({ applied: 1, reversed: 1 });
  expect((await importStatement(deps, sourceOf(camt(credit)))).tally).toMatchObject({ duplicates: 1, reversed: 0 });
  expect((await importStatement(deps, returnFile)).tally).toMatchObject({ duplicates: 1, reversed: 0 });
  expect(await received('FIRST-2026-01')).toBe(0);
});

test('a payment that is recorded while its return looks for it is taken back', async () => {
  const { deps, open, received } = statementImports();
  await open('FIRST-2026-01');
  const keepReturn: typeof deps.entries.keepReturn = async (kept) => {
    await importStatement(deps, sourceOf(camt(credit))); // finds nothing kept
    return deps.entries.keepReturn(kept);
  };
  const { tally } = await importStatement({ ...deps, entries: { ...deps.entries, keepReturn } }, returnFile);
  expect([tally.reversed, await received('FIRST-2026-01')]).toEqual([1, 0]);
});

test('a return told early that may be of several payments is told as rejected, with where it stood', async () => {
  const { deps, open, received } = statementImports();
  await open('FIRST-2026-01');
  await importStatement(deps, returnFile);
  const { tally } = await importStatement(deps, sourceOf(camt(credit + credit.replaceAll('bank-1', 'bank-2'))));
  expect(tally).toMatchObject({ applied: 2, reversed: 0, rejectedTotal: 1, rejected: [{ entry: 1 }] });
  expect(tally.rejected[0]?.detail).toMatch(/^told by an earlier file: .*2 payments/);
  expect(await received('FIRST-2026-01')).toBe(6_000);
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

test('an upload that another run has imported meanwhile stays imported', async () => {
  const { deps, uploads, open } = statementImports();
  await open('FIRST-2026-01');
  const waiting = { status: 'waiting' } as const;
  await uploads.create({ uploadId: 'U', by: 'bank', createdAt: '2026-11-22T10:00:00Z', contentType: 'application/xml', progress: waiting });
  const files = { open: () => sourceOf(camt(credit)).open() };
  const slow: typeof uploads = {
    ...uploads,
    read: async (uploadId) => {
      const seen = await uploads.read(uploadId);
      await importUpload({ ...deps, uploads, files, hasTime: () => true }, uploadId);
      return seen;
    },
  };
  expect(await importUpload({ ...deps, uploads: slow, files, hasTime: () => false }, 'U')).toBe('ended');
  expect((await uploads.read('U'))?.progress).toMatchObject({ status: 'done', state: { tally: { applied: 1 } } });
});
