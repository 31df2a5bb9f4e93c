import type { Language } from '../../shared/domain/regulation.ts';
import type { CellCounts } from '../../shared/domain/significance/cells.ts';
import type { PublishedModel } from '../../shared/domain/significance/published-model.ts';
import { cellsOf, type SignificancePicture, totalOf } from '../../shared/pictures/significance-matrix.ts';
import { significanceAsHtml } from '../../shared/pictures/significance-matrix-html.ts';
import { significanceAsSvg } from '../../shared/pictures/significance-matrix-svg.ts';
import type { ApiResponse } from '../http/api-request.ts';
import { page } from '../http/page-headers.ts';

export const MATRIX_TYPES = ['application/json', 'image/svg+xml', 'text/html'] as const;

interface Shown {
  readonly published: PublishedModel;
  readonly clients: CellCounts;
  readonly language: Language;
}

/** The nine cells in the media type that was asked for. A browser that opens the SVG may run nothing in it. */
export function significanceMatrixIn(mediaType: string, { published, clients, language }: Shown): ApiResponse {
  const picture: SignificancePicture = { language, modelVersion: published.version, matrix: published.model.matrix, clients };
  switch (mediaType) {
    case 'image/svg+xml':
      return {
        status: 200,
        text: significanceAsSvg(picture),
        headers: {
          'content-type': 'image/svg+xml; charset=utf-8',
          'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
        },
      };
    case 'text/html':
      return page(significanceAsHtml(picture));
    default:
      return { status: 200, body: { modelVersion: published.version, total: totalOf(picture), cells: cellsOf(picture).flat() } };
  }
}
