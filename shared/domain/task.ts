import type { LocalDate } from './local-date.ts';
import type { Recipient } from './notice.ts';
import type { Outcome } from './task-outcome.ts';

/**
 * What a person does and records. `action`: of the regulation. `approval`: of relief beyond authority. `undelivered`: a message
 * came back, its address is to be corrected.
 */
export type TaskKind = 'action' | 'approval' | 'undelivered';

export interface Task {
  readonly taskId: string;
  readonly policyNumber: string;
  readonly clientId: string;
  readonly installment: number;
  /** Code of the checkpoint; `relief` where something else than a checkpoint asked for it. */
  readonly checkpoint: string;
  readonly kind: TaskKind;
  readonly action: TaskAction;
  readonly assignee: Recipient;
  /** A of the matrix: gets the task when it was not done in time. */
  readonly accountable?: Recipient;
  readonly createdAt: string;
  readonly dueOn: LocalDate;
  /** Of an approval: the relief that waits for it. */
  readonly reliefId?: string;
  /** Of a message that came back: which. */
  readonly noticeId?: string;
  readonly status: TaskStatus;
  /** It was late, and went to whom is accountable. */
  readonly escalatedAt?: string;
  readonly result?: TaskResult;
  readonly closed?: { readonly reason: CloseReason; readonly at: string };
}

export type TaskStatus = 'open' | 'done' | 'cancelled';

/** Why a task ended without a result. */
export type CloseReason = 'paid' | 'policyClosed' | 'addressCorrected';

export interface TaskAction {
  readonly code: string;
  readonly title: string;
  readonly technique: string;
  readonly expectedResult: string;
}

export interface TaskResult extends SaidResult {
  readonly by: string;
  readonly at: string;
  /** What followed from it. */
  readonly effect?: ResultEffect;
}

/** What the person says. */
export interface SaidResult {
  readonly outcome: Outcome;
  readonly note?: string;
  readonly promisedOn?: LocalDate;
  readonly newDueOn?: LocalDate;
}

export type ResultEffect =
  | { readonly effect: 'granted' | 'approvalRequested' | 'declined'; readonly reliefId: string; readonly taskId?: string }
  | { readonly effect: 'escalated'; readonly taskId: string }
  /** The warning that came back counts as given. */
  | { readonly effect: 'told' };

/** What control of a policy remembers of a task that waits for its result. */
export interface OpenTask {
  readonly taskId: string;
  readonly kind: TaskKind;
  readonly installment: number;
  readonly dueOn: LocalDate;
  /** Somebody is accountable for it, and has not got it yet. */
  readonly escalates: boolean;
  /** Of a message that came back: which. */
  readonly noticeId?: string;
}

/** The checkpoint of tasks that none asked for. */
export const RELIEF = 'relief';

export const watched = ({ taskId, kind, installment, dueOn, accountable, noticeId }: Task): OpenTask => ({
  taskId,
  kind,
  installment,
  dueOn,
  escalates: accountable !== undefined,
  ...(noticeId === undefined ? {} : { noticeId }),
});

/** Was the same result said again? */
export const sameResult = (a: SaidResult, b: SaidResult): boolean =>
  a.outcome === b.outcome && a.note === b.note && a.promisedOn === b.promisedOn && a.newDueOn === b.newDueOn;
