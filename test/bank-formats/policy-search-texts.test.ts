import { expect, test } from 'vitest';
import { policySearchTexts } from '../../shared/bank-formats/policy-search-texts.ts';
import { findPolicyNumbers, policyNumberKey } from '../../shared/domain/policy-number-match.ts';
import { batch, camt, entry, refs, text } from './camt-text.ts';
import { mt940 } from './mt-text.ts';
import { creditsOf } from './reading.ts';

const POLICY = 'CARGO-2026-000123';
const find = async (keys: readonly string[]) =>
  new Map(keys.filter((key) => key === policyNumberKey(POLICY)).map((key) => [key, [POLICY]]));

test.each([
  ['the remittance', camt(entry({ details: batch(text('oplata zgidno dogovoru cargo 2026 000123 vid 01.12')) }))],
  ['two lines of the remittance', camt(entry({ details: batch(text('premium CARGO-2026-', '000123')) }))],
  [
    'the structured reference',
    camt(entry({ details: batch('<RmtInf><Strd><CdtrRefInf><Ref>CARGO2026000123</Ref></CdtrRefInf></Strd></RmtInf>') })),
  ],
  [
    'the number of an invoice',
    camt(entry({ details: batch('<RmtInf><Strd><RfrdDocInf><Nb>CARGO/2026/000123</Nb></RfrdDocInf></Strd></RmtInf>') })),
  ],
  ['the end-to-end id', camt(entry({ details: batch(refs('<EndToEndId>CARGO-2026-000123</EndToEndId>')) }))],
  ['what the bank added', camt(entry({ details: '<AddtlNtryInf>САRGО 2026/000123</AddtlNtryInf>' }))], // С, А and О are Cyrillic
  ['a wrapped MT940', mt940(':61:261122C1,NTRFNONREF\n:86:Strakhovyi platizh CARGO-20\n26-000123 vid 01.12')],
  ['subfields of an MT940', mt940(':61:261122C1,NTRFNONREF\n:86:166?20SVWZ+Polis CARGO-2026?21-000123')],
  ['the reference in :61:', mt940(':61:261122C1,NTRFCARGO2026000123\n:86:x')],
])('a policy number is found in %s', async (_, content) => {
  const [credit] = await creditsOf(content);
  expect(credit && (await findPolicyNumbers(policySearchTexts(credit), find))).toEqual([POLICY]);
});
