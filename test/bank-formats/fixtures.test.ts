import { describe, expect, test } from 'vitest';
import { checkStatement } from '../../shared/bank-formats/check-statement.ts';
import type { StatementItem } from '../../shared/bank-formats/statement-item.ts';
import { fixture, inChunks, itemsOf } from './reading.ts';

/**
 * What stands in each file, read by eye and counted by hand:
 * format, credits, returns, ignored, rejected, and the latest closing booked balance.
 */
test.each([
  ['camt052.v4.xml', 'camt.052.001.04', 0, 0, 1, 0, undefined], // one pending debit; its details claim CRDT, the entry is right
  ['camt053.v2.minimal.xml', 'camt.053.001.02', 1, 0, 0, 0, '2014-12-31'],
  ['camt053.v2.multi.statement.xml', 'camt.053.001.02', 1, 0, 1, 0, '2014-12-31'], // two statements: 8.85 credit, 7.00 debit
  ['camt053.v2.with-account-name.xml', 'camt.053.001.02', 1, 0, 0, 0, undefined], // only an available balance
  ['camt053.v4.xml', 'camt.053.001.04', 1, 0, 0, 0, '2014-12-30'],
  ['camt053.v8.xml', 'camt.053.001.08', 1, 0, 0, 0, '2014-12-30'],
  ['camt054.v4.xml', 'camt.054.001.04', 0, 0, 3, 0, undefined], // one debit, three payments; their CRDT is wrong, see above
  ['ASNB-mt940.txt', 'MT940', 3, 0, 5, 0, '2020-01-31'], // 31 statements, 8 entries
  ['betterplace-amount_formats.sta', 'MT940', 0, 0, 0, 0, undefined], // six opening balances, nothing else
  ['cmxl-mt940.sta', 'MT940', 3, 0, 9, 4, '2013-10-17'], // 11 entries in DEM, of which 4 credits; 2 in EUR; 3 in PLN
  ['jejik-abnamro.sta', 'MT940', 0, 0, 10, 0, '2011-05-23'], // the second statement closes with :62M:, it goes on elsewhere
  ['jejik-ing.sta', 'MT940', 2, 0, 5, 0, '2010-07-23'],
  ['jejik-rabobank-iban.sta', 'MT940', 0, 0, 4, 0, '2013-01-15'],
  ['mBank-mt940.sta', 'MT940', 3, 0, 0, 0, '2017-01-19'],
  ['self-provided-multiline.sta', 'MT940', 0, 0, 1, 1, '2004-08-04'], // an entry after the end of the statement, without account or currency
  ['self-provided-sparkassen.sta', 'MT940', 0, 0, 0, 1, undefined], // one entry, broken over lines, of no statement
])('%s is %s', async (name, version, credits, returns, ignored, rejected, reconciledThrough) => {
  const summary = await checkStatement(inChunks(fixture(name)));
  expect(summary.version ?? summary.format).toBe(version);
  expect(summary).toMatchObject({ credits, returns, ignored, rejected, entries: credits + returns + ignored + rejected });
  const closings = (await itemsOf(fixture(name))).filter((item) => item.kind === 'balance').map(({ on }) => on);
  expect(closings.toSorted().at(-1)).toBe(reconciledThrough);
});

const brief = (item: StatementItem) =>
  item.kind === 'credit'
    ? [item.entryNumber, item.bookedOn, item.amount, item.currency, item.account, item.counterparty.name, item.counterparty.account]
    : [];

describe('the credits, as they stand in the files', () => {
  test.each([
    ['camt053.v2.minimal.xml', [[1, '2014-12-31', '8.85', 'EUR', 'NL26VAYB8060476890', 'NAME NAME', 'NL56AGDH9619008421']]],
    ['camt053.v2.multi.statement.xml', [[1, '2014-12-31', '8.85', 'EUR', 'NL26VAYB8060476890', undefined, undefined]]],
    ['camt053.v2.with-account-name.xml', [[1, '2014-12-31', '8.85', 'EUR', 'CH2801234000123456789', undefined, undefined]]],
    ['camt053.v4.xml', [[1, '2014-12-31', '8.85', 'EUR', 'NL26VAYB8060476890', 'NAME NAME', 'NL56AGDH9619008421']]],
    ['camt053.v8.xml', [[1, '2014-12-31', '8.85', 'EUR', 'NL26VAYB8060476890', 'NAME NAME', 'NL56AGDH9619008421']]],
    [
      'ASNB-mt940.txt',
      [
        [2, '2020-01-05', '1000.00', 'EUR', 'NL81ASNB9999999999', 'paulissen g j l m', 'NL56ASNB9999999999'],
        [5, '2020-01-29', '828.72', 'EUR', 'NL81ASNB9999999999', 'transfer solutions bv', 'NL25INGB9999999999'],
        [7, '2020-01-31', '1000.18', 'EUR', 'NL81ASNB9999999999', 'paulissen g j l m', 'NL56ASNB9999999999'],
      ],
    ],
    [
      'cmxl-mt940.sta',
      [
        [13, '2002-11-02', '3000', 'EUR', '10020030/1234567', 'MUELLER', '0847564700'],
        [
          14,
          '2003-10-20',
          '20000.00',
          'PLN',
          'BPHKPLPK/320000546101',
          'HUTA SZKLA TOPIC ULPRZEMYSLOWA 67 32-669 WROCLAW',
          'PL08106000760000777777777777',
        ],
        [16, '2003-10-20', '40.00', 'PLN', 'BPHKPLPK/320000546101', undefined, undefined],
      ],
    ],
    [
      'jejik-ing.sta',
      [
        [6, '2010-07-22', '3.68', 'EUR', '0001234567', undefined, undefined],
        [7, '2010-07-23', '1.00', 'EUR', '0001234567', undefined, undefined],
      ],
    ],
    [
      'mBank-mt940.sta',
      [1, 2, 3].map((entry) => [entry, '2017-01-19', '0.01', 'PLN', 'PL29114010810000267002001002', undefined, undefined]),
    ],
  ])('%s', async (name, credits) => {
    expect((await itemsOf(fixture(name))).filter((item) => item.kind === 'credit').map(brief)).toEqual(credits);
  });
});

