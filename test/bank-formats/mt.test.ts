import { describe, expect, test } from 'vitest';
import { readMtDetails } from '../../shared/bank-formats/mt-details.ts';
import { readEntryLine } from '../../shared/bank-formats/mt-entry-line.ts';
import { mt940, mt942 } from './mt-text.ts';
import { creditsOf, itemsOf } from './reading.ts';

describe(':61:', () => {
  test.each([
    [
      'all of it',
      '2611221123CR4200,50NTRFINV 7//BANK1',
      { direction: 'credit', amount: '4200.50', bookedOn: '2026-11-23', valueOn: '2026-11-22', customer: 'INV 7', bank: 'BANK1' },
    ],
    ['no entry date', '261122C1,NMSCNONREF', { bookedOn: '2026-11-22', amount: '1', customer: undefined }],
    ['a debit, with the third letter of the currency', '261122DR5,NTRFNONREF', { direction: 'debit', returns: false }],
    ['a credit taken back is a debit', '261122RC5,NTRFNONREF', { direction: 'debit', returns: true }],
    ['a debit taken back is a credit', '261122RD5,NTRFNONREF', { direction: 'credit', returns: true }],
    ['taken back, with a currency letter', '261122RCH5,NTRFNONREF', { direction: 'debit', returns: true }],
    ['a returned item', '261122D5,NRTINONREF', { direction: 'debit', returns: true }],
    ['expected, not booked', '261122EC5,NTRFNONREF', { direction: 'credit', status: 'pending' }],
    ['entered after New Year', '2512310102C5,NTRFNONREF', { bookedOn: '2026-01-02', valueOn: '2025-12-31' }],
    ['valued after New Year', '2601011231C5,NTRFNONREF', { bookedOn: '2025-12-31', valueOn: '2026-01-01' }],
    ['of the last century', '991231C5,NTRFNONREF', { bookedOn: '1999-12-31' }],
    ['a reference with single slashes', '261122C5,NMSC341/1XX//O/3412', { customer: '341/1XX', bank: 'O/3412' }],
  ])('%s', (_, line, expected) => {
    expect(readEntryLine([line])).toMatchObject(expected);
  });

  test('a second line is the bank’s own, unless the first makes no sense without it', () => {
    expect(readEntryLine(['261122C5,NTRFNONREF//B1', '/OCMT/EUR4,5/'])).toMatchObject({ bank: 'B1', supplementary: ['/OCMT/EUR4,5/'] });
    expect(readEntryLine(['2611221122CR', '30,00N062NONREF'])).toMatchObject({ amount: '30.00', supplementary: [] });
  });

  test.each(['', 'hello', '261122X5,NTRF', '261122C,NTRF', '2611C5,NTRF'])('%j is none', (line) => {
    expect(readEntryLine([line])).toBeUndefined();
  });
});

