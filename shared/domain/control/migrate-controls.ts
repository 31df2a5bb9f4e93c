import type { Control } from '../policy.ts';
import type { Regulation } from '../regulation.ts';

type Process = Pick<Regulation, 'checkpoints'>;

/**
 * How far control has come under another version of the regulation. What was done is not done again: a checkpoint counts as
 * settled when its code, or one that comes after it in the new table, was settled under the old one. Checkpoints that are new
 * and whose day has passed are caught up by the ordinary rule: only the most advanced acts.
 *
 * Old C1 C2 C4, settled 2 (C1, C2); new C1 C1a C2 C3 → settled 3: C1a lies before C2, its time is over.
 */
export function migrateControl(control: Control, from: Process, to: Process): Control {
  const through = (count: number) => {
    const done = new Set(from.checkpoints.slice(0, count).map((c) => c.code));
    return to.checkpoints.findLastIndex((c) => done.has(c.code)) + 1;
  };
  const codes = new Set(to.checkpoints.map((c) => c.code));
  return {
    ...control,
    settled: through(control.settled),
    unclear: through(control.unclear),
    warned: control.warned.filter((w) => codes.has(w.code)),
  };
}
