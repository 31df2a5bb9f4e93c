import { describe, expect, test } from 'vitest';
import { referenceKeys } from '../../shared/bank-formats/reference-keys.ts';
import { balance, batch, camt, camtOf, type EntryText, entry, refs, statement, text } from './camt-text.ts';
import { mt940, mt942 } from './mt-text.ts';
import { creditsOf, fixture, itemsOf } from './reading.ts';

const idsOf = async (content: string | Uint8Array): Promise<readonly string[]> =>
  (await creditsOf(content)).map(({ paymentId }) => paymentId);

const distinct = (ids: readonly string[]): number => new Set(ids).size;

/** Without any reference: only what was written tells payments apart. */
const plain = (remittance: string, more: EntryText = {}) => entry({ ...more, details: batch(text(remittance)) });
const named = (reference: string, more: EntryText = {}) => entry({ reference, ...more });

describe('the same entry has the same id', () => {
  test('when a file is imported again', async () => {
    for (const name of ['ASNB-mt940.txt', 'mBank-mt940.sta', 'camt053.v2.minimal.xml', 'cmxl-mt940.sta']) {
      expect(await idsOf(fixture(name))).toEqual(await idsOf(fixture(name)));
    }
  });

  test('in the intraday report and in the statement of the day', async () => {
    const first = named('A1') + entry({ details: batch(refs('<EndToEndId>E2</EndToEndId>')) }) + plain('Policy 3');
    const intraday = camt(first, { version: 'camt.052.001.08', id: 'R1' }).replaceAll(
      '<Dt>2026-11-22</Dt>',
      '<DtTm>2026-11-22T11:30:00+02:00</DtTm>',
    );
    const daily = camt(plain('another') + first + named('A4'), { balances: balance('OPBD', '0.00') + balance('CLBD', '500.00') });
    const [one, two, three] = await idsOf(intraday);
    expect(await idsOf(daily)).toEqual([expect.any(String), one, two, three, expect.any(String)]);
  });

  test('in the notification, which shows more of it', async () => {
    const details = batch(refs('<EndToEndId>E1</EndToEndId><TxId>T1</TxId>') + text('Policy 1'));
    expect(await idsOf(camt(named('A1', { details }), { version: 'camt.054.001.04' }))).toEqual(await idsOf(camt(named('A1'))));
  });

  test('when pending entries stand before it on one day and are gone on the next', async () => {
    const pending = plain('Policy 1', { status: 'PDNG' });
    expect(await idsOf(camt(pending + plain('Policy 1')))).toEqual(await idsOf(camt(plain('Policy 1'))));
  });

  test('when the amount is written with other zeros', async () => {
    expect(await idsOf(camt(named('A1', { amount: '100' })))).toEqual(await idsOf(camt(named('A1', { amount: '100.00' }))));
  });

  test('when MT940 wraps its text elsewhere', async () => {
    const one = mt940(':61:261122C1,NTRFNONREF\n:86:Policy CARGO-2026-\n000123');
    const other = mt940(':61:261122C1,NTRFNONREF\n:86:policy CARGO-2026-000123');
    expect(await idsOf(one)).toEqual(await idsOf(other));
  });

  test('in MT942 and then MT940', async () => {
    const entries = ':61:2611221122C1,NTRFNONREF//B1\n:86:Policy 1\n:61:2611221122C1,NTRFNONREF//B2\n:86:Policy 1';
    expect(await idsOf(mt942(entries))).toEqual(await idsOf(mt940(entries)));
  });
});

describe('overlapping statements', () => {
  const [a, b, c, d] = [named('A'), plain('same text'), plain('same text'), named('D')];

  test('agree on what both show, equal payments included', async () => {
    const [idA, idB, idC] = await idsOf(camt(a + b + c));
    expect(await idsOf(camt(b + c + d))).toEqual([idB, idC, expect.any(String)]);
    expect(distinct([idA ?? '', idB ?? '', idC ?? ''])).toBe(3);
  });

  test('in one file agree as well: cumulative reports of a day', async () => {
    const reports = [a + b, a + b + c].map((entries, index) => statement(entries, { id: `R${index}` }));
    const [a1, b1, a2, b2, c2] = await idsOf(camtOf(reports, 'camt.052.001.08'));
    expect([a2, b2]).toEqual([a1, b1]);
    expect(c2).not.toBe(b1);
  });

  test('show the second of two equal payments when the statement with both comes', async () => {
    const intraday = await Promise.all([b, c].map((content) => idsOf(camt(content, { version: 'camt.052.001.08' }))));
    expect(distinct(intraday.flat())).toBe(1); // until then nothing tells it from a report sent twice
    expect(distinct([...intraday.flat(), ...(await idsOf(camt(b + c)))])).toBe(2);
  });
});

