import { describe, expect, test } from 'vitest';
import { itemsOf } from './reading.ts';

const HEADER = 'paymentId,policyNumber,amount,currency,receivedOn,payer,reference';

test('a row is a payment with the id and the policy it names', async () => {
  const items = await itemsOf(`${HEADER}\r\nbank-1,CARGO-2026-000123,30000.00,UAH,2026-11-22,"Dnipro ""Logistics"", LLC",invoice 7\r\n`);
  expect(items).toEqual([
    { kind: 'format', format: 'CSV' },
    {
      kind: 'credit',
      entryNumber: 1,
      status: 'booked',
      direction: 'credit',
      paymentId: 'bank-1',
      policyNumber: 'CARGO-2026-000123',
      amount: '30000.00',
      amountMinor: 3_000_000,
      currency: 'UAH',
      bookedOn: '2026-11-22',
      references: {},
      counterparty: { name: 'Dnipro "Logistics", LLC' },
      structuredReferences: [],
      remittance: 'invoice 7',
      additionalInformation: '',
    },
  ]);
});

test('a row need not name a policy, a payer or a reference', async () => {
  const [, credit] = await itemsOf(`${HEADER}\np1,,5.00,EUR,2026-11-22,,`);
  expect(credit).toMatchObject({ kind: 'credit', counterparty: {}, remittance: '' });
  expect(credit).not.toHaveProperty('policyNumber');
});

test.each([
  ['a quoted header', HEADER.replaceAll(/\w+/g, '"$&"')],
  ['a byte order mark', `\ufeff${HEADER}`],
])('%s is the header', async (_, header) => {
  expect(await itemsOf(`${header}\np1,,5.00,EUR,2026-11-22,,`)).toHaveLength(2);
});

test('a header alone is a file without entries', async () => {
  expect(await itemsOf(HEADER)).toEqual([{ kind: 'format', format: 'CSV' }]);
});

describe('a row is rejected, and the others are read', () => {
  test.each([
    ['without an id', ',A,5.00,EUR,2026-11-22,,', 'paymentId: 1 to 64 characters are needed'],
    ['with too long an id', `${'x'.repeat(65)},A,5.00,EUR,2026-11-22,,`, 'paymentId: 1 to 64 characters are needed'],
    ['with a line break in its id', '"a\nb",A,5.00,EUR,2026-11-22,,', 'paymentId: 1 to 64 characters are needed'],
    ['with too long a policy number', `p,${'x'.repeat(65)},5.00,EUR,2026-11-22,,`, 'policyNumber: no more than 64 characters'],
    ['with too many decimals', 'p,A,5.001,EUR,2026-11-22,,', '5.001 EUR: more decimals than the currency has'],
    ['with a comma for decimals', 'p,A,"5,00",EUR,2026-11-22,,', '5,00 EUR: not an amount'],
    ['with a negative amount', 'p,A,-5.00,EUR,2026-11-22,,', '-5.00 EUR: not an amount'],
    ['with a date in another order', 'p,A,5.00,EUR,22.11.2026,,', "'22.11.2026' is not a date"],
    ['without a currency', 'p,A,5.00,,2026-11-22,,', '5.00 : not a currency of ISO 4217 in use'],
  ])('%s', async (_, row, detail) => {
    expect(await itemsOf(`${HEADER}\n${row}\nok,A,1.00,EUR,2026-11-22,,`)).toMatchObject([
      { kind: 'format' },
      { kind: 'rejected', entryNumber: 1, detail },
      { kind: 'credit', entryNumber: 2, paymentId: 'ok' },
    ]);
  });
});
