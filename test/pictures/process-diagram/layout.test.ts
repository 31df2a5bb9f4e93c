import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultRegulation } from '../../../shared/domain/default-regulation.ts';
import { processGraph } from '../../../shared/pictures/process-diagram/build-graph.ts';
import type { Diagram, PlacedEdge } from '../../../shared/pictures/process-diagram/diagram.ts';
import type { Box, Point } from '../../../shared/pictures/process-diagram/geometry.ts';
import { layout } from '../../../shared/pictures/process-diagram/layout.ts';
import { anyProcess } from './any-process.ts';

const everyDiagram = (check: (diagram: Diagram) => void) => {
  for (const language of ['en', 'uk', 'ru'] as const) check(layout(processGraph(defaultRegulation, language)));
  fc.assert(fc.property(anyProcess, (regulation) => check(layout(processGraph(regulation, 'uk')))));
};

const overlap = (a: Box, b: Box) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const inside = (a: Box, b: Box) => a.x >= b.x && a.y >= b.y && a.x + a.width <= b.x + b.width && a.y + a.height <= b.y + b.height;
const onBorder = (p: Point, b: Box) =>
  ((p.x === b.x || p.x === b.x + b.width) && p.y === b.y + b.height / 2) ||
  ((p.y === b.y || p.y === b.y + b.height) && p.x === b.x + b.width / 2);

/** A level or plumb stretch of a way as a box without thickness. */
const stretches = ({ points }: PlacedEdge): readonly Box[] =>
  points.slice(1).map((p, i) => {
    const q = points[i]!;
    return { x: Math.min(p.x, q.x), y: Math.min(p.y, q.y), width: Math.abs(p.x - q.x), height: Math.abs(p.y - q.y) };
  });

test('no two shapes overlap, and no name lies on a shape or on another name', () => {
  everyDiagram(({ nodes, edges }) => {
    const boxes = [
      ...nodes.map(({ id, box }) => ({ id, box })),
      ...[...nodes, ...edges].flatMap(({ id, label }) => (label ? [{ id: `name of ${id}`, box: label.box }] : [])),
    ];
    const pairs = boxes.flatMap((a, i) =>
      boxes
        .slice(i + 1)
        .filter((b) => overlap(a.box, b.box))
        .map((b) => `${a.id} / ${b.id}`),
    );
    expect(pairs).toEqual([]);
  });
});

test('every shape and its name lie in the lane that it belongs to, and the lanes fill the pool from top to bottom', () => {
  everyDiagram(({ pool, lanes, nodes }) => {
    for (const { id, lane, box, label } of nodes) {
      const inLane = lanes.find((l) => l.id === lane)!.box;
      expect([id, inside(box, inLane), label === undefined || inside(label.box, inLane)]).toEqual([id, true, true]);
    }
    expect(lanes.reduce((y, { box }) => (box.y === y && inside(box, pool) ? y + box.height : Number.NaN), 0)).toBe(pool.height);
  });
});

test('every way starts and ends in the middle of a side of its shapes and has only right angles', () => {
  everyDiagram(({ nodes, edges }) => {
    for (const { id, from, to, points } of edges) {
      const [start, end] = [nodes.find((n) => n.id === from)!.box, nodes.find((n) => n.id === to)!.box];
      expect([id, onBorder(points[0]!, start), onBorder(points.at(-1)!, end)]).toEqual([id, true, true]);
      for (const [i, p] of points.slice(1).entries()) expect([id, p.x === points[i]!.x || p.y === points[i]!.y]).toEqual([id, true]);
    }
  });
});

test('no way leads through a shape or a name of a node, and no two ways cross or cover each other', () => {
  everyDiagram(({ nodes, edges }) => {
    const ways = edges.flatMap((edge) => stretches(edge).map((box) => ({ edge, box })));
    for (const { edge, box } of ways) {
      const touched = nodes.filter((n) => overlap(box, n.box) || (n.label && overlap(box, n.label.box))).map((n) => n.id);
      expect([edge.id, touched]).toEqual([edge.id, []]);
    }
    for (const [i, a] of ways.entries()) {
      const crossed = ways.slice(i + 1).filter((b) => b.edge !== a.edge && touchAwayFromEnds(a, b));
      expect([a.edge.id, crossed.map((b) => b.edge.id)]).toEqual([a.edge.id, []]);
    }
  });
});

/** Ways may meet where both begin or end: at the sides of a shape. */
function touchAwayFromEnds(a: { edge: PlacedEdge; box: Box }, b: { edge: PlacedEdge; box: Box }): boolean {
  const common = {
    left: Math.max(a.box.x, b.box.x),
    right: Math.min(a.box.x + a.box.width, b.box.x + b.box.width),
    top: Math.max(a.box.y, b.box.y),
    bottom: Math.min(a.box.y + a.box.height, b.box.y + b.box.height),
  };
  return common.left <= common.right && common.top <= common.bottom;
}

test('all text of a task fits into its box', () => {
  everyDiagram(({ nodes }) => {
    for (const { text, box } of nodes) if (text) expect(26 + text.title.length * 15 + text.to.length * 13).toBeLessThanOrEqual(box.height);
  });
});

test('letters of participants stand in the lanes of their roles, as in the matrix', () => {
  const { lanes, marks } = layout(processGraph(defaultRegulation, 'en'));
  const laneOf = ({ y }: Point) => lanes.find(({ box }) => box.y <= y && y < box.y + box.height)?.title;
  const inOrder = marks.toSorted((a, b) => a.at.x - b.at.x || a.at.y - b.at.y).map(({ at, letter }) => `${laneOf(at)} ${letter}`);
  expect(inOrder).toEqual([
    'Account manager I',
    'Account manager A',
    'Head of sales A',
    'Account manager R',
    'Account manager I',
    'Accountant I',
    'Account manager C',
    'Head of sales R',
    ...['Account manager I', 'Accountant I', 'Head of sales A'],
    'Head of sales A',
    ...['Account manager I', 'Accountant I', 'Head of sales A'],
    'Account manager I',
  ]);
});