describe(':86:', () => {
  test('in subfields, with SEPA keywords', () => {
    const lines = [
      '166?00GUTSCHRIFT?109310?20EREF+INV 7?21KREF+K1?22SVWZ+Policy CARGO-2026-',
      '000123 premium?23second?30BICXXX?31DE02?32Müller?33 GmbH?34000',
    ];
    expect(readMtDetails(lines)).toEqual({
      counterparty: { name: 'Müller GmbH', account: 'DE02' },
      references: { endToEnd: 'INV 7', instruction: 'K1', mandate: undefined },
      structuredReferences: [],
      remittance: 'Policy CARGO-2026-\n000123 premium\nsecond',
      additionalInformation: 'GUTSCHRIFT',
      returnReason: undefined,
    });
  });

  test('with a keyword’s value wrapped into the next subfield', () => {
    expect(readMtDetails(['166?20EREF+ABCDEFGHIJKLMNOPQRSTUV?21WXYZ?22SVWZ+x'])).toMatchObject({
      references: { endToEnd: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ' },
    });
  });

  test('with a code that is wrapped', () => {
    expect(readMtDetails(['166?20Policy?', '21AB-1234?3', '2Müller'])).toMatchObject({
      remittance: 'Policy\nAB-1234',
      counterparty: { name: 'Müller' },
    });
  });

  test('with another separator, as in Poland', () => {
    const details = readMtDetails(['020^00PRZELEW^20Polisa AB^2112-3456^32JAN KOWALSKI^38PL61109010140000071219812874']);
    expect(details).toMatchObject({
      remittance: 'Polisa AB\n12-3456',
      counterparty: { name: 'JAN KOWALSKI', account: 'PL61109010140000071219812874' },
    });
  });

  test.each([
    ['109?00RUECKLASTSCHRIFT?20EREF+INV 7?34914', '914'],
    ['159?20SVWZ+zurueck', ''],
    ['166?20RTRN+AC04?21SVWZ+x', 'AC04'],
    ['166?20SVWZ+x', undefined],
  ])('%s: return reason %j', (line, reason) => {
    expect(readMtDetails([line]).returnReason).toBe(reason);
  });

  test('in code words', () => {
    const lines = ['/TRTP/SEPA/IBAN/NL91ABNA0417164300/NAME/J. Jansen/REMI/Polis AB/12-34', '56 rest/EREF/INV 7'];
    expect(readMtDetails(lines)).toMatchObject({
      counterparty: { name: 'J. Jansen', account: 'NL91ABNA0417164300' },
      references: { endToEnd: 'INV 7' },
      remittance: 'Polis AB/12-34\n56 rest', // a slash in a policy number is no code word
      additionalInformation: 'SEPA',
      returnReason: undefined,
    });
  });

  test('in code words as ING writes them', () => {
    const details = readMtDetails(['/EREF/NOTPROVIDED//CNTP/NL32INGB0000012345/INGBNL2A/Firma BV///REMI/USTD//Polis AB-1234/']);
    expect(details).toMatchObject({
      counterparty: { name: 'Firma BV', account: 'NL32INGB0000012345' },
      references: { endToEnd: undefined },
      remittance: 'Polis AB-1234',
    });
    expect(readMtDetails(['/REMI/STRD/CUR/9001123412341234/'])).toMatchObject({
      remittance: '',
      structuredReferences: ['9001123412341234'],
    });
  });

  test('with a code word wrapped', () => {
    expect(readMtDetails(['/NAME/A/RE', 'MI/Polis 1'])).toMatchObject({ counterparty: { name: 'A' }, remittance: 'Polis 1' });
  });

  test('with a return in code words', () => {
    expect(readMtDetails(['/RTRN/MD06/EREF/INV 7/'])).toMatchObject({ returnReason: 'MD06' });
  });

  test.each([
    ['text', ['Оплата за ДОГ/2026-№7', ' друга частина '], 'Оплата за ДОГ/2026-№7\nдруга частина', {}],
    [
      'text after the payer',
      ['NL56ASNB9999999999 J. Jansen', '', 'Polis 1'],
      'Polis 1',
      { account: 'NL56ASNB9999999999', name: 'J. Jansen' },
    ],
    ['text that begins with a number', ['123.45 paid'], '123.45 paid', {}],
    ['nothing', [], '', {}],
  ])('as %s', (_, lines, remittance, counterparty) => {
    expect(readMtDetails(lines)).toMatchObject({ remittance, counterparty });
  });
});

describe('a message', () => {
  test('says account and currency for its entries', async () => {
    const items = await itemsOf(mt940(':61:261122C100,50NTRFNONREF//B1\n:86:Policy AB-1234'));
    expect(items).toMatchObject([
      { kind: 'format', format: 'MT940' },
      {
        kind: 'credit',
        entryNumber: 1,
        account: 'UA213223130000026007233566001',
        amount: '100.50',
        amountMinor: 10_050,
        currency: 'UAH',
        remittance: 'Policy AB-1234',
      },
      { kind: 'balance', amount: '200.00', currency: 'UAH', on: '2026-11-22' },
    ]);
  });

  test('returns a known payment by the reference it repeats', async () => {
    const items = await itemsOf(mt940(':61:261122RC100,50NTRFNONREF//B9\n:86:109?20EREF+INV 7?34914'));
    expect(items[1]).toMatchObject({ kind: 'return', direction: 'debit', returnOf: { reason: '914', references: ['INV 7', 'B9'] } });
  });

  test('may have entries without :86:, and notes after its balance', async () => {
    expect(await creditsOf(`${mt940(':61:261122C1,NTRF\n:61:261122C2,NTRF').replace('\n-\n', '\n:86:NOTE\n-\n')}`)).toMatchObject([
      { amount: '1' },
      { amount: '2' },
    ]);
  });

  test('of the interim report takes its currency from the floor limit; what is expected is not booked', async () => {
    const items = await itemsOf(mt942(':61:261122C100,NTRFNONREF\n:86:x\n:61:261122EC50,NTRFNONREF'));
    expect(items).toMatchObject([
      { kind: 'format', format: 'MT942' },
      { kind: 'credit', currency: 'UAH' },
      { kind: 'ignored', why: 'pending' },
    ]);
  });

  test('in a SWIFT envelope, with carriage returns', async () => {
    const message = `{1:F01X}{2:O940X}{4:\r\n${mt940(':61:261122C1,NTRF\n:86:a\nb').trimEnd().replaceAll('\n', '\r\n')}}{5:}`;
    expect(await creditsOf(message)).toMatchObject([{ amount: '1', remittance: 'a\nb' }]);
  });

  test.each([
    ['more decimals than the currency has', ':61:261122C1,234NTRF', '1.234 UAH: more decimals than the currency has'],
    ['a day that doesn’t exist', ':61:260230C1,NTRF', "'2026-02-30' is not a date"],
    ['nothing paid', ':61:261122C0,00NTRF', '0.00 UAH: nothing was paid'],
  ])('rejects %s', async (_, entry, detail) => {
    expect((await itemsOf(mt940(entry)))[1]).toEqual({ kind: 'rejected', entryNumber: 1, detail });
  });
});
