import { type Html, html, nothing } from '../../notices/html.ts';
import type { Label, PlacedNode } from './diagram.ts';
import { bottom, middle, right } from './geometry.ts';
import { BOLDER, LABEL, SMALL, TASK_HEAD, TASK_WIDTH, TITLE } from './sizes.ts';
import { textWidth } from './text-lines.ts';

const LABEL_STYLES: Partial<Record<PlacedNode['kind'], string>> = { question: 'name', timerStart: 'moment', timer: 'moment' };

/** A node as SVG: its shape with its symbol, and its texts. */
export function nodeAsSvg(node: PlacedNode): Html {
  const label = node.label ? labelAsSvg(node.label, LABEL_STYLES[node.kind]) : nothing;
  const name = node.name === '' ? nothing : html`<title>${node.name}</title>`;
  return html`<g>${name}${shapeOf(node)}${label}</g>
`;
}

export function labelAsSvg({ box, lines, align }: Label, style = 'label'): Html {
  const x = align === 'middle' ? box.x + box.width / 2 : align === 'end' ? right(box) : box.x;
  return textLines(lines, { x, y: box.y + LABEL.line - 3, line: LABEL.line, style, anchor: align });
}

function shapeOf(node: PlacedNode): Html {
  const { x, y } = middle(node.box);
  switch (node.kind) {
    case 'timerStart':
      return html`<circle class="event" cx="${x}" cy="${y}" r="18"/>${clock(x, y)}`;
    case 'timer':
      return html`<circle class="event" cx="${x}" cy="${y}" r="18"/><circle class="event" cx="${x}" cy="${y}" r="15"/>${clock(x, y)}`;
    case 'conditionStart':
      return html`<circle class="event" cx="${x}" cy="${y}" r="18"/>${sheet(x, y)}`;
    case 'end':
      return html`<circle class="event end" cx="${x}" cy="${y}" r="17"/>`;
    case 'question':
    case 'join':
      return html`<path class="gateway" d="M${x} ${node.box.y}L${right(node.box)} ${y}L${x} ${bottom(node.box)}L${node.box.x} ${y}Z"/><path class="cross" d="M${x - 7} ${y - 8}l14 16m0 -16l-14 16"/>`;
    case 'send':
    case 'user':
    case 'service':
      return task(node);
  }
}

function task({ box, kind, text, code = '', isAdverse }: PlacedNode): Html {
  const title = text?.title ?? [];
  const firstLine = box.y + TASK_HEAD + TITLE.line - 4;
  return html`<rect class="task ${kind}${isAdverse ? ' adverse' : ''}" x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" rx="10"/>
${symbol(kind, box.x + 8, box.y + 7)}<text class="code" x="${box.x + 30}" y="${box.y + 19}"${squeezed(code)}>${code}</text>
${textLines(title, { x: box.x + 8, y: firstLine, line: TITLE.line, style: 'title' })}
${textLines(text?.to ?? [], { x: box.x + 8, y: firstLine + title.length * TITLE.line, line: SMALL.line, style: 'to' })}`;
}

/** Between the symbol and the letter of who does it. */
const CODE_WIDTH = TASK_WIDTH - 56;

/** A code can't be broken; a long one is drawn narrower. */
const squeezed = (code: string): Html =>
  textWidth(code, TITLE.size) * BOLDER > CODE_WIDTH ? html` textLength="${CODE_WIDTH}" lengthAdjust="spacingAndGlyphs"` : nothing;

interface TextAt {
  readonly x: number;
  readonly y: number;
  readonly line: number;
  readonly style: string;
  readonly anchor?: 'start' | 'middle' | 'end';
}

export function textLines(lines: readonly string[], { x, y, line, style, anchor = 'start' }: TextAt): Html {
  if (lines.length === 0) return nothing;
  return html`<text class="${style}" text-anchor="${anchor}">${lines.map((words, index) => html`<tspan x="${x}" y="${y + index * line}">${words}</tspan>`)}</text>`;
}

const clock = (x: number, y: number): Html =>
  html`<circle class="symbol" cx="${x}" cy="${y}" r="10.5"/><path class="symbol" d="M${x} ${y}v-7.5M${x} ${y}l4.5 2.5"/>`;

const sheet = (x: number, y: number): Html => html`<path class="symbol" d="M${x - 7} ${y - 9}h14v18h-14zm3 4.5h8m-8 4.5h8m-8 4.5h8"/>`;

/** An envelope for messages, a person for tasks, a gear for what the system does to a policy: 16 pixels each. */
function symbol(kind: PlacedNode['kind'], x: number, y: number): Html {
  if (kind === 'send')
    return html`<path class="symbol filled" d="M${x} ${y + 2}h16v11h-16z"/><path class="symbol light" d="M${x + 1} ${y + 3}l7 5.5l7 -5.5"/>`;
  if (kind === 'user')
    return html`<circle class="symbol" cx="${x + 8}" cy="${y + 4.5}" r="3.5"/><path class="symbol" d="M${x + 1} ${y + 15}c0 -8 14 -8 14 0z"/>`;
  return html`<circle class="symbol" cx="${x + 8}" cy="${y + 8}" r="3"/><circle class="symbol teeth" cx="${x + 8}" cy="${y + 8}" r="6"/>`;
}
