import type { Language, Regulation } from '../../domain/regulation.ts';
import { type GraphEdge, type GraphLane, type GraphNode, SYSTEM_LANE } from './graph.ts';
import type { DiagramWords } from './words.ts';

/** A way that leads on: from a node, with the answer that chooses it. */
export interface Way {
  readonly from: string;
  readonly name?: string;
}

/** What is known while the steps are drawn one after another. */
export interface Drawing {
  readonly regulation: Regulation;
  readonly language: Language;
  readonly words: DiagramWords;
  readonly lanes: readonly GraphLane[];
  readonly edges: GraphEdge[];
}

/** Several ways meet in a join before they go on. */
export function arrive(drawing: Drawing, ways: readonly Way[], target: GraphNode, joinId: string): GraphNode | undefined {
  const [only, ...others] = ways;
  if (only && others.length === 0) connect(drawing, only, target);
  if (others.length === 0) return undefined;
  const merge: GraphNode = { id: joinId, kind: 'join', lane: SYSTEM_LANE, name: '' };
  for (const way of ways) connect(drawing, way, merge);
  connect(drawing, { from: merge.id }, target);
  return merge;
}

export function connect(drawing: Drawing, { from, name }: Way, to: GraphNode): void {
  drawing.edges.push({ id: `Flow_${drawing.edges.length + 1}`, from, to: to.id, ...(name !== undefined && { name }) });
}
