import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importClient } from '../../infra/tools/import-client.ts';
import { balance, batch, camt, entry, refs, text } from '../bank-formats/camt-text.ts';
import { mt940 } from '../bank-formats/mt-text.ts';
import { fixture } from '../bank-formats/reading.ts';
import { type Insurer, startInsurer } from '../support/insurer.ts';
import { countsOf, sendStatement } from '../support/statements.ts';

let insurer: Insurer;

beforeAll(async () => {
  insurer = await startInsurer('2026-11-22T08:00:00Z');
  await insurer.client('UA-1');
});
afterAll(() => insurer.cloud.stop());

const send = (file: string | Uint8Array, contentType?: string) => sendStatement(insurer, file, contentType);
const received = async (number: string) => (await insurer.call('GET', `/policies/${number}`)).body.standing.received.amount;
const paying = (reference: string, amount: string, ...lines: readonly string[]) =>
  entry({ reference, amount, details: batch(text(...lines)) });

async function suspense(): Promise<readonly { readonly paymentId: string; readonly amount: { readonly amount: string } }[]> {
  return (await insurer.call('GET', '/payments?status=suspense&limit=100')).body.items;
}

/** The counts of each file are those that fixtures.test.ts says of it, read by eye: no policy is named, so credits are suspense. */
test.each([
  ['camt052.v4.xml', 'camt.052', '1 ignored', null],
  ['camt053.v2.minimal.xml', 'camt.053', '1 suspense', '2014-12-31'],
  ['camt053.v2.multi.statement.xml', 'camt.053', '1 suspense, 1 ignored', '2014-12-31'],
  ['camt053.v2.with-account-name.xml', 'camt.053', '1 suspense', null],
  ['camt053.v4.xml', 'camt.053', '1 suspense', '2014-12-30'],
  ['camt053.v8.xml', 'camt.053', '1 suspense', '2014-12-30'],
  ['camt054.v4.xml', 'camt.054', '3 ignored', null],
  ['ASNB-mt940.txt', 'MT940', '3 suspense, 5 ignored', '2020-01-31'],
  ['betterplace-amount_formats.sta', 'MT940', '', null],
  ['cmxl-mt940.sta', 'MT940', '3 suspense, 9 ignored, 4 rejected', '2013-10-17'],
  ['jejik-abnamro.sta', 'MT940', '10 ignored', '2011-05-23'],
  ['jejik-ing.sta', 'MT940', '2 suspense, 5 ignored', '2010-07-23'],
  ['jejik-rabobank-iban.sta', 'MT940', '4 ignored', '2013-01-15'],
  ['mBank-mt940.sta', 'MT940', '3 suspense', '2017-01-19'],
  ['self-provided-multiline.sta', 'MT940', '1 ignored, 1 rejected', '2004-08-04'],
  ['self-provided-sparkassen.sta', 'MT940', '1 rejected', null],
])('%s: %s, %s', async (name, format, counts, reconciledThrough) => {
  const answer = await send(fixture(name));
  expect([answer.status, answer.body.format, answer.body.reconciledThrough]).toEqual([201, format, reconciledThrough]);
  const suspended = Number(/(\d+) suspense/.exec(counts)?.[1] ?? 0);
  const { suspense, duplicates } = answer.body;
  expect(suspense + duplicates).toBe(suspended); // files of this folder show some entries again
  expect(countsOf({ ...answer, body: { ...answer.body, suspense: suspended, duplicates: 0 } })).toBe(counts);

  const held = await suspenseTotal();
  const again = await send(fixture(name));
  expect(again.body).toMatchObject({ statementId: answer.body.statementId, applied: 0, suspense: 0, duplicates: suspended });
  expect(await suspenseTotal()).toBe(held);
});

const suspenseTotal = async () => (await suspense()).length;

