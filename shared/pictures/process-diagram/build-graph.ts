import { type Action, type Language, POLICYHOLDER, type Regulation } from '../../domain/regulation.ts';
import { conditionsOf, whenOf } from '../checkpoint-line.ts';
import { letterOf, type ProcessStep, processSteps } from '../process-steps.ts';
import { arrive, connect, type Drawing, type Way } from './drawing.ts';
import {
  type ActionNode,
  CODE_ENDS,
  type GraphLane,
  type GraphNode,
  type GraphStep,
  nodeKindOf,
  POLICYHOLDER_LANE,
  type ProcessGraph,
  type RestOfProcess,
  SYSTEM_LANE,
} from './graph.ts';
import { DIAGRAM_WORDS, type DiagramWords } from './words.ts';

/**
 * Draws a checked regulation: a timer per checkpoint, the question whether it is paid, the actions if it is not. Those who
 * have paid meet in the lane of the policyholder. A checkpoint for some classes or amounts only has a third way around it.
 */
export function processGraph(regulation: Regulation, language: Language): ProcessGraph {
  const words = DIAGRAM_WORDS[language];
  const lanes = lanesOf(regulation, words);
  const drawing: Drawing = { regulation, language, words, lanes, edges: [] };
  const steps: GraphStep[] = [];
  let onward: readonly Way[] = [];
  let paidSoFar: Way | undefined;
  for (const [index, step] of processSteps(regulation).entries()) {
    if (!step.checkpoint) {
      steps.push(restoringStep(drawing, step, index + 1));
      continue;
    }
    const drawn = checkpointStep(drawing, { step, number: index + 1, onward, paidSoFar });
    steps.push(drawn.step);
    onward = drawn.onward;
    paidSoFar = drawn.paidSoFar;
  }
  const paid: GraphNode = { id: 'End_Paid', kind: 'end', lane: POLICYHOLDER_LANE, name: words.paid };
  if (paidSoFar) connect(drawing, paidSoFar, paid);
  const rest = restOf(drawing, onward, steps);
  const { title, regulationId, version } = regulation;
  return { title, regulationId, version, language, lanes, steps, paid, rest, edges: drawing.edges };
}

const lanesOf = ({ roles }: Regulation, words: DiagramWords): readonly GraphLane[] => [
  { id: POLICYHOLDER_LANE, title: words.policyholder },
  { id: SYSTEM_LANE, title: words.system },
  ...roles.map(({ role, title }, index) => ({ id: `Lane_${index + 1}`, title, role })),
];

/** A step, and what leads to it. */
interface At {
  readonly step: ProcessStep;
  readonly number: number;
  readonly onward: readonly Way[];
  readonly paidSoFar: Way | undefined;
}

function checkpointStep(drawing: Drawing, { step, number, onward, paidSoFar }: At) {
  const { words } = drawing;
  const inSystem = { lane: SYSTEM_LANE } as const;
  const event: GraphNode = {
    id: `Checkpoint_${number}`,
    kind: number === 1 ? 'timerStart' : 'timer',
    ...inSystem,
    name: eventName(drawing, step),
  };
  const merge = arrive(drawing, onward, event, `Merge_${number}`);
  const question: GraphNode = { id: `Paid_${number}`, kind: 'question', ...inSystem, name: words.isPaid };
  connect(drawing, { from: event.id }, question);
  const collect: GraphNode | undefined = paidSoFar && { id: `Collect_${number}`, kind: 'join', lane: POLICYHOLDER_LANE, name: '' };
  if (collect && paidSoFar) connect(drawing, paidSoFar, collect);
  const yes = { from: question.id, name: words.yes };
  if (collect) connect(drawing, yes, collect);
  const { actions, end, last } = actionsOf(drawing, step, { from: question.id, name: words.no }, number);
  const around = isConditional(step) ? [{ from: question.id, name: words.waived }] : [];
  return {
    step: { ...step, event, question, actions, ...(merge && { merge }), ...(collect && { collect }), ...(end && { end }) },
    onward: [...around, ...(end ? [] : [last])],
    paidSoFar: collect ? { from: collect.id } : yes,
  };
}

/** What happens at any time when the money of a suspended policy comes: a beginning of its own. */
function restoringStep(drawing: Drawing, step: ProcessStep, number: number): GraphStep {
  const event: GraphNode = { id: `Checkpoint_${number}`, kind: 'conditionStart', lane: SYSTEM_LANE, name: drawing.words.paidUp };
  const { actions, last } = actionsOf(drawing, step, { from: event.id }, number);
  const end: GraphNode = { id: `End_${number}`, kind: 'end', lane: actions.at(-1)?.lane ?? SYSTEM_LANE, name: drawing.words.restored };
  connect(drawing, last, end);
  return { event, actions, end };
}

/** The actions in their order, each in the lane of who does it. After a lapse comes an end. */
function actionsOf(drawing: Drawing, { actions }: ProcessStep, entry: Way, number: number) {
  let last = entry;
  const nodes = actions.map((action, index): ActionNode => {
    const name = `${action.code} ${action.title}`;
    const node = {
      id: `Action_${number}_${index + 1}`,
      kind: nodeKindOf(action.kind),
      lane: laneOf(drawing, action),
      name,
      action,
      to: addresseesOf(drawing, action),
    };
    connect(drawing, last, node);
    last = { from: node.id };
    return node;
  });
  if (!actions.some(({ kind }) => kind === 'lapse')) return { actions: nodes, last };
  const end: GraphNode = { id: `End_${number}`, kind: 'end', lane: nodes.at(-1)?.lane ?? SYSTEM_LANE, name: drawing.words.lapsed };
  connect(drawing, last, end);
  return { actions: nodes, end, last };
}

/** Unpaid to the end, and neither lapsed nor restored. It stands where the last action is, unless some came around that. */
function restOf(drawing: Drawing, onward: readonly Way[], steps: readonly GraphStep[]): RestOfProcess | undefined {
  if (onward.length === 0) return undefined;
  const last = steps.findLast(({ checkpoint }) => checkpoint);
  const follows = onward.some(({ from }) => from === last?.question?.id) ? 'question' : 'action';
  const lane = follows === 'action' ? (last?.actions.at(-1)?.lane ?? SYSTEM_LANE) : SYSTEM_LANE;
  const end: GraphNode = { id: 'End_Control', kind: 'end', lane, name: drawing.words.controlEnds };
  const merge = arrive(drawing, onward, end, 'Merge_End');
  return { end, follows, ...(merge && { merge }) };
}

function laneOf({ lanes }: Drawing, action: Action): string {
  if (nodeKindOf(action.kind) !== 'user') return SYSTEM_LANE;
  return lanes.find(({ role }) => role !== undefined && letterOf(action, role) === 'R')?.id ?? SYSTEM_LANE;
}

const addresseesOf = ({ lanes }: Drawing, { to = [] }: Action): readonly string[] =>
  to.flatMap((name) => lanes.find(({ id, role }) => (name === POLICYHOLDER ? id === POLICYHOLDER_LANE : role === name))?.title ?? []);

const isConditional = ({ checkpoint }: ProcessStep): boolean =>
  checkpoint?.classes !== undefined || checkpoint?.minOutstanding !== undefined;

function eventName({ language }: Drawing, { checkpoint }: ProcessStep): string {
  if (!checkpoint) return '';
  return [checkpoint.code, whenOf(checkpoint, language), ...conditionsOf(checkpoint, language)].join(CODE_ENDS);
}
