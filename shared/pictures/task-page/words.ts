import type { CloseReason, ResultEffect } from '../../domain/task.ts';
import type { Outcome } from '../../domain/task-outcome.ts';

/** Words of the page of a task, in the language of who has it. */
export interface TaskPageWords {
  readonly outcomes: Readonly<Record<Outcome, { readonly label: string; readonly hint?: string }>>;
  /** Beside the approval of relief whose new due date who approves may choose. */
  readonly otherDate: string;
  readonly labels: Readonly<Record<Label, string>>;
  readonly question: string;
  readonly record: string;
  readonly recorded: string;
  readonly recordedAlready: string;
  /** What followed from it. */
  readonly effects: Readonly<Record<ResultEffect['effect'], string>>;
  readonly closed: Readonly<Record<CloseReason, string>>;
  readonly deadLink: string;
  readonly deadLinkCure: string;
  readonly faults: Readonly<Record<PageFault, string>>;
  readonly installment: (number: number, count: number) => string;
  readonly days: (count: number) => string;
}

export type Label =
  | 'policyholder'
  | 'policy'
  | 'product'
  | 'installment'
  | 'dueOn'
  | 'pastDue'
  | 'outstanding'
  | 'technique'
  | 'expectedResult'
  | 'consult'
  | 'doBy'
  | 'promisedOn'
  | 'newDueOn'
  | 'note'
  | 'result';

/** Why what was entered cannot be recorded. */
export type PageFault = 'noOutcome' | 'dateMissing' | 'dateNotLater' | 'noteTooLong' | 'nothingOwed' | 'other';