describe('different entries have different ids', () => {
  test.each([
    ['two equal payments of a day, without references', camt(plain('same') + plain('same'))],
    [
      'two equal payments with the same reference of the payer',
      camt([1, 2].map(() => entry({ details: batch(refs('<EndToEndId>POLICY-1</EndToEndId>')) })).join('')),
    ],
    ['two texts', camt(plain('Policy 1') + plain('Policy 2'))],
    ['two references', camt(named('A1') + named('A2'))],
    ['two amounts with one reference', camt(named('A1') + named('A1', { amount: '100.01' }))],
    ['two currencies with one reference', camt(named('A1') + named('A1', { currency: 'EUR' }))],
    ['two days with one reference', camt(named('A1') + named('A1', { date: '<Dt>2026-12-22</Dt>' }))],
    ['two accounts with one reference', camtOf(['UA1', 'UA2'].map((account) => statement(named('A1'), { account, id: account })))],
    [
      'two payments of a batch that agree in everything',
      camt(named('A1', { details: batch(...[1, 2].map(() => '<Amt Ccy="UAH">50.00</Amt>')) })),
    ],
    [
      'MT940 with a constant reference of the bank',
      mt940(':61:261122C1,NTRFNONREF//55555\n:86:Policy 1\n:61:261122C1,NTRFNONREF//55555\n:86:Policy 2'),
    ],
    [
      'MT940 with the payer’s account for a reference',
      mt940(':61:261121C1,NTRFNL56ASNB9999999999\n:86:x\n:61:261122C1,NTRFNL56ASNB9999999999\n:86:x'),
    ],
  ])('%s', async (_, content) => {
    const ids = await idsOf(content);
    expect(ids).toHaveLength(2);
    expect(distinct(ids)).toBe(2);
  });

  test.each([
    ['of another day', named('A1'), named('A1', { date: '<Dt>2026-12-22</Dt>' })],
    ['of another amount', named('A1'), named('A1', { amount: '100.01' })],
    ['in another currency', named('A1'), named('A1', { currency: 'EUR' })],
    ['with another reference', named('A1'), named('A2')],
    ['with another text', plain('Policy 1'), plain('Policy 2')],
    ['that is a return', named('A1'), named('A1', { mark: 'DBIT', reversal: true })],
  ])('in two files as well: one %s', async (_, one, other) => {
    const ids = (await Promise.all([one, other].map((content) => itemsOf(camt(content))))).flat();
    expect(distinct(ids.flatMap((item) => ('paymentId' in item ? item.paymentId : [])))).toBe(2);
  });

  test('on another account', async () => {
    const ids = await Promise.all(['UA1', 'UA2'].map((account) => idsOf(camt(named('A1'), { account }))));
    expect(distinct(ids.flat())).toBe(2);
  });

  test('equal payments on two pages of a statement, or in two statements that follow each other', async () => {
    const equal = ':61:261122C1,NTRFNONREF\n:86:same';
    const pages = mt940(equal, { id: '7/1', closing: '101,00' }) + mt940(equal, { id: '7/2', opening: '101,00', closing: '102,00' });
    expect(distinct(await idsOf(pages))).toBe(2);
    const balances = [
      ['0.00', '100.00'],
      ['100.00', '200.00'],
    ].map(([opening = '', closing = '']) => balance('OPBD', opening) + balance('CLBD', closing));
    const following = camtOf(balances.map((of, index) => statement(plain('same'), { id: `S${index}`, balances: of })));
    expect(distinct(await idsOf(following))).toBe(2);
  });

  test('but a statement that stands in the file twice is the same, also when its balance did not change', async () => {
    const message = mt940(':61:261122C1,NTRFNONREF\n:86:same\n:61:261122D1,NTRFNONREF', { closing: '100,00' });
    expect(distinct(await idsOf(message + message))).toBe(1);
  });
});

describe('a batch', () => {
  const detail = (name: string) => `${refs(`<EndToEndId>${name}</EndToEndId>`)}<Amt Ccy="UAH">50.00</Amt>`;
  const divided = camt(named('B1', { details: batch(detail('one'), detail('two')) }), { version: 'camt.054.001.04' });

  test('shown undivided elsewhere has the id that its payments name', async () => {
    const [whole] = await idsOf(camt(named('B1', { details: '<NtryDtls><Btch><NbOfTxs>2</NbOfTxs></Btch></NtryDtls>' })));
    expect((await creditsOf(divided)).map(({ batchPaymentId }) => batchPaymentId)).toEqual([whole, whole]);
  });

  test('keeps the ids of its payments when their order changes', async () => {
    const [one, two] = await idsOf(divided);
    expect(await idsOf(camt(named('B1', { details: batch(detail('two'), detail('one')) })))).toEqual([two, one]);
  });

  test('without a reference of the bank can’t be recognised undivided', async () => {
    const credits = await creditsOf(camt(entry({ details: batch(detail('one'), detail('two')) })));
    expect(credits.every((credit) => credit.batchPaymentId === undefined)).toBe(true);
  });
});

test('a payment and its return meet by the references that the return repeats', async () => {
  const original = refs('<EndToEndId>INV-7</EndToEndId><TxId>T 77</TxId>');
  const [paid] = await creditsOf(camt(named('A1', { details: batch(original) })));
  const items = await itemsOf(
    camt(
      named('A9', {
        mark: 'DBIT',
        reversal: true,
        details: batch(original.toLowerCase().replaceAll('endtoendid', 'EndToEndId').replaceAll('txid', 'TxId').replaceAll('refs', 'Refs')),
      }),
    ),
  );
  const returned = items.find((item) => item.kind === 'return');
  const shared = referenceKeys(paid!).filter((key) => returned && referenceKeys(returned).includes(key));
  expect(shared).toEqual(['INV7']); // 'T77' is too short to say anything
});
