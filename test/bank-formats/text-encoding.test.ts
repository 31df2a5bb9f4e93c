import { describe, expect, test } from 'vitest';
import { batch, camt, entry, text } from './camt-text.ts';
import { mt940 } from './mt-text.ts';
import { creditsOf, failureOf } from './reading.ts';

/** Encoded by tables written here, not by the decoder's: the letters of the tests and their bytes. */
const BYTES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'windows-1250': { ł: 0xb3, ą: 0xb9, ś: 0x9c, ż: 0xbf, ó: 0xf3, č: 0xe8, ř: 0xf8, š: 0x9a, ž: 0x9e, í: 0xed, é: 0xe9 },
  'windows-1252': { ü: 0xfc, ö: 0xf6, ß: 0xdf, é: 0xe9, è: 0xe8, '£': 0xa3, '³': 0xb3, ñ: 0xf1, '€': 0x80, Ä: 0xc4 },
};

function encode(content: string, encoding: string): Uint8Array {
  return Uint8Array.from(content, (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    const byte = code < 0x80 ? code : encoding === 'windows-1251' ? cyrillicByte(code, letter) : BYTES[encoding]?.[letter];
    if (byte === undefined) throw new Error(`no byte for ${letter} in ${encoding}`);
    return byte;
  });
}

const UKRAINIAN: Readonly<Record<string, number>> = { '№': 0xb9, і: 0xb3, І: 0xb2, ї: 0xbf, Ї: 0xaf, є: 0xba, Є: 0xaa, ґ: 0xb4, Ґ: 0xa5 };
const cyrillicByte = (code: number, letter: string) =>
  UKRAINIAN[letter] ?? (code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : undefined);

const remittanceOf = async (bytes: Uint8Array, contentType?: string) => {
  const [credit] = await creditsOf(bytes, contentType === undefined ? {} : { contentType });
  return credit?.remittance;
};

const message = (remittance: string) => mt940(`:61:261122C1,NTRF\n:86:${remittance}`);

describe('MT940 text is read as', () => {
  test.each([
    ['windows-1251', 'Оплата страхової премії за договором ДОГ/2026-№7'],
    ['windows-1251', 'ДОГ №7'],
    ['windows-1251', 'za dog. ДОГ/2026-№7 oplata'],
    ['windows-1250', 'Składka za polise nr 5'],
    ['windows-1250', 'płatnośc'],
    ['windows-1250', 'platba pojištení'],
    ['windows-1252', 'Müller, Straße 5, Köln'],
    ['windows-1252', 'prime annuelle, 3 m³, £5'],
    ['windows-1252', 'señor Ä 5€'],
  ])('%s: %s', async (encoding, remittance) => {
    expect(await remittanceOf(encode(message(remittance), encoding))).toBe(remittance);
  });

  test.each([
    ['UTF-8', 'Складка Składka Prämie'],
    ['UTF-8 with a mark', 'Складка Składka Prämie'],
  ])('%s', async (encoding, remittance) => {
    const bytes = new TextEncoder().encode(message(remittance));
    expect(await remittanceOf(encoding === 'UTF-8' ? bytes : Uint8Array.of(0xef, 0xbb, 0xbf, ...bytes))).toBe(remittance);
  });

  test('UTF-16 with a mark', async () => {
    expect(await remittanceOf(new Uint8Array(Buffer.from(`\ufeff${message('Складка')}`, 'utf16le')))).toBe('Складка');
  });

  test('what the Content-Type says, where it is not UTF-8', async () => {
    const bytes = encode(message('mü'), 'windows-1252');
    expect(await remittanceOf(bytes, 'text/plain; charset=windows-1251')).toBe('mь'); // FC is ь there
    expect(await remittanceOf(new TextEncoder().encode(message('mü')), 'text/plain; charset=windows-1251')).toBe('mü');
  });

  test('one encoding, also when the first letter comes after a megabyte', async () => {
    const far = `${':61:261122C1,NTRF\n:86:plain\n'.repeat(40_000)}:61:261122C1,NTRF\n:86:Договір`;
    const credits = await creditsOf(encode(mt940(far), 'windows-1251'));
    expect(credits.at(-1)?.remittance).toBe('Договір');
  });
});

describe('camt is read as it declares', () => {
  const document = (encoding: string, remittance: string) =>
    camt(entry({ details: batch(text(remittance)) })).replace('encoding="UTF-8"', `encoding="${encoding}"`);

  test.each([
    ['windows-1251', 'Договір'],
    ['windows-1250', 'składka'],
    ['windows-1252', 'Müller'],
  ])('%s', async (encoding, remittance) => {
    expect(await remittanceOf(encode(document(encoding, remittance), encoding))).toBe(remittance);
  });

  test('Latin-1', async () => {
    expect(await remittanceOf(encode(document('ISO-8859-1', 'Müller'), 'windows-1252'))).toBe('Müller');
  });

  test.each([
    ['UTF-8 that is not', encode(document('UTF-8', 'Müller'), 'windows-1252')],
    ['an encoding nobody knows', new TextEncoder().encode(document('EBCDIC-X', 'x'))],
    ['UTF-16 that is not', new TextEncoder().encode(document('UTF-16', 'x'))],
  ])('%s is refused', async (_, bytes) => {
    expect((await failureOf(bytes)).error.code).toBe('encoding');
  });
});

test('bytes that look like a mark are letters where a block begins in the middle of a file', async () => {
  const before = mt940(':61:261122C1,NTRF\n:86:').split(':62F:')[0]?.trimEnd() ?? '';
  const filler = ' '.repeat(65_536 - before.length - 1 - 'x'.length); // the first block of 64 KiB ends right before the text
  const content = `${before.replace(':20:', `${' '}${filler}\n:20:`)}яюдоговір\n:62F:C261122UAH1,00\n-\n`;
  const bytes = encode(content, 'windows-1251');
  expect([...bytes.subarray(65_536, 65_538)]).toEqual([0xff, 0xfe]);
  expect(await remittanceOf(bytes)).toBe('яюдоговір');
});
