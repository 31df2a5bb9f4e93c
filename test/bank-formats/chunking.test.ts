import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readStatement } from '../../shared/bank-formats/read-statement.ts';
import type { StatementItem } from '../../shared/bank-formats/statement-item.ts';
import { largeCamt053, largeMt940 } from '../support/large-statements.ts';
import { bytesOf, fixture, inChunks, itemsOf } from './reading.ts';

const CSV = `paymentId,policyNumber,amount,currency,receivedOn,payer,reference\r\np1,,5.00,EUR,2026-11-22,"Гривня, ТОВ","a\r\nb"\r\np2,ДОГ/7,6.00,EUR,2026-11-22,,`;

const collect = async (source: AsyncIterable<Uint8Array>) => {
  const items: StatementItem[] = [];
  for await (const item of readStatement(source)) items.push(item);
  return items;
};

/** More than one block of 64 KiB, so that entries are cut by the reader's own blocks too. */
const large = async (source: AsyncIterable<Uint8Array>) => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
};

describe('property: the same bytes give the same items, however they are cut', () => {
  test.each([
    ['camt053.v8.xml', async () => fixture('camt053.v8.xml')],
    ['camt054.v4.xml', async () => fixture('camt054.v4.xml')],
    ['cmxl-mt940.sta', async () => fixture('cmxl-mt940.sta')],
    ['mBank-mt940.sta', async () => fixture('mBank-mt940.sta')],
    ['CSV', async () => bytesOf(CSV)],
    ['camt.053 of 200 entries', () => large(largeCamt053(200))],
    ['MT940 of 600 entries', () => large(largeMt940(600))],
  ])('%s', async (_, read) => {
    const bytes = await read();
    const whole = await itemsOf(bytes);
    const sizes = fc.array(fc.oneof(fc.nat(3), fc.nat(bytes.length)), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(sizes, async (cut) => {
        expect(await collect(inChunks(bytes, cut))).toEqual(whole);
      }),
      { numRuns: 30 },
    );
  });

  test('byte by byte', async () => {
    const bytes = fixture('camt054.v4.xml');
    expect(
      await collect(
        inChunks(
          bytes,
          Array.from(bytes, () => 1),
        ),
      ),
    ).toEqual(await itemsOf(bytes));
  });
});
