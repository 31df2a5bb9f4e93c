import type { Action, Checkpoint, Raci, Regulation } from '../domain/regulation.ts';

/** What the matrix shows as a group and the diagram as a column: one source, so that the two agree. */
export interface ProcessStep {
  /** Absent for the last one: what happens whenever a suspended policy is paid up. */
  readonly checkpoint?: Checkpoint;
  readonly actions: readonly Action[];
}

/** The process in its order: each checkpoint with its actions, then what restores cover. */
export function processSteps({ checkpoints, actions }: Regulation): readonly ProcessStep[] {
  const byCode = new Map(actions.map((action) => [action.code, action]));
  const dated = checkpoints.map((checkpoint) => ({ checkpoint, actions: checkpoint.actions.flatMap((code) => byCode.get(code) ?? []) }));
  const restoring = actions.filter(({ kind }) => kind === 'reinstate');
  return restoring.length > 0 ? [...dated, { actions: restoring }] : dated;
}

/** The letter of a role: whom an action writes to is informed, also when the regulation gives him no letter. */
export function letterOf(action: Action, role: string): Raci | undefined {
  if (Object.hasOwn(action.participants, role)) return action.participants[role];
  return action.to?.includes(role) ? 'I' : undefined;
}