describe('policy numbers', () => {
  test.each([
    ['as it is', 'FIND-2026-000001', 'for policy FIND-2026-000001, thanks'],
    ['with Cyrillic letters that look alike, other case, other separators', 'COTE-2026-000002', 'сплата за поліс сОтЕ 2026/000002'],
    ['wrapped in the middle', 'WRAP-2026-000003', 'insurance premium WRAP-2026-', '000003'],
  ])('%s', async (_, policyNumber, ...lines) => {
    await insurer.policy(policyNumber);
    const answer = await send(camt(paying(`ref-${policyNumber}`, '30000.00', ...lines)));
    expect([countsOf(answer), await received(policyNumber)]).toEqual(['1 applied', '30000.00']);
  });

  test('a wrapped line of an MT940, in Windows-1251', async () => {
    await insurer.policy('ДОГ/2026-№7');
    const statement = mt940(':61:2611221122C250,NTRFNONREF\n:86:Премія за договором ДОГ/20\n26-7 від 22.11', { id: '7/1' });
    const windows1251 = Uint8Array.from(statement, (letter) => {
      const code = letter.charCodeAt(0);
      return code >= 0x410 && code <= 0x44f ? code - 0x350 : letter === 'і' ? 0xb3 : code;
    });
    const asText = await send(windows1251, 'text/plain');
    expect([asText.status, asText.body.code]).toEqual([422, 'STATEMENT_ENCODING']); // API Gateway would have lost the letters
    expect(countsOf(await send(windows1251))).toBe('1 applied');
    const { standing } = (await insurer.call('GET', `/policies/~${Buffer.from('ДОГ/2026-№7').toString('base64url')}`)).body;
    expect(standing.received.amount).toBe('250.00');
  });

  test('several that fit: suspense with the candidates, and no policy said', async () => {
    for (const number of ['AB-12-77', 'A-B12-77']) await insurer.policy(number);
    expect(countsOf(await send(camt(paying('ambiguous', '11.11', 'policy AB1277'))))).toBe('1 suspense');
    const held = (await suspense()).find(({ amount }) => amount.amount === '11.11');
    expect(held).toMatchObject({ status: 'suspense', reason: 'unknownPolicy', candidates: ['A-B12-77', 'AB-12-77'] });
    expect(held).not.toHaveProperty('policyNumber');
    const allocated = await insurer.call('POST', `/payments/${held?.paymentId}/allocation`, { policyNumber: 'AB-12-77' });
    expect([allocated.status, await received('AB-12-77')]).toEqual([200, '11.11']);
    expect(countsOf(await send(camt(paying('ambiguous', '11.11', 'policy AB1277'))))).toBe('1 duplicates');
    expect(await received('AB-12-77')).toBe('11.11');
  });

  test('a policy that is opened after its money was imported: the money stays where it is, once', async () => {
    const statement = camt(paying('early', '12.12', 'EARLY-2026-01'));
    expect(countsOf(await send(statement))).toBe('1 suspense');
    await insurer.policy('EARLY-2026-01');
    expect(countsOf(await send(statement))).toBe('1 duplicates');
    expect(await received('EARLY-2026-01')).toBe('0.00');
  });
});

describe('the same money seen again', () => {
  const first = paying('over-1', '100.00', 'OVER-2026-01');
  const second = paying('over-2', '200.00', 'OVER-2026-01');
  const third = paying('over-3', '300.00', 'OVER-2026-01');

  test('intraday camt.052, then the camt.053 of the day, then an overlapping one', async () => {
    await insurer.policy('OVER-2026-01');
    expect(countsOf(await send(camt(first, { version: 'camt.052.001.08' })))).toBe('1 applied');
    const day = await send(camt(first + second, { version: 'camt.053.001.08', balances: balance('CLBD', '300.00', '2026-11-21') }));
    expect([countsOf(day), day.body.reconciledThrough]).toEqual(['1 applied, 1 duplicates', '2026-11-21']);
    expect(countsOf(await send(camt(second + third)))).toBe('1 applied, 1 duplicates');
    expect(await received('OVER-2026-01')).toBe('600.00');
  });

  test('at once, ten times', async () => {
    await insurer.policy('ONCE-2026-01');
    const statement = camt(paying('once-1', '10.00', 'ONCE-2026-01') + paying('once-2', '20.00', 'ONCE-2026-01'));
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(statement)));
    expect(answers.reduce((total, { body }) => total + body.applied, 0)).toBe(2);
    expect(await received('ONCE-2026-01')).toBe('30.00');
  });

  const parts = batch(
    `${refs('<EndToEndId>PART-A</EndToEndId>')}<Amt Ccy="UAH">70.00</Amt>${text('BATCH-2026-01')}`,
    `${refs('<EndToEndId>PART-B</EndToEndId>')}<Amt Ccy="UAH">30.00</Amt>${text('BATCH-2026-02')}`,
  );
  const divided = (reference: string) => camt(entry({ reference, details: parts }), { version: 'camt.054.001.08' });
  const asSum = (reference: string) =>
    camt(entry({ reference, details: '<NtryDtls><Btch><NbOfTxs>2</NbOfTxs></Btch></NtryDtls>' }), { version: 'camt.053.001.08' });

  test('a batch first divided, then as a sum', async () => {
    for (const number of ['BATCH-2026-01', 'BATCH-2026-02']) await insurer.policy(number);
    expect(countsOf(await send(divided('batch-1')))).toBe('2 applied');
    expect(countsOf(await send(asSum('batch-1')))).toBe('1 duplicates');
    expect(countsOf(await send(divided('batch-1')))).toBe('2 duplicates');
    expect([await received('BATCH-2026-01'), await received('BATCH-2026-02')]).toEqual(['70.00', '30.00']);
  });

  test('a batch first as a sum, which waits in suspense, then divided', async () => {
    expect(countsOf(await send(asSum('batch-2')))).toBe('1 suspense');
    expect(countsOf(await send(divided('batch-2')))).toBe('2 duplicates');
    expect(await received('BATCH-2026-01')).toBe('70.00');
  });
});

