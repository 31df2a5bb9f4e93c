import { isAdverse } from '../../domain/regulation.ts';
import { letterOf } from '../process-steps.ts';
import { columnsOf } from './columns.ts';
import type { Diagram, Label, Mark, PlacedEdge, PlacedLane, PlacedNode } from './diagram.ts';
import { bottom, boxAround, middle, type Point } from './geometry.ts';
import { type ActionNode, type GraphEdge, type GraphNode, isGateway, nodesOf, type ProcessGraph } from './graph.ts';
import { route } from './route.ts';
import { LANE_HEADER, labelBox, type Rows, rowsOf } from './rows.ts';
import { EVENT, GATEWAY, LABEL, labelLines, TASK_WIDTH, taskHeight, taskText } from './sizes.ts';
import { textWidth } from './text-lines.ts';

/** The strip with the name of the process, left of the lanes. */
export const POOL_HEADER = 30;
const MARGIN = 20;
/** The letters of the participants stand right of the middle of an action: the way down to it is in the middle. */
const MARK_OFFSET = 45;
const CORNER = 14;

/** Gives everything a place: rows by lane, columns by checkpoint, ways with right angles. Pure; the same graph, the same picture. */
export function layout(graph: ProcessGraph): Diagram {
  const rows = rowsOf(graph);
  const columns = columnsOf(graph, POOL_HEADER + LANE_HEADER + MARGIN);
  const width = columns.right + MARGIN;
  const lanes = rows.lanes.map(({ lane, top, height }): PlacedLane => {
    const { title, role } = graph.lanes.find(({ id }) => id === lane) ?? { title: lane };
    return { id: lane, title, ...(role !== undefined && { role }), box: { x: POOL_HEADER, y: top, width: width - POOL_HEADER, height } };
  });
  const actions = new Map(graph.steps.flatMap((step) => step.actions.map((action) => [action.id, action] as const)));
  const nodes = nodesOf(graph).map((node): PlacedNode => {
    const centre = { x: columns.centres.get(node.id) ?? 0, y: heightOf(node, graph, rows) };
    const action = actions.get(node.id);
    return action ? placedTask(action, graph, centre) : placedNode(node, centre);
  });
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return {
    graph,
    pool: { x: 0, y: 0, width, height: rows.height },
    lanes,
    nodes,
    edges: graph.edges.flatMap((edge) => placedEdge(edge, byId)),
    marks: nodes.flatMap((node) => marksOf(node, actions.get(node.id), lanes)),
  };
}

function heightOf(node: GraphNode, { steps, rest }: ProcessGraph, { lanes, events }: Rows): number {
  const withEvents = steps.some(({ event, question, merge }) => [event, question, merge].includes(node));
  const restWithEvents = rest?.follows === 'question' && [rest.end, rest.merge].includes(node);
  return withEvents || restWithEvents ? events : (lanes.find(({ lane }) => lane === node.lane)?.centre ?? 0);
}

function placedTask(node: ActionNode, graph: ProcessGraph, centre: Point): PlacedNode {
  const text = taskText(node, graph);
  const { id, kind, lane, name, action } = node;
  return {
    id,
    kind,
    lane,
    name,
    text,
    code: action.code,
    isAdverse: isAdverse(action.kind),
    box: boxAround(centre, TASK_WIDTH, taskHeight(text)),
  };
}

function placedNode(node: GraphNode, centre: Point): PlacedNode {
  if (node.kind === 'join') return { ...node, box: boxAround(centre, GATEWAY, GATEWAY) };
  if (isGateway(node.kind))
    return { ...node, box: boxAround(centre, GATEWAY, GATEWAY), label: beside(node.name, { x: centre.x - 8, y: centre.y - 40 }, 'end') };
  const lines = labelLines(node);
  return { ...node, box: boxAround(centre, EVENT, EVENT), label: { box: labelBox(centre, lines), lines, align: 'middle' } };
}

/** A short text that begins or ends at a point. */
function beside(text: string, at: Point, align: 'start' | 'end'): Label {
  const width = Math.ceil(textWidth(text, LABEL.size));
  return { lines: [text], align, box: { x: align === 'end' ? at.x - width : at.x, y: at.y, width, height: LABEL.line } };
}

function placedEdge(edge: GraphEdge, nodes: ReadonlyMap<string, PlacedNode>): readonly PlacedEdge[] {
  const [from, to] = [nodes.get(edge.from), nodes.get(edge.to)];
  if (!from || !to) return [];
  const points = route(from, to);
  return [{ ...edge, points, ...(edge.name !== undefined && { label: answer(edge.name, points) }) }];
}

/** The answer stands where the way leaves the question: right of a way up or down, above a level one. */
function answer(name: string, [start, next]: readonly Point[]): Label {
  const { x, y } = start ?? { x: 0, y: 0 };
  if (next?.x !== x) return beside(name, { x: x + 2, y: y - LABEL.line - 3 }, 'start');
  return beside(name, { x: x + 6, y: next.y < y ? y - LABEL.line - 4 : y + 3 }, 'start');
}

/** Who has a part in an action: a letter in the lane of each role; R of what a person does stands in the box. */
function marksOf(node: PlacedNode, action: ActionNode | undefined, lanes: readonly PlacedLane[]): readonly Mark[] {
  if (!action) return [];
  return lanes.flatMap((lane): Mark[] => {
    const letter = lane.role === undefined ? undefined : letterOf(action.action, lane.role);
    if (letter === undefined) return [];
    if (lane.id === node.lane) return [{ letter, at: { x: node.box.x + node.box.width - CORNER, y: node.box.y + CORNER } }];
    const at = { x: middle(node.box).x + MARK_OFFSET, y: middle(lane.box).y };
    return [{ letter, at, from: { x: at.x, y: at.y < node.box.y ? node.box.y : bottom(node.box) } }];
  });
}
