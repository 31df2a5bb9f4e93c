import type { GraphNode, GraphStep, ProcessGraph } from './graph.ts';
import { EVENT, GATEWAY, LABEL_WIDTH, TASK_WIDTH } from './sizes.ts';

/** Middle of each node from left to right, by id. */
export interface Columns {
  readonly centres: ReadonlyMap<string, number>;
  readonly right: number;
}

/** Between a task and the name of the next event: room for the way up, left of that name. */
export const GAP = 20;
/** Between two actions of a checkpoint. */
export const ACTION_GAP = 40;
/** From an event to its question: half its name, and a clear way down from the question. */
const TO_QUESTION = 70;
/** Before a merge: room for the answer on the level way to it. */
const BEFORE_MERGE = 30;

type Centres = Map<string, number>;

/**
 * A column per checkpoint: [merge] event → question, below the question the actions side by side, behind them an end.
 * What follows starts right of all of it, so ways between columns cross nothing.
 */
export function columnsOf({ steps, paid, rest }: ProcessGraph, left: number): Columns {
  const centres: Centres = new Map();
  const last = steps.findLast(({ checkpoint }) => checkpoint);
  let x = left;
  for (const step of steps) {
    const end = step.end ?? (step === last && rest?.follows === 'action' ? rest.end : undefined);
    x = placeStep(step, end, { x, centres }) + GAP;
    if (step === last && rest?.follows === 'question') x = placeEvents(rest.merge, rest.end, { x, centres }) + LABEL_WIDTH / 2 + GAP;
  }
  const lastQuestion = centres.get(last?.question?.id ?? '') ?? left;
  const paidAt = lastQuestion + GATEWAY / 2 + ACTION_GAP + EVENT / 2;
  centres.set(paid.id, paidAt);
  return { centres, right: Math.max(x - GAP, paidAt + LABEL_WIDTH / 2) };
}

interface From {
  readonly x: number;
  readonly centres: Centres;
}

/** @returns the right side of the column. */
function placeStep({ merge, event, question, collect, actions }: GraphStep, end: GraphNode | undefined, from: From): number {
  const questionAt = placeEvents(merge, event, from) + TO_QUESTION;
  for (const node of [question, collect]) if (node) from.centres.set(node.id, questionAt);
  actions.forEach(({ id }, index) => {
    from.centres.set(id, questionAt + index * (TASK_WIDTH + ACTION_GAP));
  });
  const right = questionAt + (actions.length - 1) * (TASK_WIDTH + ACTION_GAP) + TASK_WIDTH / 2;
  if (!end) return right;
  const endAt = right + ACTION_GAP + EVENT / 2;
  from.centres.set(end.id, endAt);
  return endAt + LABEL_WIDTH / 2;
}

/** @returns the middle of the event. */
function placeEvents(merge: GraphNode | undefined, event: GraphNode, { x, centres }: From): number {
  const mergeAt = x + BEFORE_MERGE + GATEWAY / 2;
  if (merge) centres.set(merge.id, mergeAt);
  const eventAt = (merge ? mergeAt + GATEWAY / 2 + GAP / 2 : x) + LABEL_WIDTH / 2;
  centres.set(event.id, eventAt);
  return eventAt;
}
