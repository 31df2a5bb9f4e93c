/**
 * Widths of letters in the fonts of office machines (Arial, Liberation Sans), in em, rounded up: there is no font to measure
 * with on a server, and a text that is taken too wide only gets a line more, while one taken too narrow is cut.
 */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[ijl.,:;'|!()[\]/·]/u, 0.34],
  [/[ftrI\- ]/u, 0.4],
  [/[mwMWжшщюмфыЖШЩЮМФЫ@%—]/u, 0.95],
  [/[\p{Script=Latin}\p{Script=Greek}\p{Nd}]/u, 0.58],
  [/\p{Script=Cyrillic}/u, 0.62],
];
const CAPITAL = /\p{Lu}/u;
const CAPITAL_WIDTH = 0.76;
const WIDEST = 1.05;

export const textWidth = (text: string, fontSize: number): number =>
  [...text].reduce((width, letter) => width + letterWidth(letter), 0) * fontSize;

function letterWidth(letter: string): number {
  const [, width = WIDEST] = WIDTHS.find(([letters]) => letters.test(letter)) ?? [];
  return CAPITAL.test(letter) ? Math.max(width, CAPITAL_WIDTH) : width;
}

/** Breaks a text into lines that fit, at spaces; a word that is wider than a line is broken where it must be. */
export function linesOf(text: string, width: number, fontSize: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((w) => w !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (textWidth(longer, fontSize) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = piecesOf(word, width, fontSize);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  return line === '' ? lines : [...lines, line];
}

function piecesOf(word: string, width: number, fontSize: number): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const letter of word) {
    if (piece !== '' && textWidth(piece + letter, fontSize) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...pieces, piece];
}
