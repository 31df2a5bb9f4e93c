import type { Language, Regulation } from '../../domain/regulation.ts';
import { processGraph } from './build-graph.ts';
import { type GraphLane, type GraphNode, nodesOf, type ProcessGraph } from './graph.ts';

/** The process as a Mermaid flowchart, for wikis and README files: lanes become frames, and Mermaid lays it out. */
export function diagramAsMermaid(regulation: Regulation, language: Language): string {
  const graph = processGraph(regulation, language);
  const ways = graph.edges.map(({ from, to, name }) => `  ${from} -->${name === undefined ? '' : `|${quoted(name)}|`} ${to}`);
  const lines = [
    '---',
    `title: ${JSON.stringify(graph.title)}`,
    '---',
    'flowchart LR',
    ...graph.lanes.flatMap((lane) => frameOf(lane, graph)),
    ...ways,
  ];
  return `${lines.join('\n')}\n`;
}

/** A participant who does nothing has no frame: Mermaid would draw the empty one as a box of the process. */
function frameOf({ id, title }: GraphLane, graph: ProcessGraph): readonly string[] {
  const nodes = nodesOf(graph).filter((node) => node.lane === id);
  if (nodes.length === 0) return [];
  return [`  subgraph ${id}[${quoted(title)}]`, ...nodes.map((node) => `    ${node.id}${shapeOf(node)}`), '  end'];
}

function shapeOf({ kind, name }: GraphNode): string {
  switch (kind) {
    case 'timerStart':
    case 'timer':
    case 'conditionStart':
      return `([${quoted(name)}])`;
    case 'question':
      return `{${quoted(name)}}`;
    case 'join':
      return '(( ))';
    case 'end':
      return `(((${quoted(name)})))`;
    case 'send':
    case 'user':
    case 'service':
      return `[${quoted(name)}]`;
  }
}

/** Text in quotes, in which Mermaid reads entities (#60;): no syntax, no HTML, no Markdown; '1.' or '-' in front would be a list. */
const quoted = (text: string): string => `"${text.replace(SIGNS, (sign) => `#${sign.codePointAt(0)};`)}"`;

const SIGNS = /[#&<>"'`\\[\]{}()|*_;:%]|^[-+]|(?<=^\d+)\./g;
