import { describe, expect, test } from 'vitest';
import { inBlocks } from '../../shared/bank-formats/byte-blocks.ts';
import { checkStatement } from '../../shared/bank-formats/check-statement.ts';
import { batch, camt, entry, text } from './camt-text.ts';
import { mt940 } from './mt-text.ts';
import { failureOf, fixture, inChunks } from './reading.ts';

const HEADER = 'paymentId,policyNumber,amount,currency,receivedOn,payer,reference';
const three = camt(entry() + entry() + entry());
const camtPart = (find: string, after = 0) => three.slice(0, three.indexOf(find, after));
const threeMt = mt940(':61:261122C1,NTRF\n:86:one\n:61:261122C2,NTRF\n:86:two');

/** What is broken, and how many entries stand before it. */
test.each([
  ['no bytes', '', 'empty', 0],
  ['white space only', ' \n\n\t', 'empty', 0],
  ['a PDF', '%PDF-1.7\n1 0 obj', 'unsupportedFormat', 0],
  ['a PDF, renamed to XML', '%PDF-1.7 <?xml version="1.0"?>', 'unsupportedFormat', 0],
  ['a ZIP', 'PK\u0003\u0004 statement.xml', 'unsupportedFormat', 0],
  ['a letter', 'Dear Sir or Madam,\nplease find attached', 'unsupportedFormat', 0],
  ['another CSV', 'date;amount;text\n2026-11-22;5,00;x', 'unsupportedFormat', 0],
  ['JSON', '{"paymentId":"1"}', 'unsupportedFormat', 0],
  ['a web page', '<html><body>Sign in</body></html>', 'unsupportedFormat', 0],
  ['another message of the bank', three.replaceAll('camt.053', 'pain.001'), 'unsupportedFormat', 0],
  ['a Document without a namespace', three.replace(/ xmlns="[^"]*"/, ''), 'unsupportedFormat', 0],
  ['a message that is none of the three', three.replaceAll('BkToCstmrStmt', 'CstmrCdtTrfInitn'), 'malformed', 0],
  ['a DOCTYPE', three.replace('<Document', '<!DOCTYPE Document [<!ENTITY a "b">]><Document'), 'doctype', 0],
  ['a DOCTYPE that reads files', three.replace('<Document', '<!DOCTYPE d SYSTEM "file:///etc/passwd"><Document'), 'doctype', 0],
  ['an entity', three.replace('<MsgId>M', '<MsgId>&x;'), 'malformed', 0],
  ['deep nesting', three.replace('<GrpHdr>', `<GrpHdr>${'<a>'.repeat(100)}`), 'tooDeep', 0],
  ['deep nesting in an entry', camt(entry() + entry({ details: '<a>'.repeat(100) })), 'tooDeep', 1],
  ['an entry of a megabyte', camt(entry() + entry({ details: batch(text('x'.repeat(1_000_000), 'y'.repeat(100_000))) })), 'tooLarge', 1],
  ['XML cut in an entry', camtPart('</Ntry>', three.indexOf('</Ntry>') + 1), 'truncated', 1],
  ['XML cut in a tag', `${camtPart('</Document>')}</Docu`, 'truncated', 3],
  ['XML cut after the last entry', camtPart('</Stmt>'), 'truncated', 3],
  [
    'a tag lost in the second entry',
    `${camtPart('</Ntry>', three.indexOf('</Ntry>') + 1)}<Ntry>${three.slice(three.lastIndexOf('<Ntry>'))}`,
    'malformed',
    1,
  ],
  ['bytes lost in the second entry', three.replace(/(<\/Ntry><Ntry>.{20}).{5}/, '$1'), 'malformed', 1],
  ['text after the document', `${three}x`, 'malformed', 3],
  ['MT940 cut in its last text', threeMt.slice(0, threeMt.indexOf('two')), 'truncated', 2],
  ['MT940 cut between entries', threeMt.slice(0, threeMt.lastIndexOf(':61:')), 'truncated', 1],
  ['MT940 cut in its closing balance', threeMt.slice(0, threeMt.indexOf(':62F:') + 9), 'malformed', 2],
  ['MT940 cut before its entries', threeMt.slice(0, threeMt.indexOf(':61:')), 'truncated', 0],
  ['MT940 whose first statement has no end', `${threeMt.slice(0, threeMt.indexOf(':62F:'))}${threeMt}`, 'truncated', 2],
  ['MT940 without the end of its envelope', `{1:F01X}{2:O940X}{4:\n${threeMt.replace('\n-\n', '\n')}`, 'truncated', 2],
  ['MT940 with an entry nobody can read', threeMt.replace('C2,', 'X2,'), 'malformed', 1],
  ['MT940 with a balance nobody can read', threeMt.replace(':60F:C', ':60F:X'), 'malformed', 0],
  ['MT940 with a line of 100,000 characters', threeMt.replace('two', 'x'.repeat(100_000)), 'tooLarge', 1],
  ['CSV with a quote that isn’t closed', `${HEADER}\np1,,5.00,EUR,2026-11-22,,\np2,,5.00,EUR,2026-11-22,"A,`, 'truncated', 1],
  ['CSV cut in its last row', `${HEADER}\np1,,5.00,EUR,2026-11-22,,\np2,,5.0`, 'truncated', 1],
  ['CSV with a row too short', `${HEADER}\np1,,5.00,EUR,2026-11-22,,\np2,,5.00\np3,,5.00,EUR,2026-11-22,,`, 'malformed', 1],
  ['CSV with a row too long', `${HEADER}\np1,,5,00,EUR,2026-11-22,,\np3,,5.00,EUR,2026-11-22,,`, 'malformed', 0],
  ['CSV with text after a quote', `${HEADER}\n"p1"x,,5.00,EUR,2026-11-22,,`, 'malformed', 0],
  [
    'CSV with a row of 100,000 characters',
    `${HEADER}\np1,,5.00,EUR,2026-11-22,,\np2,,5.00,EUR,2026-11-22,,${'x'.repeat(100_000)}`,
    'tooLarge',
    1,
  ],
  ['CSV with another column', `${HEADER},iban\np1,,5.00,EUR,2026-11-22,,,x`, 'unsupportedFormat', 0],
])('%s', async (_, content, code, entriesRead) => {
  const { error, items } = await failureOf(content);
  expect([error.code, error.entriesRead]).toEqual([code, entriesRead]);
  expect(items.filter((item) => 'entryNumber' in item)).toHaveLength(entriesRead);
});

test('wrong bytes after a good entry: it is said how far the file was read', async () => {
  const good = new TextEncoder().encode(camt(entry() + ' '.repeat(70_000) + entry()));
  good[good.length - 400] = 0xff;
  const { error } = await failureOf(good);
  expect([error.code, error.entriesRead]).toEqual(['encoding', 1]);
});

describe('a fixture', () => {
  test.each(['camt053.v8.xml', 'camt054.v4.xml', 'ASNB-mt940.txt', 'mBank-mt940.sta', 'camt052.v4.xml'])(
    '%s cut anywhere is refused, or says no more than the whole',
    async (name) => {
      const bytes = fixture(name);
      const whole = await checkStatement(inChunks(bytes));
      for (let length = 0; length < bytes.length; length += 97) {
        const part = await checkStatement(inChunks(bytes.subarray(0, length))).catch(() => undefined);
        expect(part?.entries ?? 0).toBeLessThanOrEqual(whole.entries);
        if (name.endsWith('.xml')) expect(part).toBeUndefined();
      }
    },
  );
});

test('a file larger than the limit is refused before it is all there', async () => {
  let sent = 0;
  async function* endless() {
    for (;;) {
      sent++;
      yield new Uint8Array(100_000);
    }
  }
  const read = async () => {
    for await (const block of inBlocks(endless(), 1_000_000)) expect(block).toHaveLength(65_536);
  };
  await expect(read()).rejects.toMatchObject({ code: 'tooLarge' });
  expect(sent).toBe(11);
});

test('whoever stops reading closes the source', async () => {
  let closed = 0;
  async function* source() {
    try {
      for (;;) yield new TextEncoder().encode('%PDF-1.7'.repeat(10_000));
    } finally {
      closed++;
    }
  }
  await expect(checkStatement(source())).rejects.toMatchObject({ code: 'unsupportedFormat' });
  expect(closed).toBe(1);
});
