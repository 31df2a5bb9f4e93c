import { csv } from './csv.ts';
import { cellsOf, type ResponsibilityMatrix } from './responsibility-matrix.ts';
import { MATRIX_WORDS } from './responsibility-matrix-words.ts';

/** RFC 4180. The checkpoint of a row stands behind the participants: a table to sort and filter has no group lines. */
export function matrixAsCsv(matrix: ResponsibilityMatrix): string {
  const words = MATRIX_WORDS[matrix.language];
  const header = [...matrix.columns, words.checkpoint, words.when];
  const rows = matrix.groups.flatMap((group) => group.rows.map((row) => [...cellsOf(row, matrix), group.checkpoint ?? '', group.when]));
  return csv([header, ...rows]);
}