describe('money that goes back', () => {
  const named = refs('<EndToEndId>E2E-RETURNED-1</EndToEndId>');
  const credit = (reference: string, amount = '500.00') => entry({ reference, amount, details: batch(`${named}${text('BACK-2026-01')}`) });
  const returned = (reference: string, amount = '500.00') =>
    entry({ reference, amount, mark: 'DBIT', details: batch(`${named}<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>`) });

  test('a return reverses its payment, once, also when the bank writes the latest entry first', async () => {
    await insurer.policy('BACK-2026-01');
    const statement = camt(returned('back-out') + credit('back-in'));
    expect(countsOf(await send(statement))).toBe('1 applied, 1 reversed');
    expect(await received('BACK-2026-01')).toBe('0.00');
    expect(countsOf(await send(statement))).toBe('2 duplicates');
    expect((await insurer.timeline('BACK-2026-01')).filter(({ kind }) => kind === 'reversal')).toHaveLength(1);
  });

  test('one that fits no payment is ignored, one that fits several waits for a person', async () => {
    expect(countsOf(await send(camt(returned('back-other', '501.00'))))).toBe('1 ignored');
    expect(countsOf(await send(camt(credit('twin-1', '77.00') + credit('twin-2', '77.00'))))).toBe('2 applied');
    const answer = await send(camt(returned('twin-back', '77.00')));
    expect(answer.body.rejected).toEqual([{ entry: 1, detail: expect.stringContaining('any of 2 payments') }]);
    expect(await received('BACK-2026-01')).toBe('154.00');
  });
});

test('CSV: a named policy is exactly that one, and why it waits is said', async () => {
  await insurer.policy('CSV-1');
  const csv = (...rows: readonly string[]) => ['paymentId,policyNumber,amount,currency,receivedOn,payer,reference', ...rows].join('\n');
  const answer = await send(
    csv(
      'csv-1,CSV-1,100.50,UAH,2026-11-20,"Dnipro, LLC",invoice 7',
      'csv-2,CSV-1,5.00,EUR,2026-11-20,,',
      'csv-3,csv 1,5.00,UAH,2026-11-20,,',
      'csv-4,,5.00,UAH,2026-11-20,,a policy that is not here: CSV-2',
      'csv-5,CSV-1,5.001,UAH,2026-11-20,,',
    ),
    'text/csv; charset=utf-8',
  );
  expect(countsOf(answer)).toBe('1 applied, 3 suspense, 1 rejected');
  expect(answer.body.rejected).toEqual([{ entry: 5, detail: '5.001 UAH: more decimals than the currency has' }]);
  expect((await insurer.call('GET', '/payments/csv-1')).body).toMatchObject({
    payer: 'Dnipro, LLC',
    reference: 'invoice 7',
    status: 'applied',
  });
  expect((await insurer.call('GET', '/payments/csv-2')).body.reason).toBe('currencyMismatch');
  expect((await insurer.call('GET', '/payments/csv-3')).body).toMatchObject({ reason: 'unknownPolicy', policyNumber: 'csv 1' });
  const other = await send(csv('csv-1,CSV-1,100.51,UAH,2026-11-20,,'), 'text/csv');
  expect(other.body.rejected[0].detail).toContain('csv-1 was recorded before');
});

