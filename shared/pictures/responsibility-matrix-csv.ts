import { cellsOf, type ResponsibilityMatrix } from './responsibility-matrix.ts';
import { MATRIX_WORDS } from './responsibility-matrix-words.ts';

/** Without it Excel reads UTF-8 as the code page of the machine. */
const BYTE_ORDER_MARK = '\uFEFF';

/** RFC 4180. The checkpoint of a row stands behind the participants: a table to sort and filter has no group lines. */
export function matrixAsCsv(matrix: ResponsibilityMatrix): string {
  const words = MATRIX_WORDS[matrix.language];
  const header = [...matrix.columns, words.checkpoint, words.when];
  const rows = matrix.groups.flatMap((group) => group.rows.map((row) => [...cellsOf(row, matrix), group.checkpoint ?? '', group.when]));
  return BYTE_ORDER_MARK + [header, ...rows].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

/** What a spreadsheet would run as a formula, behind spaces too, gets an apostrophe and stays text (OWASP, CSV injection). */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

function cell(text: string): string {
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
