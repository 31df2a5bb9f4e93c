import { describe, expect, test } from 'vitest';
import { balance, batch, camt, camtOf, domain, entry, refs, statement, text } from './camt-text.ts';
import { creditsOf, itemsOf } from './reading.ts';

const only = async (document: string) => (await itemsOf(document)).filter((item) => item.kind !== 'format' && item.kind !== 'balance');

describe('what an entry is', () => {
  test.each([
    ['a booked credit is a payment', entry(), 'credit'],
    ['booked, as version 8 says it', entry({ status: '<Cd>BOOK</Cd>' }), 'credit'],
    ['a pending credit is not', entry({ status: 'PDNG' }), 'ignored'],
    ['pending, as version 8 says it', entry({ status: '<Cd>PDNG</Cd>' }), 'ignored'],
    ['a future credit is not', entry({ status: '<Cd>FUTR</Cd>' }), 'ignored'],
    ['for information is not', entry({ status: 'INFO' }), 'ignored'],
    ['a status of the bank’s own is not', entry({ status: '<Prtry>VOR</Prtry>' }), 'ignored'],
    ['a debit is ignored', entry({ mark: 'DBIT' }), 'ignored'],
    ['a debit that reverses is a return', entry({ mark: 'DBIT', reversal: true }), 'return'],
    ['a debit that says it doesn’t is none', entry({ mark: 'DBIT', reversal: false }), 'ignored'],
    ['a returned credit transfer, by its code', entry({ mark: 'DBIT', code: 'RRTN' }), 'return'],
    ['an unpaid direct debit, by its code', entry({ mark: 'DBIT', code: 'UPDD' }), 'return'],
    ['an issued credit transfer is no return', entry({ mark: 'DBIT', code: 'DMCT' }), 'ignored'],
    ['a return by what its detail says', entry({ mark: 'DBIT', details: batch('<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>') }), 'return'],
    ['a return by the code of its detail', entry({ mark: 'DBIT', details: batch(domain('RPCR')) }), 'return'],
    ['a pending return is not booked', entry({ mark: 'DBIT', reversal: true, status: 'PDNG' }), 'ignored'],
  ])('%s', async (_, content, kind) => {
    expect((await only(camt(content))).map((item) => item.kind)).toEqual([kind]);
  });

  test('a credit that reverses is a payment of ours that came back: money, and it says so', async () => {
    expect(await creditsOf(camt(entry({ reversal: true })))).toMatchObject([{ returnOf: { references: [] } }]);
  });
});

describe('what can’t be money as it stands', () => {
  test.each([
    ['more decimals than the currency has', entry({ amount: '10.505' }), '10.505 UAH: more decimals than the currency has'],
    ['decimals of a currency without', entry({ amount: '10.5', currency: 'JPY' }), '10.5 JPY: more decimals than the currency has'],
    ['a currency nobody has', entry({ currency: 'XXX' }), '100.00 XXX: not a currency of ISO 4217 in use'],
    ['words for an amount', entry({ amount: 'ten' }), 'ten UAH: not an amount'],
    ['a negative amount', entry({ amount: '-10.00' }), '-10.00 UAH: not an amount'],
    ['nothing', entry({ amount: '0.00' }), '0.00 UAH: nothing was paid'],
    ['a day that doesn’t exist', entry({ date: '<Dt>2026-02-29</Dt>' }), "'2026-02-29' is not a date"],
    ['no date', entry({ date: '' }), 'the booking date is missing'],
    ['neither credit nor debit', entry().replace('CRDT', 'BOTH'), 'the entry says neither credit nor debit'],
    [
      'a return with too many decimals',
      entry({ mark: 'DBIT', reversal: true, amount: '1.234' }),
      '1.234 UAH: more decimals than the currency has',
    ],
  ])('%s', async (_, content, detail) => {
    expect(await only(camt(entry({ amount: '5.00' }) + content))).toMatchObject([
      { kind: 'credit' },
      { kind: 'rejected', entryNumber: 2, detail },
    ]);
  });

  test('a debit that returns nothing is not rejected for its currency', async () => {
    expect(await only(camt(entry({ mark: 'DBIT', currency: 'DEM' })))).toMatchObject([{ kind: 'ignored', why: 'debit' }]);
  });
});

const part = (amount: string, name: string, mark = 'CRDT') =>
  `${refs(`<EndToEndId>${name}</EndToEndId>`)}<Amt Ccy="UAH">${amount}</Amt><CdtDbtInd>${mark}</CdtDbtInd>${text(`for ${name}`)}`;