describe('refused whole: nothing is changed', () => {
  const good = camt(paying('never', '9.99', 'NEVER'));
  test.each([
    ['truncated', good.slice(0, -30), 'application/xml', 422, 'STATEMENT_TRUNCATED'],
    ['damaged', good.replace('</Amt>', '</Am>'), 'application/xml', 422, 'STATEMENT_MALFORMED'],
    ['with a DOCTYPE', good.replace('<Document', '<!DOCTYPE d [<!ENTITY a "b">]><Document'), 'application/xml', 422, 'STATEMENT_DOCTYPE'],
    ['deeply nested', good.replace('<GrpHdr>', `<GrpHdr>${'<a>'.repeat(100)}`), 'text/xml', 422, 'STATEMENT_TOO_DEEP'],
    ['empty', '', 'application/xml', 400, 'STATEMENT_EMPTY'],
    ['of white space', ' \n', 'text/plain', 400, 'STATEMENT_EMPTY'],
    ['a renamed PDF', '%PDF-1.7 1 0 obj', 'application/xml', 422, 'STATEMENT_UNSUPPORTED_FORMAT'],
    ['an image', good, 'image/png', 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['JSON', '{}', 'application/json', 415, 'UNSUPPORTED_MEDIA_TYPE'],
    [
      'wrongly encoded',
      Buffer.concat([Buffer.from(good.slice(0, 200)), Buffer.from([0xff, 0xfe]), Buffer.from(good.slice(200))]),
      'application/octet-stream',
      422,
      'STATEMENT_ENCODING',
    ],
    ['huge', `${good}${' '.repeat(7 * 1024 * 1024)}`, 'application/xml', 413, 'TOO_LARGE'],
  ])('%s', async (_, file, contentType, status, code) => {
    const held = await suspenseTotal();
    const answer = await send(file, contentType);
    expect([answer.status, answer.body.code, answer.headers.get('content-type')]).toEqual([status, code, 'application/problem+json']);
    expect(await suspenseTotal()).toBe(held);
  });

  test('a token without the scope', async () => {
    const token = await insurer.cloud.token(['read']);
    const response = await fetch(`${insurer.cloud.apiUrl}/statements`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'text/plain' },
      body: good,
    });
    expect(response.status).toBe(403);
  });
});

describe('uploads', () => {
  const upload = async (file: string) => {
    const client = await importClient(insurer.cloud.apiUrl, undefined);
    const bytes = Buffer.from(file);
    return client.import(
      {
        bytes: bytes.length,
        open: async function* () {
          yield bytes;
        },
      },
      () => undefined,
    );
  };

  test('a file of more than one block is imported by its upload, and again as duplicates', async () => {
    await insurer.policy('LARGE-2026-01');
    const entries = Array.from({ length: 450 }, (_, index) => paying(`large-${index}`, '1.00', 'LARGE-2026-01'));
    const file = camt(entries.join(''));
    expect(await upload(file)).toMatchObject({ format: 'camt.053', entries: 450, applied: 450, duplicates: 0 });
    expect(await received('LARGE-2026-01')).toBe('450.00');
    expect(await upload(file)).toMatchObject({ applied: 0, duplicates: 450 });
    const { statementId } = (await send(file)).body;
    const { imports } = (await insurer.call('GET', `/statements/${statementId}`)).body;
    expect(imports.map(({ applied, duplicates }: { applied: number; duplicates: number }) => [applied, duplicates])).toEqual([
      [450, 0],
      [0, 450],
      [0, 450],
    ]);
  }, 60_000);

  test('one that can not be read whole says so, and changes nothing', async () => {
    await expect(upload('%PDF-1.7')).rejects.toThrow('STATEMENT_UNSUPPORTED_FORMAT');
  });

  test('an upload or a statement that nobody knows is not found', async () => {
    expect((await insurer.call('GET', '/statements/uploads/none')).status).toBe(404);
    expect((await insurer.call('GET', '/statements/st-none')).status).toBe(404);
  });
});
