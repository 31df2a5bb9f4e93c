import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
