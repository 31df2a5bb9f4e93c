import { actionsOf } from '../domain/checkpoint-dates.ts';
import { opensTask, taskDueOn } from '../domain/control/planned-task.ts';
import { wouldAct } from '../domain/control/why-waived.ts';
import { NO_CONTROL, type Progress } from '../domain/policy.ts';
import { type Task, watched } from '../domain/task.ts';
import type { Situation } from './change-policy.ts';
import type { Following } from './result-effects.ts';
import { taskOf } from './task-effects.ts';

/**
 * The policyholder refused: the escalation that the regulation has later begins now, once; its checkpoint finds it done. The
 * others keep their dates: the warnings before an adverse action are not skipped because somebody was angry. Where no
 * escalation is to come, the task goes to who is accountable; undefined: there is nobody.
 */
export function escalate(situation: Situation, task: Task): Following | undefined {
  const planned = nextEscalation(situation, task);
  const { ids, at, today, facts } = situation;
  if (planned) return opened(taskOf(planned, situation), withEscalated(facts.progress, task.installment));
  const { accountable, ...rest } = task;
  if (!accountable) return undefined;
  const dueOn = taskDueOn({}, today, facts.calendar);
  return opened({ ...rest, taskId: ids.next(), assignee: accountable, createdAt: at, dueOn }, facts.progress);
}

function nextEscalation({ facts, owed, today }: Situation, { installment: number }: Task) {
  const { regulation, progress, calendar } = facts;
  const installment = owed.installments.find((i) => i.number === number);
  if (!installment) return undefined;
  const { settled } = progress.controls[number - 1] ?? NO_CONTROL;
  const ahead = regulation.checkpoints.slice(settled).map((checkpoint) => ({ checkpoint, actions: actionsOf(checkpoint, regulation) }));
  const step = ahead.filter(wouldAct({ facts, installment, today })).find(({ actions }) => actions.some((a) => a.kind === 'escalate'));
  const action = step?.actions.find((a) => a.kind === 'escalate' && opensTask(a));
  return step && action
    ? { installment: number, checkpoint: step.checkpoint.code, action, dueOn: taskDueOn(action, today, calendar) }
    : undefined;
}

const withEscalated = (progress: Progress, installment: number): Progress => ({
  ...progress,
  controls: progress.controls.map((control, index) => (index + 1 === installment ? { ...control, escalated: true } : control)),
});

const opened = (task: Task, progress: Progress): Following => ({
  effect: { effect: 'escalated', taskId: task.taskId },
  progress: { ...progress, tasks: [...(progress.tasks ?? []), watched(task)] },
  opened: [{ task, as: 'escalate' }],
  events: [],
  announced: [],
});