const find = async (name: string, entryNumber: number, detailNumber?: number) =>
  (await itemsOf(fixture(name))).find(
    (item) => 'entryNumber' in item && item.entryNumber === entryNumber && item.detailNumber === detailNumber,
  );

describe('what was written, and the references', () => {
  test.each([
    [
      'camt053.v4.xml',
      1,
      undefined,
      { structuredReferences: ['4654654654654654'], remittance: '', references: { servicer: 'AAAASESS-FP-CN_98765/01' } },
    ],
    ['camt053.v8.xml', 1, undefined, { references: { endToEnd: 'MUELL/FINP/RA12345' } }],
    ['camt053.v2.multi.statement.xml', 1, undefined, { remittance: 'Transaction Description 1', references: { endToEnd: '000000001' } }],
    [
      'camt054.v4.xml',
      1,
      3,
      {
        structuredReferences: ['Ref number V3 block 1', 'Ref number V3 block 2'],
        remittance:
          'Unstructured Remittance Information V3 block 1\nUnstructured Remittance Information V3 block 2\n' +
          'Additional Remittance Information V3 block 1\nAdditional Remittance Information V3 block 2',
        counterparty: { name: 'Example Creditor 3 - V3', account: 'CH7212345003232323232' },
        references: { endToEnd: 'UXC06170000006PI00001EE00002', servicer: 'ACSR160617103200001' },
      },
    ],
    ['camt052.v4.xml', 1, undefined, { status: 'pending', direction: 'debit', amount: '200000', currency: 'SEK' }],
    [
      'ASNB-mt940.txt',
      5,
      undefined,
      { remittance: '2020-01-28T14:32:46-000000000000089-NL25INGB9999999999-Transfer S\nolutions BV-DIVIDEND 28/01/2020' },
    ],
    ['cmxl-mt940.sta', 13, undefined, { remittance: 'Gehalt Oktob\ner\nFirma\nMustermann\nGmbH', references: { bank: '55555' } }],
    [
      'cmxl-mt940.sta',
      16,
      undefined,
      { additionalInformation: 'Uznanie kwotą odsetek\nInterest credit', remittance: 'Odsetki od lokaty nr 101000\n022086' },
    ],
    [
      'jejik-rabobank-iban.sta',
      1,
      undefined,
      { counterparty: { name: 'CONTRA ACCOUNT HOLDER' }, references: { endToEnd: '01-01-2013 12:00 0030000987654321' } },
    ],
    [
      'jejik-rabobank-iban.sta',
      4,
      undefined,
      { bookedOn: '2013-01-09', remittance: 'Reference 201301234', counterparty: { name: 'JOHN DOE' } },
    ],
    ['mBank-mt940.sta', 2, undefined, { references: { bank: 'MB170119012085' }, additionalInformation: '911-TRANSAKCJA IPH' }],
    ['jejik-abnamro.sta', 2, undefined, { valueOn: '2011-05-21', bookedOn: '2011-05-23', amount: '11.59' }],
    [
      'self-provided-multiline.sta',
      1,
      undefined,
      { amount: '5', direction: 'debit', references: { customer: 'REFERENCE DO 111', bank: 'MUL0408041114005' } },
    ],
    [
      'self-provided-multiline.sta',
      2,
      undefined,
      { kind: 'rejected', detail: 'the currency is missing: the entry stands outside a statement that names it' },
    ],
    ['cmxl-mt940.sta', 3, undefined, { kind: 'rejected', detail: '18500 DEM: not a currency of ISO 4217 in use' }],
  ])('%s, entry %i, detail %s', async (name, entryNumber, detailNumber, expected) => {
    expect(await find(name, entryNumber, detailNumber)).toMatchObject(expected);
  });
});

test('versions 4 and 8 show the same entry, so it is one payment', async () => {
  const [v4, v8] = await Promise.all(['camt053.v4.xml', 'camt053.v8.xml'].map((name) => find(name, 1)));
  expect(v4).toMatchObject({ kind: 'credit', paymentId: expect.stringMatching(/^stmt-[\w-]{32}$/) });
  expect(v8).toMatchObject({ paymentId: v4 && 'paymentId' in v4 ? v4.paymentId : '' });
});
