import { isOpen } from '../policy.ts';
import { type AskedAbout, askAboutLetters } from './ask-about-letters.ts';
import type { ControlFacts } from './control-facts.ts';
import type { Act, CheckpointDecision } from './decide.ts';
import { accountableFor, opensTask, type PlannedTask, taskDueOn } from './planned-task.ts';
import { lookAtPromises, openPromises, overAt, type PromisesSeen } from './promises.ts';
import { keepTasks, lateAt, type TaskUpkeep } from './task-upkeep.ts';

/** What is to become of tasks and promises. */
export interface TaskDecision {
  readonly tasks: TaskUpkeep;
  readonly opened: readonly PlannedTask[];
  readonly promises: PromisesSeen;
  readonly letters: AskedAbout;
}

/** Tasks that the acts open, those that wait, and promises that have come due. A policy that ends takes all of them with it. */
export function decideTasks(facts: ControlFacts, decision: CheckpointDecision): TaskDecision {
  const { acts, standing: owed, status, today } = decision;
  return {
    tasks: keepTasks({ facts, owed, status, today }),
    opened: isOpen(status) ? acts.flatMap((act) => plannedTasks(act, facts, today)) : [],
    promises: isOpen(status) ? lookAtPromises(facts) : { settled: [], open: [] },
    letters: askAboutLetters(facts, decision),
  };
}

const plannedTasks = (
  { installment, checkpoint: { actions, checkpoint } }: Act,
  { calendar }: ControlFacts,
  today: CheckpointDecision['today'],
): readonly PlannedTask[] =>
  actions
    .filter(opensTask)
    .map((action) => ({ installment, checkpoint: checkpoint.code, action, dueOn: taskDueOn(action, today, calendar) }));

/** What is to be looked at before the next checkpoint: a task that is going to be late, the day after a promise. Epoch ms. */
export function wakeFor(
  { tasks, opened, promises, letters }: TaskDecision,
  facts: ControlFacts,
  decision: CheckpointDecision,
): number | undefined {
  const { standing: owed, today } = decision;
  const waiting = opened.map((planned) => ({
    ...planned,
    taskId: '',
    kind: 'action' as const,
    escalates: accountableFor(planned.action, facts.policy) !== undefined,
  }));
  const open = new Set(promises.open);
  const times = [
    ...(tasks.more || letters.more ? [facts.now] : []),
    ...[...tasks.kept, ...waiting].flatMap((task) => lateAt(task, { facts, owed, today }) ?? []),
    ...openPromises(facts).flatMap((promise) => (open.has(promise.reliefId) ? [overAt(promise, facts)] : [])),
  ];
  return times.length > 0 ? Math.min(...times) : undefined;
}
