import { POTENTIAL_BANDS, RESULT_BANDS } from '../domain/significance/model.ts';
import { type Html, html } from '../notices/html.ts';
import {
  COLOURS,
  cellsOf,
  classesOf,
  counted,
  number,
  type PictureCell,
  type SignificancePicture,
  share,
  subtitleOf,
  totalOf,
} from './significance-matrix.ts';
import { SIGNIFICANCE_WORDS } from './significance-matrix-words.ts';

const CELL = { width: 176, height: 116, gap: 10 };
const LEFT = 148;
const TOP = 164;
const STEP = { x: CELL.width + CELL.gap, y: CELL.height + CELL.gap };
const SIZE = { width: LEFT + 3 * STEP.x + 22, height: TOP + 3 * STEP.y + 128 };
const FONT = "'Segoe UI', 'Liberation Sans', Arial, sans-serif";

/** A picture that stands alone: no styles, no scripts, nothing loaded; a screen reader reads the nine cells from its description. */
export function significanceAsSvg(picture: SignificancePicture): string {
  const words = SIGNIFICANCE_WORDS[picture.language];
  const total = totalOf(picture);
  const cells = cellsOf(picture).flatMap((row, y) => row.map((cell, x) => cellAsSvg(cell, { x, y, picture, total })));
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE.width} ${SIZE.height}" width="${SIZE.width}" height="${SIZE.height}" role="img" aria-labelledby="significance-title significance-desc" xml:lang="${picture.language}" lang="${picture.language}" font-family="${FONT}" fill="#1b2733">
<title id="significance-title">${words.title}</title>
<desc id="significance-desc">${description(picture)}</desc>
<rect width="100%" height="100%" fill="#ffffff"/>
<text x="28" y="44" font-size="24" font-weight="700">${words.title}</text>
<text x="28" y="70" font-size="15" fill="#51606f">${subtitleOf(picture)}</text>
${axes(picture)}
${cells}
${legend(picture, total)}
</svg>
`.markup;
}

function description(picture: SignificancePicture): string {
  const words = SIGNIFICANCE_WORDS[picture.language];
  const cells = cellsOf(picture)
    .flat()
    .map((cell) => `${cell.potentialBand} ${cell.resultBand}, ${words.class} ${cell.class}: ${counted(cell.clients, picture.language)}`);
  return `${subtitleOf(picture)}. ${cells.join('; ')}.`;
}

function axes({ language }: SignificancePicture): Html {
  const words = SIGNIFICANCE_WORDS[language];
  const across = LEFT + (3 * STEP.x - CELL.gap) / 2;
  const down = TOP + (3 * STEP.y - CELL.gap) / 2;
  const columns = RESULT_BANDS.map((band, i) => bandAsSvg(band, words.bands[band], { x: LEFT + i * STEP.x + CELL.width / 2, y: TOP - 32 }));
  const rows = POTENTIAL_BANDS.map((band, i) => bandAsSvg(band, words.bands[band], { x: 96, y: TOP + i * STEP.y + CELL.height / 2 - 4 }));
  return html`<g text-anchor="middle">
<text x="${across}" y="${TOP - 62}" font-size="15" font-weight="600">${words.results}</text>
<text transform="translate(42 ${down}) rotate(-90)" font-size="15" font-weight="600">${words.potential}</text>
${columns}${rows}
</g>`;
}

const bandAsSvg = (band: string, meaning: string, { x, y }: { readonly x: number; readonly y: number }): Html =>
  html`<text x="${x}" y="${y}" font-size="18" font-weight="700">${band}</text><text x="${x}" y="${y + 19}" font-size="14" fill="#51606f">${meaning}</text>
`;

interface CellPlace {
  readonly x: number;
  readonly y: number;
  readonly picture: SignificancePicture;
  readonly total: number;
}

function cellAsSvg(cell: PictureCell, { x, y, picture: { language }, total }: CellPlace): Html {
  const { fill, ink } = COLOURS[cell.class];
  const clients = number(cell.clients, language);
  const middle = CELL.width / 2;
  return html`<g transform="translate(${LEFT + x * STEP.x} ${TOP + y * STEP.y})" fill="${ink}">
<rect width="${CELL.width}" height="${CELL.height}" rx="8" fill="${fill}" stroke="#51606f"/>
<text x="16" y="34" font-size="24" font-weight="700">${cell.class}</text>
<text x="${CELL.width - 14}" y="30" font-size="13" text-anchor="end">${cell.potentialBand} ${cell.resultBand}</text>
<text x="${middle}" y="76" font-size="${clients.length > 7 ? 26 : 34}" font-weight="600" text-anchor="middle">${clients}</text>
<text x="${middle}" y="100" font-size="14" text-anchor="middle">${share(cell.clients, total, language)}</text>
</g>
`;
}

function legend(picture: SignificancePicture, total: number): Html {
  const { language } = picture;
  const lines = classesOf(picture).map((of, i) => {
    const y = TOP + 3 * STEP.y + 14 + i * 34;
    const { fill, ink } = COLOURS[of.class];
    return html`<rect x="${LEFT}" y="${y}" width="34" height="26" rx="5" fill="${fill}" stroke="#51606f"/>
<text x="${LEFT + 17}" y="${y + 19}" font-size="16" font-weight="700" text-anchor="middle" fill="${ink}">${of.class}</text>
<text x="${LEFT + 46}" y="${y + 18}" font-size="14">${of.meaning}</text>
<text x="${LEFT + 3 * STEP.x - CELL.gap}" y="${y + 18}" font-size="14" text-anchor="end">${counted(of.clients, language)}, ${share(of.clients, total, language)}</text>
`;
  });
  return html`<g>${lines}</g>`;
}
