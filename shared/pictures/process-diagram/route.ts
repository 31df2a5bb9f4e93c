import { ACTION_GAP, GAP } from './columns.ts';
import type { PlacedNode } from './diagram.ts';
import { bottom, middle, type Point, right } from './geometry.ts';
import { isGateway, isTask } from './graph.ts';
import { EVENT, LABEL_WIDTH } from './sizes.ts';

/** The corners of a way between two nodes, from border to border. Level or plumb all along. */
export function route(from: PlacedNode, to: PlacedNode): readonly Point[] {
  const [a, b] = [middle(from.box), middle(to.box)];
  const leaveRight = { x: right(from.box), y: a.y };
  const enterLeft = { x: to.box.x, y: b.y };
  if (a.y === b.y) return [leaveRight, enterLeft];
  const upwards = b.y < a.y;
  const leaveUpOrDown = { x: a.x, y: upwards ? from.box.y : bottom(from.box) };
  const enterFromUpOrDown = { x: b.x, y: upwards ? bottom(to.box) : to.box.y };
  if (a.x === b.x) return [leaveUpOrDown, enterFromUpOrDown];
  if (isGateway(from.kind) && upwards) return [leaveUpOrDown, { x: a.x, y: b.y }, enterLeft];
  if (!isTask(from.kind) && isTask(to.kind)) return [leaveRight, { x: b.x, y: a.y }, enterFromUpOrDown];
  if (to.kind === 'join') return [leaveRight, { x: b.x, y: a.y }, enterFromUpOrDown];
  const bend = to.box.x - approach(to);
  return [leaveRight, { x: bend, y: a.y }, { x: bend, y: b.y }, enterLeft];
}

/** How far before a node the way to it turns: between two tasks half way, before an event left of its name. */
const approach = ({ kind }: PlacedNode): number => (isTask(kind) ? ACTION_GAP / 2 : LABEL_WIDTH / 2 - EVENT / 2 + GAP / 2);
