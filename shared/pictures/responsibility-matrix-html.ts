import { type Html, html, nothing } from '../notices/html.ts';
import { cellsOf, groupLine, type MatrixGroup, type ResponsibilityMatrix } from './responsibility-matrix.ts';
import { MATRIX_WORDS } from './responsibility-matrix-words.ts';

/**
 * A page to read and to print: A4 landscape, the header on every sheet, a checkpoint never torn from its first action.
 * It loads nothing and runs nothing, so it may be saved, mailed, or shown under a strict content security policy
 * that allows inline styles.
 */
export function matrixAsHtml(matrix: ResponsibilityMatrix): string {
  const words = MATRIX_WORDS[matrix.language];
  const heading = `${words.matrix}: ${matrix.regulationId}, ${words.version} ${matrix.version}`;
  const letters = Object.entries(words.letters).map(
    ([letter, meaning]) => html`<span><b class="${letter}">${letter}</b> ${meaning}</span>`,
  );
  return html`<!doctype html>
<html lang="${matrix.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${matrix.title} · ${heading}</title>
${STYLE}
</head>
<body>
<h1>${matrix.title}</h1>
<p>${heading}</p>
<table>
<thead><tr>${matrix.columns.map((column, index) => html`<th scope="col"${index < 4 ? nothing : html` class="participant"`}>${column}</th>`)}</tr></thead>
${matrix.groups.map((group) => groupAsHtml(group, matrix))}
</table>
<p class="legend">${letters}</p>
${matrix.rules.length === 0 ? nothing : html`<ul>${matrix.rules.map((rule) => html`<li>${rule}</li>`)}</ul>`}
</body>
</html>
`.markup;
}

function groupAsHtml(group: MatrixGroup, matrix: ResponsibilityMatrix): Html {
  const rows = group.rows.map((row) => {
    const [code = '', action = '', technique = '', result = '', ...letters] = cellsOf(row, matrix);
    return html`<tr><th scope="row">${code}</th><td class="action">${action}</td><td>${technique}</td><td>${result}</td>${letters.map(letterAsHtml)}</tr>
`;
  });
  return html`<tbody>
<tr class="group"><th colspan="${matrix.columns.length}" scope="rowgroup">${groupLine(group)}</th></tr>
${rows}</tbody>
`;
}

const letterAsHtml = (letter: string): Html =>
  letter === '' ? html`<td class="participant"></td>` : html`<td class="participant"><b class="${letter}">${letter}</b></td>`;

/** Letters are told apart by fill and frame as well as by colour: the page is printed in black and white too. */
const STYLE = html`<style>
:root { color-scheme: light; }
body { margin: 2rem auto; max-width: 78rem; padding: 0 1rem; font: 0.9rem/1.4 "Segoe UI", "Liberation Sans", Arial, sans-serif; color: #1b2733; background: #fff; }
h1 { margin: 0; font-size: 1.5rem; }
p { margin: 0.3rem 0 1rem; color: #51606f; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 0.45rem 0.6rem; border: 1px solid #c9d2db; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
thead th { background: #24405c; color: #fff; border-color: #24405c; font-weight: 600; overflow-wrap: normal; }
.group th { background: #e8eef4; font-weight: 600; }
.action { font-weight: 600; }
.participant { width: 5.5rem; text-align: center; }
b { display: inline-block; width: 1.5rem; border: 1px solid #51606f; border-radius: 0.75rem; text-align: center; }
.R { background: #24405c; color: #fff; border-color: #24405c; }
.A { background: #cfe0f1; }
.C { border-style: dashed; }
ul { margin: 0; padding-left: 1.2rem; color: #51606f; }
.legend { display: flex; flex-wrap: wrap; gap: 1.2rem; margin-top: 1rem; }
@media print {
  @page { size: A4 landscape; margin: 12mm; }
  body { margin: 0; max-width: none; padding: 0; font-size: 8.5pt; line-height: 1.25; }
  th, td { padding: 2pt 4pt; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  .group { break-after: avoid; }
  thead th, .group th, b { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
</style>`;
