import { RESULT_BANDS, SIGNIFICANCE_CLASSES } from '../domain/significance/model.ts';
import { type Html, html } from '../notices/html.ts';
import {
  COLOURS,
  cellsOf,
  classesOf,
  number,
  type PictureCell,
  type SignificancePicture,
  share,
  subtitleOf,
  totalOf,
} from './significance-matrix.ts';
import { SIGNIFICANCE_WORDS } from './significance-matrix-words.ts';

/**
 * A page to look at, to read aloud and to print: the picture is a real table, so that a screen reader says of each cell its
 * row, its column, its class and its clients. It loads nothing and runs nothing.
 */
export function significanceAsHtml(picture: SignificancePicture): string {
  const words = SIGNIFICANCE_WORDS[picture.language];
  const [first, ...others] = cellsOf(picture).map((row) => rowAsHtml(row, picture));
  return html`<!doctype html>
<html lang="${picture.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title} · ${subtitleOf(picture)}</title>
${STYLE}
</head>
<body>
<h1>${words.title}</h1>
<p>${subtitleOf(picture)}</p>
<table class="matrix">
<colgroup><col class="potential"><col class="band"><col span="3"></colgroup>
<thead>
<tr><td colspan="2" rowspan="2"></td><th colspan="3" scope="colgroup">${words.results}</th></tr>
<tr>${RESULT_BANDS.map((band) => html`<th scope="col"><strong>${band}</strong> ${words.bands[band]}</th>`)}</tr>
</thead>
<tbody>
<tr><th class="axis" rowspan="3" scope="rowgroup"><span>${words.potential}</span></th>${first ?? []}</tr>
${others.map((row) => html`<tr>${row}</tr>\n`)}</tbody>
</table>
${classTable(picture)}
</body>
</html>
`.markup;
}

function rowAsHtml(row: readonly PictureCell[], picture: SignificancePicture): Html {
  const { language } = picture;
  const total = totalOf(picture);
  const words = SIGNIFICANCE_WORDS[language];
  const heads = row.slice(0, 1).map(({ potentialBand: band }) => html`<th scope="row"><strong>${band}</strong> ${words.bands[band]}</th>`);
  const cells = row.map(
    (cell) =>
      html`<td class="${cell.class}"><span class="letter"><span class="aside">${words.class} </span>${cell.class}</span><span class="cell" aria-hidden="true">${cell.potentialBand} ${cell.resultBand}</span><b>${number(cell.clients, language)}</b><span class="share">${share(cell.clients, total, language)}</span></td>`,
  );
  return html`${heads}${cells}`;
}

function classTable(picture: SignificancePicture): Html {
  const { language } = picture;
  const words = SIGNIFICANCE_WORDS[language];
  const rows = classesOf(picture).map(
    (of) =>
      html`<tr><th scope="row"><span class="swatch ${of.class}">${of.class}</span></th><td>${of.meaning}</td><td class="figure">${number(of.clients, language)}</td><td class="figure">${share(of.clients, totalOf(picture), language)}</td></tr>
`,
  );
  return html`<table class="classes">
<thead><tr><th scope="col">${words.class}</th><th scope="col">${words.conditions}</th><th scope="col" class="figure">${words.clients}</th><th scope="col" class="figure">${words.share}</th></tr></thead>
<tbody>
${rows}</tbody>
</table>`;
}

/** Constants of ours, so they may stand in a style: text from outside never may. */
const CLASS_STYLES = SIGNIFICANCE_CLASSES.map(
  (name) => html`.${name} { background: ${COLOURS[name].fill}; color: ${COLOURS[name].ink}; }\n`,
);

const STYLE = html`<style>
:root { color-scheme: light; }
body { margin: 2rem auto; max-width: 46rem; padding: 0 1rem; font: 0.95rem/1.4 "Segoe UI", "Liberation Sans", Arial, sans-serif; color: #1b2733; background: #fff; }
h1 { margin: 0; font-size: 1.5rem; }
p { margin: 0.3rem 0 1.2rem; color: #51606f; }
table { width: 100%; }
.matrix { table-layout: fixed; border-spacing: 0.5rem; margin: -0.5rem; width: calc(100% + 1rem); }
.matrix th { font-weight: 400; color: #51606f; text-align: center; }
.matrix th[scope="colgroup"], .matrix .axis { padding: 0; font-weight: 600; color: #1b2733; }
.matrix strong { display: block; font-size: 1.1rem; color: #1b2733; }
.potential { width: 1.6rem; }
.band { width: 5rem; }
.axis span { writing-mode: vertical-rl; transform: rotate(180deg); }
.matrix td[class] { position: relative; height: 6.6rem; border: 1px solid #51606f; border-radius: 0.5rem; text-align: center; vertical-align: middle; padding: 1.6rem 0.3rem 0.3rem; }
.letter { position: absolute; top: 0.45rem; left: 0.8rem; font-size: 1.5rem; font-weight: 700; line-height: 1; }
.cell { position: absolute; top: 0.6rem; right: 0.8rem; font-size: 0.8rem; line-height: 1; }
.aside { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.matrix b { display: block; font-size: clamp(0.8rem, 4.2vw, 2rem); font-weight: 600; line-height: 1.2; }
${CLASS_STYLES}.classes { margin-top: 1.5rem; border-collapse: collapse; }
.classes th, .classes td { padding: 0.4rem 0.6rem; border-bottom: 1px solid #c9d2db; text-align: left; }
.classes thead th { color: #51606f; font-weight: 600; }
.classes .figure { text-align: right; font-variant-numeric: tabular-nums; }
.swatch { display: inline-block; width: 2rem; border: 1px solid #51606f; border-radius: 0.3rem; text-align: center; font-weight: 700; }
@media (max-width: 30rem) {
  .matrix { border-spacing: 0.25rem; margin: -0.25rem; width: calc(100% + 0.5rem); }
  .potential { width: 1.1rem; }
  .band { width: 3.6rem; }
  .matrix th { font-size: 0.8rem; }
  .matrix td[class] { padding-inline: 0; }
  .letter { left: 0.4rem; }
  .share { font-size: 0.8rem; }
  .matrix b { font-size: 3.6vw; }
  .cell { display: none; }
}
@media print {
  @page { size: A4; margin: 15mm; }
  body { margin: 0; max-width: none; padding: 0; }
  .matrix b { font-size: 20pt; }
  tr { break-inside: avoid; }
  td, .swatch { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
</style>`;