describe('a batch', () => {
  test('of two details is two payments: 100.00 + 200.50 = 300.50', async () => {
    const credits = await creditsOf(
      camt(entry() + entry({ amount: '300.50', reference: 'B7', details: batch(part('100.00', 'one'), part('200.50', 'two')) })),
    );
    expect(credits).toMatchObject([
      { entryNumber: 1, amountMinor: 10_000 },
      { entryNumber: 2, detailNumber: 1, amountMinor: 10_000, remittance: 'for one', references: { servicer: 'B7', endToEnd: 'one' } },
      { entryNumber: 2, detailNumber: 2, amountMinor: 20_050, remittance: 'for two', references: { servicer: 'B7', endToEnd: 'two' } },
    ]);
  });

  test('in version 2 has its amounts in AmtDtls', async () => {
    const detail = (amount: string) => `<AmtDtls><TxAmt><Amt Ccy="UAH">${amount}</Amt></TxAmt></AmtDtls>`;
    const credits = await creditsOf(camt(entry({ amount: '3.00', details: batch(detail('1.00'), detail('2.00')) })));
    expect(credits.map(({ amount }) => amount)).toEqual(['1.00', '2.00']);
  });

  test('spread over several NtryDtls is still one', async () => {
    const credits = await creditsOf(camt(entry({ amount: '3.00', details: batch(part('1.00', 'a')) + batch(part('2.00', 'b')) })));
    expect(credits.map(({ amount, detailNumber }) => [amount, detailNumber])).toEqual([
      ['1.00', 1],
      ['2.00', 2],
    ]);
  });

  test('that nets a debit is a credit and a debit: 310 − 10 = 300', async () => {
    const items = await only(camt(entry({ amount: '300.00', details: batch(part('310.00', 'paid'), part('10.00', 'fee', 'DBIT')) })));
    expect(items).toMatchObject([
      { kind: 'credit', amount: '310.00' },
      { kind: 'ignored', amount: '10.00', direction: 'debit' },
    ]);
  });

  test.each([
    ['whose details don’t add up', '299.00', batch(part('100.00', 'one'), part('200.00', 'two')), 2],
    ['in another currency', '300.00', batch(part('1.00', 'one'), part('2.00', 'two')).replaceAll('UAH', 'USD'), 2],
    ['without amounts', '300.00', batch(text('for one'), text('for two')), 2],
    ['of which only the number is known', '300.00', '<NtryDtls><Btch><NbOfTxs>25</NbOfTxs></Btch></NtryDtls>', 25],
  ])('%s stays one sum, which nobody may assign by itself', async (_, amount, details, undivided) => {
    expect(await creditsOf(camt(entry({ amount, details })))).toMatchObject([{ entryNumber: 1, amount, undivided }]);
  });

  test('keeps what its details say when it stays one sum', async () => {
    const [credit] = await creditsOf(camt(entry({ details: batch(part('1.00', 'one'), part('2.00', 'two')) })));
    expect(credit).toMatchObject({ amount: '100.00', remittance: 'for one\nfor two', undivided: 2 });
  });

  test('of returned payments is one return each, though the bank’s fee is in the sum', async () => {
    const detail = (name: string) => `${part('50.00', name)}<RtrInf><Rsn><Cd>MD06</Cd></Rsn></RtrInf>`;
    const items = await only(camt(entry({ mark: 'DBIT', amount: '103.00', details: batch(detail('first'), detail('second')) })));
    expect(items).toMatchObject([
      { kind: 'return', amount: '50.00', returnOf: { reason: 'MD06', references: ['first'] } },
      { kind: 'return', amount: '50.00', returnOf: { reason: 'MD06', references: ['second'] } },
    ]);
  });

  test('of very many is read like any other', async () => {
    const details = batch(...Array.from({ length: 250 }, (_, index) => part('1.00', `n${index + 1}`)));
    const credits = await creditsOf(camt(entry({ amount: '250.00', details })));
    expect(credits.map(({ references }) => references.endToEnd)).toEqual(Array.from({ length: 250 }, (_, index) => `n${index + 1}`));
    expect(credits.at(-1)).toMatchObject({ detailNumber: 250, remittance: 'for n250', batch: { size: 250, amount: '250.00' } });
  });

  test('of one detail is the entry, whatever amount the detail names', async () => {
    expect(await creditsOf(camt(entry({ details: batch(part('0', 'x')) })))).toMatchObject([{ amount: '100.00', remittance: 'for x' }]);
  });
});

