export type LegacyCodePage = 'windows-1250' | 'windows-1251' | 'windows-1252';

/**
 * Tells apart the three code pages that banks in Europe still write, by how the bytes above 127 stand in words:
 *  - Cyrillic words are made of such bytes only, Latin words have one here and there: when at least half of these letters
 *    stand next to another one it is Windows-1251.   'Договір' 1251: all 7 touch;  'Müller, Köln' 1252: none does
 *  - in Windows-1250 some letters (ł ą ś ź ż š ž Ł Ą …) have the bytes of signs in 1252 (³ ¹ œ Ÿ ¿ …): one of those between
 *    two letters makes it 1250.   'skł adka' without the space: B3 is ł between k and a; 'm³' is not between letters
 *  - else Windows-1252, of which Latin-1 is a part.
 * Text whose only foreign letters are shared (é ö ü ß) reads the same either way. One that has only č, ř, ě or ę of 1250
 * is taken for 1252 and reads è, ø, ì, ê: names suffer, policy numbers and amounts do not.
 */
export function guessCodePage(blocks: readonly Uint8Array[]): LegacyCodePage {
  const seen = { letters: 0, touching: 0, onlyIn1250: 0 };
  for (const block of blocks) {
    for (let at = 0; at < block.length; at++) {
      if ((block[at] ?? 0) >= 0x80) look(block, at, seen);
    }
  }
  if (seen.letters > 0 && seen.touching * 2 >= seen.letters) return 'windows-1251';
  return seen.onlyIn1250 > 0 ? 'windows-1250' : 'windows-1252';
}

interface Seen {
  letters: number;
  touching: number;
  onlyIn1250: number;
}

function look(block: Uint8Array, at: number, seen: Seen): void {
  const [before = 0, byte = 0, after = 0] = [block[at - 1], block[at], block[at + 1]];
  if (isCyrillicLetter(byte)) {
    seen.letters++;
    if (isCyrillicLetter(before) || isCyrillicLetter(after)) seen.touching++;
  }
  if (LETTERS_ONLY_IN_1250.has(byte) && isLatinLetter(before) && isLatinLetter(after)) seen.onlyIn1250++;
}

/** Ś ś Ź ź Ť ť Š š Ž ž Ł ł Ą ą Ż ż Ľ ľ in 1250; in 1252 signs, or letters hardly ever found between others. */
const LETTERS_ONLY_IN_1250 = new Set([
  0x8a, 0x8c, 0x8d, 0x8e, 0x8f, 0x9a, 0x9d, 0x9e, 0x9f, 0xa3, 0xa5, 0xaf, 0xb3, 0xb9, 0xbc, 0xbe, 0xbf,
]);

/** А to я, and Ґ Ё Є Ї І і ґ ё є ї of 1251. */
const isCyrillicLetter = (byte: number): boolean => byte >= 0xc0 || OTHER_CYRILLIC.has(byte);
const OTHER_CYRILLIC = new Set([0xa5, 0xa8, 0xaa, 0xaf, 0xb2, 0xb3, 0xb4, 0xb8, 0xba, 0xbf]);

const isLatinLetter = (byte: number): boolean => (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a) || byte >= 0xc0;
