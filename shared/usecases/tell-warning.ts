import type { Control, Warning } from '../domain/policy.ts';
import type { Task } from '../domain/task.ts';
import type { Situation } from './change-policy.ts';
import type { Following } from './result-effects.ts';

/**
 * A person delivered what a letter could not: called, or sent it by post. A warning counts as given from today, and what it warns
 * of has its full time from now. undefined: the letter was no warning, or the address has been corrected meanwhile, and it goes
 * out once more.
 */
export function told({ facts, today }: Situation, { taskId, kind, noticeId }: Task): Following | undefined {
  const { progress, readdressed } = facts;
  if (kind !== 'undelivered' || noticeId === undefined || readdressed.includes(noticeId)) return undefined;
  const index = progress.controls.findIndex(({ warned }) => warned.some((w) => w.noticeIds.includes(noticeId)));
  const warning = progress.controls[index]?.warned.find((w) => w.noticeIds.includes(noticeId));
  if (!warning) return undefined;
  const marked = (w: Warning): Warning => (w === warning ? { ...w, told: { ...w.told, [noticeId]: today } } : w);
  const controls = progress.controls.map((control): Control => ({ ...control, warned: control.warned.map(marked) }));
  const event = { happened: 'told' as const, installment: index + 1, checkpoint: warning.code, noticeId, on: today };
  return {
    effect: { effect: 'told' },
    progress: { ...progress, controls },
    opened: [],
    events: [{ kind: 'task', taskId, task: event }],
    announced: [],
  };
}
