import { type GraphNode, nodesOf, POLICYHOLDER_LANE, type ProcessGraph, SYSTEM_LANE } from './graph.ts';
import { EVENT, GATEWAY, LABEL, LABEL_WIDTH, labelLines, TITLE, taskHeight, taskText } from './sizes.ts';
import { linesOf } from './text-lines.ts';

/** A lane from top to bottom. The system has two rows: events and questions above, what it does below. */
export interface Row {
  readonly lane: string;
  readonly top: number;
  readonly height: number;
  /** Middle of what is done in the lane. */
  readonly centre: number;
}

export interface Rows {
  readonly lanes: readonly Row[];
  /** Middle of the events and questions. */
  readonly events: number;
  readonly height: number;
}

export const LANE_HEADER = 120;
const PADDING = 20;
const LOWEST_LANE = 90;
/** Above the events: the name of the question, and the answer at the way up. */
const ABOVE_EVENTS = 62;
const LABEL_GAP = 4;

export function rowsOf(graph: ProcessGraph): Rows {
  const lanes: Row[] = [];
  let top = 0;
  let events = 0;
  for (const lane of graph.lanes) {
    const done = doneIn(lane.id, graph);
    const titleHeight = linesOf(lane.title, LANE_HEADER - 12, TITLE.size).length * TITLE.line;
    if (lane.id === SYSTEM_LANE) {
      events = top + ABOVE_EVENTS;
      const belowEvents = events + Math.max(belowCentre(eventsOf(graph)), GATEWAY / 2 + LABEL.line + LABEL_GAP) + PADDING / 2;
      const height = belowEvents + (done.height > 0 ? done.height + PADDING : 0) - top;
      lanes.push({ lane: lane.id, top, height, centre: belowEvents + done.above });
    } else {
      const height = Math.max(LOWEST_LANE, done.height + 2 * PADDING, titleHeight + PADDING);
      lanes.push({ lane: lane.id, top, height, centre: top + (height - done.height) / 2 + done.above });
    }
    top += lanes.at(-1)?.height ?? 0;
  }
  return { lanes, events, height: top };
}

/** The highest thing in a lane above and below the line on which all are centred. */
function doneIn(lane: string, graph: ProcessGraph): { readonly above: number; readonly height: number } {
  const tasks = graph.steps.flatMap(({ actions }) => actions).filter((action) => action.lane === lane);
  const half = Math.max(0, ...tasks.map((task) => taskHeight(taskText(task, graph)) / 2));
  const upperNodes = new Set<GraphNode>(lane === SYSTEM_LANE ? eventsOf(graph) : []);
  const ends = nodesOf(graph).filter((node) => node.lane === lane && node.kind === 'end' && !upperNodes.has(node));
  const joins = lane === POLICYHOLDER_LANE ? GATEWAY / 2 : 0;
  const above = Math.max(half, joins, ends.length > 0 ? EVENT / 2 : 0);
  return { above, height: above + Math.max(half, joins, belowCentre(ends)) };
}

/** What stands in the upper row of the system and has its name below it. */
const eventsOf = ({ steps, rest }: ProcessGraph): readonly GraphNode[] => [
  ...steps.map(({ event }) => event),
  ...(rest?.follows === 'question' ? [rest.end] : []),
];

const belowCentre = (nodes: readonly GraphNode[]): number =>
  Math.max(0, ...nodes.map((node) => EVENT / 2 + LABEL_GAP + labelLines(node).length * LABEL.line));

/** Where the name of an event stands. */
export const labelBox = (centre: { readonly x: number; readonly y: number }, lines: readonly string[]) => ({
  x: centre.x - LABEL_WIDTH / 2,
  y: centre.y + EVENT / 2 + LABEL_GAP,
  width: LABEL_WIDTH,
  height: lines.length * LABEL.line,
});
