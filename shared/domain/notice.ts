import type { LocalDate } from './local-date.ts';
import type { ActionKind, Language } from './regulation.ts';
import type { TaskAction, TaskKind } from './task.ts';

export type NoticeState =
  | 'PENDING' // written, not yet taken by a sender
  | 'CLAIMED' // a sender has it, until its lease ends
  | 'SENT' // SES accepted it
  | 'DELIVERED'
  | 'BOUNCED'
  | 'COMPLAINED'
  | 'CANCELLED' // at the claim the debt was gone
  | 'FAILED' // SES refused it for good
  | 'UNKNOWN'; // SES may have accepted it: never sent again by itself

/** States that prove the message left us and did not come back. */
export const isSent = (state: NoticeState | undefined): boolean => state === 'SENT' || state === 'DELIVERED' || state === 'COMPLAINED';

/** A message to one recipient about one installment at one checkpoint. What it says is composed at the claim, from fresh facts. */
export interface Notice {
  readonly noticeId: string;
  readonly policyNumber: string;
  readonly clientId: string;
  readonly installment: number;
  /** Code of the checkpoint, or `restored`. */
  readonly checkpoint: string;
  readonly kind: ActionKind;
  readonly audience: Audience;
  /** Codes of the actions that address the recipient. */
  readonly actions: readonly string[];
  readonly recipient: Recipient;
  readonly createdAt: string;
  /** The letter that came back, and that this one says again. */
  readonly replaces?: string;
  readonly consequence?: Consequence;
  /** What the recipient is to do; the message has a link for each. */
  readonly tasks?: readonly NoticeTask[];
}

export interface NoticeTask {
  readonly taskId: string;
  readonly kind: TaskKind;
  readonly action: TaskAction;
  readonly dueOn: LocalDate;
}

export type Audience = 'policyholder' | 'responsible' | 'informed';

export interface Recipient {
  /** `policyholder` or a role. */
  readonly role: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

/** What the regulation does next if nothing is paid, and the earliest day of it. */
export interface Consequence {
  readonly kind: 'suspend' | 'lapse';
  readonly notBefore: LocalDate;
}
