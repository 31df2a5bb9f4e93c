import type { Language, Raci, Regulation } from '../../domain/regulation.ts';
import { type Html, html, nothing } from '../../notices/html.ts';
import { MATRIX_WORDS } from '../responsibility-matrix-words.ts';
import { processGraph } from './build-graph.ts';
import type { Diagram, Mark, PlacedEdge, PlacedLane } from './diagram.ts';
import { bottom, middle } from './geometry.ts';
import { layout, POOL_HEADER } from './layout.ts';
import { LANE_HEADER } from './rows.ts';
import { TITLE } from './sizes.ts';
import { labelAsSvg, nodeAsSvg, textLines } from './svg-shapes.ts';
import { linesOf, textWidth } from './text-lines.ts';

const MARGIN = 16;
const LEGEND = 44;

/** The process as a picture that stands alone: it loads nothing, reads in grey, and says what it shows to who can't see it. */
export function diagramAsSvg(regulation: Regulation, language: Language): string {
  const diagram = layout(processGraph(regulation, language));
  const [width, height] = [diagram.pool.width + 2 * MARGIN, diagram.pool.height + MARGIN + LEGEND];
  const { title, regulationId, version, steps } = diagram.graph;
  const told = steps.map(({ event, actions }) => `${event.name}: ${actions.map(({ name }) => name).join(', ')}.`);
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${-MARGIN} ${-MARGIN} ${width} ${height}" role="img" aria-labelledby="title description" lang="${language}">
<title id="title">${title} (${regulationId}, ${MATRIX_WORDS[language].version} ${version})</title>
<desc id="description">${told.join(' ')}</desc>
${STYLE}
<defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 1L10 5L0 9z"/></marker></defs>
<rect class="paper" x="${-MARGIN}" y="${-MARGIN}" width="${width}" height="${height}"/>
${diagram.lanes.map(laneAsSvg)}
${poolHeader(diagram)}
${diagram.marks.map(guideOf)}
${diagram.edges.map(edgeAsSvg)}
${diagram.nodes.map(nodeAsSvg)}
${diagram.marks.map(markAsSvg)}
${legend(diagram)}
</svg>
`.markup;
}

function poolHeader({ pool, graph }: Diagram): Html {
  const y = middle(pool).y;
  const x = POOL_HEADER / 2;
  const [title = '', ...more] = linesOf(graph.title, pool.height - 20, 13);
  return html`<rect class="pool" x="0" y="0" width="${POOL_HEADER}" height="${pool.height}"/>
<text class="process" text-anchor="middle" transform="translate(${x + 5} ${y}) rotate(-90)">${more.length > 0 ? `${title}…` : title}</text>
<rect class="frame" x="0" y="0" width="${pool.width}" height="${pool.height}"/>`;
}

function laneAsSvg({ box, title }: PlacedLane): Html {
  const lines = linesOf(title, LANE_HEADER - 12, TITLE.size);
  const y = middle(box).y - (lines.length * TITLE.line) / 2 + TITLE.line - 4;
  return html`<rect class="lane" x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}"/>
<rect class="laneHeader" x="${box.x}" y="${box.y}" width="${LANE_HEADER}" height="${box.height}"/>
${textLines(lines, { x: box.x + LANE_HEADER / 2, y, line: TITLE.line, style: 'participant', anchor: 'middle' })}
`;
}

function edgeAsSvg({ points, label }: PlacedEdge): Html {
  const way = points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');
  return html`<path class="way" d="${way}" marker-end="url(#arrow)"/>${label ? labelAsSvg(label, 'answer') : nothing}
`;
}

const guideOf = ({ at, from }: Mark): Html => (from ? html`<path class="guide" d="M${from.x} ${from.y}L${at.x} ${at.y}"/>` : nothing);

const markAsSvg = ({ letter, at }: Mark): Html => letterAsSvg(letter, at.x, at.y);

const letterAsSvg = (letter: Raci, x: number, y: number): Html =>
  html`<g class="mark ${letter}"><circle cx="${x}" cy="${y}" r="9.5"/><text text-anchor="middle" x="${x}" y="${y + 4}">${letter}</text></g>`;

const LETTERS: readonly Raci[] = ['R', 'A', 'C', 'I'];

function legend({ pool, graph }: Diagram): Html {
  const { letters } = MATRIX_WORDS[graph.language];
  const y = bottom(pool) + LEGEND / 2;
  let x = 10;
  const entries = LETTERS.map((letter) => {
    const at = x;
    x += 46 + Math.ceil(textWidth(letters[letter], TITLE.size));
    return html`${letterAsSvg(letter, at, y)}<text class="label" x="${at + 16}" y="${y + 4}">${letters[letter]}</text>`;
  });
  return html`${entries}`;
}

/** Kinds of tasks are told apart by symbols, adverse ones by a thick frame, letters by fill: colours only help. */
const STYLE = html`<style>
text { font-family: Arial, "Liberation Sans", Helvetica, sans-serif; font-size: 11px; fill: #1b2733; }
.paper { fill: #fff; }
.pool { fill: #24405c; }
.process { font-size: 13px; font-weight: bold; fill: #fff; }
.frame { fill: none; stroke: #24405c; stroke-width: 1.5; }
.lane { fill: #fff; stroke: #93a3b3; }
.laneHeader { fill: #e8eef4; stroke: #93a3b3; }
.participant { font-size: 12px; font-weight: bold; }
.way { fill: none; stroke: #33475b; stroke-width: 1.4; stroke-linejoin: round; }
marker path { fill: #33475b; }
.guide { fill: none; stroke: #93a3b3; stroke-dasharray: 2 3; }
.event, .gateway { fill: #fff; stroke: #24405c; stroke-width: 1.6; }
.end { stroke-width: 4; }
.gateway { fill: #fdf6e3; }
.cross { fill: none; stroke: #24405c; stroke-width: 2.6; }
.task { fill: #eaf3fb; stroke: #24405c; stroke-width: 1.4; }
.user { fill: #fff4dc; }
.service { fill: #e9f6ec; }
.adverse { fill: #fdeaea; stroke-width: 3; }
.symbol { fill: none; stroke: #24405c; stroke-width: 1.4; }
.filled { fill: #24405c; }
.light { stroke: #fff; }
.teeth { stroke-width: 3; stroke-dasharray: 2.4 2.31; }
.code { font-size: 12px; font-weight: bold; }
.title { font-size: 12px; }
.to { font-size: 10.5px; fill: #51606f; }
.name, .answer, .moment tspan:first-child { font-weight: bold; }
.mark circle { fill: #fff; stroke: #24405c; stroke-width: 1.3; }
.mark text { font-weight: bold; }
.R circle { fill: #24405c; }
.R text { fill: #fff; }
.A circle { fill: #cfe0f1; }
.C circle { stroke-dasharray: 3 2; }
</style>`;
