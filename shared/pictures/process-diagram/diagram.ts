import type { Raci } from '../../domain/regulation.ts';
import type { Box, Point } from './geometry.ts';
import type { GraphEdge, GraphLane, GraphNode, ProcessGraph } from './graph.ts';
import type { TaskText } from './sizes.ts';

/** The process with a place for everything: SVG and BPMN are written from the same one. */
export interface Diagram {
  readonly graph: ProcessGraph;
  readonly pool: Box;
  readonly lanes: readonly PlacedLane[];
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
  readonly marks: readonly Mark[];
}

export interface PlacedLane extends GraphLane {
  readonly box: Box;
}

export interface PlacedNode extends GraphNode {
  readonly box: Box;
  /** For tasks: what stands in the box. */
  readonly text?: TaskText;
  /** For events and questions: what stands beside them. */
  readonly label?: Label;
  /** Of the action, for tasks. */
  readonly code?: string;
  readonly isAdverse?: boolean;
}

export interface Label {
  readonly box: Box;
  readonly lines: readonly string[];
  readonly align: 'middle' | 'start' | 'end';
}

export interface PlacedEdge extends GraphEdge {
  readonly points: readonly Point[];
  readonly label?: Label;
}

/** The letter of a role beside an action, in the lane of the role. */
export interface Mark {
  readonly letter: Raci;
  readonly at: Point;
  /** From here a thin line leads to the letter; absent when it stands in the box of the action itself. */
  readonly from?: Point;
}
