import type { Action, ActionKind, Checkpoint, Language } from '../../domain/regulation.ts';

/** A process as boxes and arrows, before anything has a place on paper. Ids are good as XML names whatever the codes are. */
export interface ProcessGraph {
  readonly title: string;
  readonly regulationId: string;
  readonly version: number;
  readonly language: Language;
  /** From the top: the policyholder, the system, then the roles in the order of the regulation. */
  readonly lanes: readonly GraphLane[];
  readonly steps: readonly GraphStep[];
  /** Where installments that are paid end. */
  readonly paid: GraphNode;
  /** Where unpaid ones end that no action has ended; behind the last step. */
  readonly rest: RestOfProcess | undefined;
  readonly edges: readonly GraphEdge[];
}

export interface GraphLane {
  readonly id: string;
  readonly title: string;
  /** The role whose lane it is. */
  readonly role?: string;
}

export type NodeKind = 'timerStart' | 'timer' | 'conditionStart' | 'question' | 'join' | 'send' | 'user' | 'service' | 'end';

export interface GraphNode {
  readonly id: string;
  readonly kind: NodeKind;
  /** Id of its lane. */
  readonly lane: string;
  /** Joins have none. */
  readonly name: string;
}

export interface ActionNode extends GraphNode {
  readonly action: Action;
  /** Titles of those it is sent to. */
  readonly to: readonly string[];
}

/** What one checkpoint shows, from left to right. */
export interface GraphStep {
  readonly checkpoint?: Checkpoint;
  /** Where the ways from the step before meet, if it has more than one. */
  readonly merge?: GraphNode;
  readonly event: GraphNode;
  readonly question?: GraphNode;
  /** In the lane of the policyholder: joins those who have paid now and those who had paid before. */
  readonly collect?: GraphNode;
  readonly actions: readonly ActionNode[];
  /** The action before it is the last thing that happens. */
  readonly end?: GraphNode;
}

export interface RestOfProcess {
  readonly merge?: GraphNode;
  readonly end: GraphNode;
  /** Whether it follows the last action directly, or also those that the last checkpoint did not apply to. */
  readonly follows: 'action' | 'question';
}

export interface GraphEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly name?: string;
}

export const POLICYHOLDER_LANE = 'Lane_Policyholder';
export const SYSTEM_LANE = 'Lane_System';

/** Who does it: a person, or the system, which sends what is a message and changes the policy otherwise. */
export function nodeKindOf(kind: ActionKind): 'send' | 'user' | 'service' {
  switch (kind) {
    case 'remind':
    case 'notice':
      return 'send';
    case 'task':
    case 'escalate':
      return 'user';
    case 'suspend':
    case 'lapse':
    case 'reinstate':
      return 'service';
  }
}

/** Between the code of a checkpoint and when it comes: 'C1 · 14 days before the due date'. */
export const CODE_ENDS = ' · ';

export const isTimer = (kind: NodeKind): boolean => kind === 'timerStart' || kind === 'timer';
export const isTask = (kind: NodeKind): boolean => kind === 'send' || kind === 'user' || kind === 'service';
export const isGateway = (kind: NodeKind): boolean => kind === 'question' || kind === 'join';

/** All nodes, in the order of the process. */
export const nodesOf = ({ steps, paid, rest }: ProcessGraph): readonly GraphNode[] => [
  ...steps.flatMap(({ merge, event, question, collect, actions, end }) =>
    [merge, event, question, collect, ...actions, end].filter(isPresent),
  ),
  paid,
  ...[rest?.merge, rest?.end].filter(isPresent),
];

const isPresent = <T>(value: T | undefined): value is T => value !== undefined;
