import { whyClosed } from '../domain/control/task-upkeep.ts';
import { Refusal } from '../domain/refusal.ts';
import { type SaidResult, sameResult, type Task } from '../domain/task.ts';
import { checkResult } from '../domain/task-outcome.ts';
import type { TaskReader } from '../ports/task-reader.ts';
import { type ChangeDeps, changePolicy, type Planned, type Situation } from './change-policy.ts';
import { effectOf } from './result-effects.ts';

export interface Deps extends ChangeDeps {
  readonly tasks: TaskReader;
}

/** Who says it, and the addresses that he is known to be. */
export interface Caller {
  readonly by: string;
  readonly emails: readonly string[];
}

export interface Recorded {
  readonly outcome: 'new' | 'replay';
  readonly task: Task;
}

/** A task may end between two attempts, once. */
const MOST_ATTEMPTS = 3;

/**
 * Records what came of a task, once, with what follows from it in the same transaction. The same result again is a replay;
 * another is refused, whoever says it.
 */
export async function recordTaskResult(deps: Deps, taskId: string, said: SaidResult, caller: Caller): Promise<Recorded> {
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const task = await deps.tasks.read(taskId);
    if (!task) throw new Refusal('NOT_FOUND', 'there is no task with this id');
    demandApprover(task, caller);
    if (task.status !== 'open') return ended(task, said);
    const { answer } = await changePolicy(deps, task.policyNumber, (situation) => plan(situation, task, said, caller.by));
    if (answer) return { outcome: 'new', task: answer };
  }
  throw new Error(`task ${taskId} is open, but its policy does not wait for it`);
}

/** Four eyes: whoever asks for relief, the approver himself says that it is granted. */
function demandApprover({ kind, assignee }: Task, { emails }: Caller): void {
  if (kind !== 'approval') return;
  if (emails.some((email) => email.toLowerCase() === assignee.email.toLowerCase())) return;
  throw new Refusal(
    'NOT_THE_APPROVER',
    `only the ${assignee.role} of this policy decides it: by the link in his mail, or with a token of his own`,
  );
}

function ended(task: Task, said: SaidResult): Recorded {
  const { result, closed } = task;
  if (!result) throw new Refusal('TASK_CLOSED', `the task was closed without a result: ${closed?.reason ?? 'nothing is to be done'}`);
  if (sameResult(result, said)) return { outcome: 'replay', task };
  throw new Refusal('TASK_DONE', `the result ${result.outcome} was recorded at ${result.at}; nothing was changed`);
}

/** undefined: somebody else has just ended it. */
function plan(situation: Situation, task: Task, said: SaidResult, by: string): Planned<Task | undefined> {
  const { facts, owed, today, at } = situation;
  const { tasks = [] } = facts.progress;
  if (!tasks.some((t) => t.taskId === task.taskId)) return { answer: undefined };
  const reason = whyClosed(task, facts, owed, facts.account.status);
  if (reason) throw new Refusal('TASK_CLOSED', reason === 'paid' ? 'the installment has been paid' : 'the policy has ended');
  checkResult(task.kind, said, today);
  const others = { ...facts.progress, tasks: tasks.filter((t) => t.taskId !== task.taskId) };
  const { effect, progress, events, ...changes } = effectOf({ ...situation, facts: { ...facts, progress: others } }, task, said, by);
  const result = { ...said, by, at, ...(effect ? { effect } : {}) };
  const recorded = { kind: 'task' as const, taskId: task.taskId, task: { happened: 'result' as const, result: said } };
  return {
    answer: { ...task, status: 'done', result },
    progress,
    change: { ...changes, by, results: [{ taskId: task.taskId, result }], events: [recorded, ...events] },
  };
}
