import type { Language, Regulation } from '../../shared/domain/regulation.ts';
import { responsibilityMatrix } from '../../shared/pictures/responsibility-matrix.ts';
import { matrixAsCsv } from '../../shared/pictures/responsibility-matrix-csv.ts';
import { matrixAsHtml } from '../../shared/pictures/responsibility-matrix-html.ts';
import { matrixAsMarkdown } from '../../shared/pictures/responsibility-matrix-markdown.ts';
import type { ApiResponse } from '../http/api-request.ts';
import { page } from '../http/page-headers.ts';

export const MATRIX_TYPES = ['application/json', 'text/html', 'text/markdown', 'text/csv'] as const;

/** The responsibility matrix in the media type that was asked for. */
export function matrixIn(mediaType: string, regulation: Regulation, language: Language): ApiResponse {
  const matrix = responsibilityMatrix(regulation, language);
  switch (mediaType) {
    case 'text/html':
      return page(matrixAsHtml(matrix));
    case 'text/markdown':
      return { status: 200, text: matrixAsMarkdown(matrix), headers: { 'content-type': 'text/markdown; charset=utf-8' } };
    case 'text/csv':
      return { status: 200, text: matrixAsCsv(matrix), headers: { 'content-type': 'text/csv; charset=utf-8; header=present' } };
    default:
      return { status: 200, body: matrix };
  }
}
