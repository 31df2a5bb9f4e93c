import type { Account, Policy, Progress } from '../domain/policy.ts';
import type { Regulation } from '../domain/regulation.ts';
import type { JournalRecord } from './journal.ts';
import type { Page, PageRequest } from './page.ts';

/** A policy with all that its standing needs. */
export interface PolicyHead {
  readonly policy: Policy;
  readonly account: Account;
  readonly progress: Progress;
}

export interface Opening {
  readonly policy: Policy;
  readonly progress: Progress;
  readonly opened: JournalRecord;
  /** Digest of what the caller said, by which a replay is known. */
  readonly fingerprint: string;
  /** Due date of the first installment, for the list of what is past due. */
  readonly oldestDueOn: string;
}

export type OpeningOutcome =
  | { readonly outcome: 'opened' }
  | { readonly outcome: 'exists'; readonly fingerprint: string }
  | { readonly outcome: 'unknownClient' }
  /** The regulation has a newer version than the one chosen. */
  | { readonly outcome: 'newerRegulation'; readonly regulation: Regulation };

export interface PolicyStore {
  /** One request: policy, account, next checkpoint and journal, if the client exists and the regulation is the latest. */
  open(opening: Opening): Promise<OpeningOutcome>;
  /** One request, consistent. */
  read(policyNumber: string): Promise<PolicyHead | undefined>;
  ofClient(clientId: string, page: PageRequest): Promise<Page<PolicyHead>>;
  /** Policies that may have something past due before `day`: by what their last checkpoint knew. */
  owingSince(day: string, page: PageRequest): Promise<Page<PolicyHead>>;
}