describe('what is written', () => {
  test('unstructured lines are joined, structured references and document numbers listed', async () => {
    const details = batch(
      `<RmtInf><Ustrd>Policy CARGO-2026-</Ustrd><Ustrd>000123</Ustrd><Strd><RfrdDocInf><Nb>INV 7</Nb></RfrdDocInf>` +
        `<CdtrRefInf><Ref>RF18 5390</Ref></CdtrRefInf><AddtlRmtInf>second part</AddtlRmtInf></Strd></RmtInf><AddtlTxInf>SEPA</AddtlTxInf>`,
    );
    expect(await creditsOf(camt(entry({ details })))).toMatchObject([
      {
        remittance: 'Policy CARGO-2026-\n000123\nsecond part',
        structuredReferences: ['RF18 5390', 'INV 7'],
        additionalInformation: 'SEPA',
      },
    ]);
  });

  test('all references but placeholders', async () => {
    const content =
      '<AcctSvcrRef>D1</AcctSvcrRef><InstrId>I1</InstrId><EndToEndId>NOTPROVIDED</EndToEndId><UETR>eb6305c9-1f7f-49de-aed0-16487c27b42d</UETR>' +
      '<TxId>T1</TxId><MndtId>M1</MndtId><ChqNb>000</ChqNb><ClrSysRef>C1</ClrSysRef>';
    const [credit] = await creditsOf(camt(entry({ reference: 'E1', details: batch(refs(content)) })));
    expect(credit?.references).toEqual({
      servicer: 'E1',
      detailServicer: 'D1',
      instruction: 'I1',
      uetr: 'eb6305c9-1f7f-49de-aed0-16487c27b42d',
      transaction: 'T1',
      mandate: 'M1',
      clearing: 'C1',
    });
  });

  test.each([
    ['up to version 7', '<Dbtr><Nm>Dnipro Logistics</Nm></Dbtr>'],
    ['from version 8 on', '<Dbtr><Pty><Nm>Dnipro Logistics</Nm></Pty></Dbtr>'],
    ['by the ultimate debtor', '<UltmtDbtr><Nm>Dnipro Logistics</Nm></UltmtDbtr>'],
  ])('the payer %s', async (_, debtor) => {
    const details = batch(`<RltdPties>${debtor}<DbtrAcct><Id><Othr><Id>26007</Id></Othr></Id></DbtrAcct></RltdPties>`);
    expect(await creditsOf(camt(entry({ details })))).toMatchObject([{ counterparty: { name: 'Dnipro Logistics', account: '26007' } }]);
  });

  test('entities and CDATA are what they mean, and a comment is nothing', async () => {
    const details = batch(text('R&amp;D <![CDATA[</Ntry> <Ntry>]]><!-- <Ntry> --> &#8470;7'));
    expect(await creditsOf(camt(entry({ details })))).toMatchObject([{ remittance: 'R&D </Ntry> <Ntry> №7' }]);
  });

  test('a booking instant is the day the bank wrote', async () => {
    expect(await creditsOf(camt(entry({ date: '<DtTm>2026-11-22T23:50:00-05:00</DtTm>' })))).toMatchObject([{ bookedOn: '2026-11-22' }]);
  });
});

describe('recognised by namespace', () => {
  test.each([
    'camt.052.001.02',
    'camt.052.001.08',
    'camt.053.001.02',
    'camt.053.001.04',
    'camt.053.001.08',
    'camt.053.001.13',
    'camt.054.001.04',
    'camt.054.001.08',
  ])('%s', async (version) => {
    const items = await itemsOf(camt(entry(), { version }));
    expect(items).toMatchObject([{ kind: 'format', format: version.slice(0, 8), version }, { kind: 'credit' }]);
  });

  test('with a prefix on every name', async () => {
    const prefixed = camt(entry())
      .replaceAll(/<(\/?)([A-Z])/g, '<$1ns2:$2')
      .replace('xmlns=', 'xmlns:ns2=');
    expect(await creditsOf(prefixed)).toMatchObject([{ amount: '100.00', account: 'UA213223130000026007233566001' }]);
  });

  test('inside an envelope that declares the prefix', async () => {
    const document = camt(entry())
      .replace(/^.*\n/, '')
      .replaceAll(/<(\/?)([A-Z])/g, '<$1c:$2')
      .replace(/ xmlns="[^"]*"/, '');
    const envelope = `<e:Msg xmlns:e="urn:e" xmlns:c="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><e:AppHdr/>${document}</e:Msg>`;
    expect(await creditsOf(envelope)).toHaveLength(1);
  });

  test('an <Ntry> elsewhere is none', async () => {
    const supplementary = '<SplmtryData><Envlp><Ntry><Amt Ccy="UAH">1.00</Amt></Ntry></Envlp></SplmtryData>';
    const document = camt(`${entry()}<TxsSummry><Ntry>1</Ntry></TxsSummry>${supplementary}`);
    expect(await only(document)).toHaveLength(1);
    expect(await only(document.replace('</BkToCstmrStmt>', `<SplmtryData>${entry()}</SplmtryData></BkToCstmrStmt>`))).toHaveLength(1);
  });
});

describe('balances', () => {
  test('the closing booked one is told, of a statement only', async () => {
    const balances = balance('OPBD', '10.00') + balance('CLBD', '110.00') + balance('CLAV', '90.00');
    const told = { kind: 'balance', account: 'UA213223130000026007233566001', amount: '110.00', currency: 'UAH', on: '2026-11-22' };
    expect((await itemsOf(camt(entry(), { balances }))).filter(({ kind }) => kind === 'balance')).toEqual([told]);
    expect((await itemsOf(camt(entry(), { balances, version: 'camt.052.001.08' }))).filter(({ kind }) => kind === 'balance')).toEqual([]);
  });

  test('each statement has its own account, and entries are counted through', async () => {
    const statements = ['A1', 'B2'].map((account) => statement(entry(), { account, id: account }));
    expect(await creditsOf(camtOf(statements))).toMatchObject([
      { entryNumber: 1, account: 'A1' },
      { entryNumber: 2, account: 'B2' },
    ]);
  });
});
