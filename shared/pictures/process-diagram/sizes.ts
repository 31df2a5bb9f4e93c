import { type ActionNode, CODE_ENDS, type GraphNode, isGateway, isTask, isTimer, type ProcessGraph } from './graph.ts';
import { linesOf } from './text-lines.ts';
import { DIAGRAM_WORDS } from './words.ts';

/** Sizes that BPMN modellers use for events and gateways; a task is wider than theirs, so that titles need fewer lines. */
export const EVENT = 36;
export const GATEWAY = 50;
export const TASK_WIDTH = 140;
export const LABEL_WIDTH = 90;

export const TITLE = { size: 12, line: 15 };
export const SMALL = { size: 10.5, line: 13 };
export const LABEL = { size: 11, line: 13 };

/** Bold letters are wider. */
export const BOLDER = 1.1;

/** The first line of a task has its symbol, its code and the letter of who does it. */
export const TASK_HEAD = 26;
const TASK_PADDING = 8;
const SHORTEST_TASK = 80;

export interface TaskText {
  readonly title: readonly string[];
  readonly to: readonly string[];
}

/** What is written in the box of a task, broken into lines that fit. */
export function taskText({ action, to }: ActionNode, { language }: ProcessGraph): TaskText {
  const width = TASK_WIDTH - 2 * TASK_PADDING;
  const addressees = to.length > 0 ? `${DIAGRAM_WORDS[language].to} ${to.join(', ')}` : '';
  return { title: linesOf(action.title, width, TITLE.size), to: linesOf(addressees, width, SMALL.size) };
}

/** A task is as high as its text: nothing is cut. */
export const taskHeight = ({ title, to }: TaskText): number =>
  Math.max(SHORTEST_TASK, TASK_HEAD + title.length * TITLE.line + to.length * SMALL.line + TASK_PADDING);

/** Names of events stand below them; a checkpoint's code has a line of its own. */
export function labelLines(node: GraphNode): readonly string[] {
  if (isTask(node.kind) || isGateway(node.kind)) return [];
  const [code, ...when] = node.name.split(CODE_ENDS);
  if (!isTimer(node.kind) || code === undefined) return linesOf(node.name, LABEL_WIDTH, LABEL.size);
  return [...linesOf(code, LABEL_WIDTH, LABEL.size * BOLDER), ...linesOf(when.join(CODE_ENDS), LABEL_WIDTH, LABEL.size)];
}
