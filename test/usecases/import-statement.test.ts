import { describe, expect, test } from 'vitest';
import { importStatement } from '../../shared/usecases/import-statement.ts';
import { importUpload } from '../../shared/usecases/import-upload.ts';
import { balance, batch, camt, camtOf, entry, statement, text } from '../bank-formats/camt-text.ts';
import { sourceOf, statementImports } from '../support/statement-imports.ts';

const paying = (reference: string, ...lines: readonly string[]) => entry({ reference, details: batch(text(...lines)) });
const many = (count: number) => camt(Array.from({ length: count }, (_, index) => paying(`r-${index}`, 'CARGO-2026-000123')).join(''));
const tallyOf = async (deps: Parameters<typeof importStatement>[0], content: string) =>
  (await importStatement(deps, sourceOf(content))).tally;

describe('the day to which the bank is known', () => {
  const closing = (on: string) => camt(entry({ reference: on }), { balances: balance('CLBD', '1.00', on) });

  test('is the latest closing balance, and never goes back', async () => {
    const { deps, reconciledThrough } = statementImports();
    expect(await reconciledThrough()).toBeUndefined();
    for (const [on, expected] of [
      ['2026-11-20', '2026-11-20'],
      ['2026-11-21', '2026-11-21'],
      ['2026-11-19', '2026-11-21'],
    ] as const) {
      await importStatement(deps, sourceOf(closing(on)));
      expect(await reconciledThrough()).toBe(expected);
    }
  });

  test('is not a day that is yet to come', async () => {
    const { deps, reconciledThrough } = statementImports();
    expect((await importStatement(deps, sourceOf(closing('2062-11-22')))).tally).not.toHaveProperty('reconciledThrough');
    expect(await reconciledThrough()).toBeUndefined();
  });
});

test('a sum that the bank did not divide waits, also when exactly one policy is named', async () => {
  const { deps, open, received } = statementImports();
  await open('CARGO-2026-000123');
  const sum = entry({
    reference: 'sum',
    details: `<NtryDtls><Btch><NbOfTxs>3</NbOfTxs></Btch><TxDtls>${text('CARGO-2026-000123')}</TxDtls></NtryDtls>`,
  });
  const { statementId, tally } = await importStatement(deps, sourceOf(camt(sum)));
  expect([tally.suspense, await received('CARGO-2026-000123')]).toEqual([1, 0]);
  expect(statementId).toMatch(/^st-[\w-]{32}$/);
  const { items } = await deps.money.payments.inSuspense({ limit: 10 });
  expect(items).toMatchObject([{ reason: 'unknownPolicy', candidates: ['CARGO-2026-000123'] }]);
});

test('one batch shown both ways in one file counts once', async () => {
  const { deps } = statementImports();
  const parts = batch(`<Amt Ccy="UAH">60.00</Amt>${text('a')}`, `<Amt Ccy="UAH">40.00</Amt>${text('b')}`);
  const both = camtOf([
    statement(entry({ reference: 'same' }), { id: 'S1' }),
    statement(entry({ reference: 'same', details: parts }), { id: 'S2' }),
  ]);
  expect(await tallyOf(deps, both)).toMatchObject({ suspense: 1, duplicates: 2 });
});

describe('a store that fails in the middle', () => {
  /** Fails the n-th payment, and every other one for as long as it is broken. */
  const breaking = () => {
    let [written, broken] = [0, false];
    const imports = statementImports({
      intercept: (call, serve) => {
        const isPayment = JSON.stringify(call.input).includes('"receivedOn"');
        if (isPayment && ++written === 250) broken = true;
        if (isPayment && broken) throw new Error('the store is down');
        return serve();
      },
    });
    const repair = () => {
      broken = false;
      written = 1000;
    };
    return { ...imports, repair };
  };

  test('stops at an entry, and the same file again completes it: every payment once', async () => {
    const { deps, open, received, repair } = breaking();
    await open('CARGO-2026-000123');
    await expect(importStatement(deps, sourceOf(many(400)))).rejects.toMatchObject({ name: 'ImportStopped', entry: expect.any(Number) });
    expect(await received('CARGO-2026-000123')).toBeLessThan(400 * 10000);
    repair();
    const tally = await tallyOf(deps, many(400));
    expect(tally.applied + tally.duplicates).toBe(400);
    expect(await received('CARGO-2026-000123')).toBe(400 * 10000);
  });

  test('an upload says where it stopped, and goes on there', async () => {
    const { deps, open, uploads, received, repair } = breaking();
    await open('CARGO-2026-000123');
    const upload = { uploadId: 'u', by: 'bank', createdAt: '', contentType: 'application/xml', progress: { status: 'waiting' } } as const;
    await uploads.create(upload);
    const run = () => importUpload({ ...deps, uploads, files: { open: () => sourceOf(many(400)).open() }, hasTime: () => true }, 'u');
    await expect(run()).rejects.toThrow('stopped at entry');
    const stopped = (await uploads.read('u'))?.progress;
    expect(stopped).toMatchObject({ status: 'stopped', state: { position: 200, tally: { applied: 199 } } }); // the first item is the format
    expect(stopped?.status === 'stopped' && stopped.entry).toBeGreaterThan(199);
    repair();
    expect(await run()).toBe('ended');
    const done = (await uploads.read('u'))?.progress;
    expect(done).toMatchObject({ status: 'done', state: { entries: 400 } });
    expect(await received('CARGO-2026-000123')).toBe(400 * 10000);
    expect(await run()).toBe('ended'); // the event came twice
  });
});

test('an upload that has no time goes on in another run, without doubles', async () => {
  const { deps, open, uploads, received } = statementImports();
  await open('CARGO-2026-000123');
  await uploads.create({ uploadId: 'u', by: 'bank', createdAt: '', contentType: 'application/xml', progress: { status: 'waiting' } });
  const runs: string[] = [];
  do runs.push(await importUpload({ ...deps, uploads, files: { open: () => sourceOf(many(500)).open() }, hasTime: () => false }, 'u'));
  while (runs.at(-1) === 'unfinished' && runs.length < 9);
  expect(runs).toEqual(['unfinished', 'unfinished', 'unfinished', 'ended']);
  expect((await uploads.read('u'))?.progress).toMatchObject({ status: 'done', state: { tally: { applied: 500, duplicates: 0 } } });
  expect(await received('CARGO-2026-000123')).toBe(500 * 10000);
});
