import type { BpmnModdle, ModdleElement } from 'bpmn-moddle';
import type { BpmnProcess } from './bpmn-process.ts';
import type { Diagram, Label, PlacedEdge, PlacedNode } from './diagram.ts';
import type { Box, Point } from './geometry.ts';
import { isGateway } from './graph.ts';

/** Modellers open a diagram at their origin; a margin keeps its frame off the edge. */
const ORIGIN: Point = { x: 160, y: 80 };

/** The layout as BPMN DI: the same places and ways as in the SVG. */
export function bpmnDiagram(moddle: BpmnModdle, { pool, lanes, nodes, edges }: Diagram, process: BpmnProcess): ModdleElement {
  const horizontal = (id: string, box: Box, bpmnElement: ModdleElement | undefined) =>
    moddle.create('bpmndi:BPMNShape', { id: `${id}_di`, bpmnElement, isHorizontal: true, bounds: boundsOf(moddle, box) });
  const planeElement = [
    horizontal('Pool', pool, process.participant),
    ...lanes.map(({ id, box }) => horizontal(id, box, process.elements.get(id))),
    ...nodes.map((node) => shapeOf(moddle, node, process.elements.get(node.id))),
    ...edges.map((edge) => edgeOf(moddle, edge, process.elements.get(edge.id))),
  ];
  const plane = moddle.create('bpmndi:BPMNPlane', { id: 'Plane', bpmnElement: process.collaboration, planeElement });
  return moddle.create('bpmndi:BPMNDiagram', { id: 'Diagram', plane });
}

const shapeOf = (moddle: BpmnModdle, { id, kind, box, label }: PlacedNode, bpmnElement: ModdleElement | undefined): ModdleElement =>
  moddle.create('bpmndi:BPMNShape', {
    id: `${id}_di`,
    bpmnElement,
    ...(isGateway(kind) && { isMarkerVisible: true }),
    bounds: boundsOf(moddle, box),
    ...(label && { label: labelOf(moddle, label) }),
  });

const edgeOf = (moddle: BpmnModdle, { id, points, label }: PlacedEdge, bpmnElement: ModdleElement | undefined): ModdleElement =>
  moddle.create('bpmndi:BPMNEdge', {
    id: `${id}_di`,
    bpmnElement,
    waypoint: points.map(({ x, y }) => moddle.create('dc:Point', { x: x + ORIGIN.x, y: y + ORIGIN.y })),
    ...(label && { label: labelOf(moddle, label) }),
  });

const labelOf = (moddle: BpmnModdle, { box }: Label): ModdleElement => moddle.create('bpmndi:BPMNLabel', { bounds: boundsOf(moddle, box) });

const boundsOf = (moddle: BpmnModdle, { x, y, width, height }: Box): ModdleElement =>
  moddle.create('dc:Bounds', { x: x + ORIGIN.x, y: y + ORIGIN.y, width, height });
